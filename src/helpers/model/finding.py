"""What a reviewer has to look at, the gravest first."""

import hashlib
from dataclasses import dataclass, fields
from typing import Literal

from helpers.model.relation import Severity

FindingKind = Literal[
    "implied_within",
    "contradiction",
    "conflict",
    "implied_between",
    "evidence",
    "disclosure",
    "overstatement",
    "lost",
    "warning_gone",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that cannot be published as it stands, with the words it rests on.

    Attributes
    ----------
    rank : int
        From 1, the gravest first.
    finding_id : str
        A hash of what it is about; the same finding keeps it from run to run.
    kind : str
        ``contradiction`` (within one source, on one topic), ``conflict`` (between two), ``implied_within`` and
        ``implied_between`` (a rule joins two topics), ``overstatement``, ``disclosure`` (a warning that is owed),
        ``evidence`` (the register contradicts it),
        ``lost`` (a list that was lost on the way here),
        ``warning_gone`` (a warning that the last version gave and this one does not).
    relation : str
        ``conflict`` or ``tension`` where two claims stand against each other; ``missing`` or ``unknown`` for a disclosure;
        else empty.
    rule : str
        Id of the rule that found it; empty where it follows from the topic's scale.
    source_a, source_b : str
        ``source_b`` is empty where only one source is concerned and it says nothing against itself.
    start_a, end_a, start_b, end_b : int or None
        Where the quotes stand; None where there is no quote.
    claim_ids : tuple of str
        Every claim that it rests on; the quoted ones first.
    reason : str
        Why it is one, with the words of both sides.
    harm : str
        What could happen to a patient or to the publisher if it is published as it stands.
    references : tuple of str
        Ids of the evidence register that speak against it.
    """

    rank: int
    finding_id: str
    severity: Severity
    kind: FindingKind
    relation: str
    rule: str
    topic: str
    item: str
    treatment: str
    source_a: str
    source_b: str
    quote_a: str
    start_a: int | None
    end_a: int | None
    quote_b: str
    start_b: int | None
    end_b: int | None
    claim_ids: tuple[str, ...]
    reason: str
    harm: str
    references: tuple[str, ...]


FINDING_COLUMNS = tuple(field.name for field in fields(Finding))


def finding_id(*parts: str) -> str:
    """Return a stable id for a finding: a hash of what it is about, never of its rank or its place.

    Returns
    -------
    str
        16 hex digits.
    """
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
