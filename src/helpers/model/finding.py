"""What a reviewer has to look at, the gravest first."""

import hashlib
from dataclasses import dataclass, fields
from typing import Literal

from helpers.model.problem import Problem
from helpers.model.relation import Severity

FindingKind = Literal[
    "implied_within",
    "contradiction",
    "conflict",
    "implied_between",
    "evidence",
    "disclosure",
    "wording",
    "lost",
    "warning_gone",
    "proposed",
]

TWO_SIDED: tuple[FindingKind, ...] = ("contradiction", "conflict", "implied_within", "implied_between")


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
        ``implied_between`` (a rule joins two topics), ``wording``, ``disclosure`` (a warning that is owed),
        ``evidence`` (the register contradicts it),
        ``lost`` (a list that was lost on the way here),
        ``warning_gone`` (a warning that the last version gave and this one does not),
        ``proposed`` (a model proposed it, and a reviewer confirmed it).
    problem : str or None
        What it is to a reviewer: one of ``helpers.model.problem.PROBLEMS``; None where two pages differ.
    warning : tuple of str
        For warnings that are left out: their codes, the grave ones first.
    relation : str
        ``conflict`` or ``tension`` where two claims stand against each other; ``missing`` or ``unknown`` for a disclosure;
        else empty.
    rule : str
        Id of the rule that found it; empty where it follows from the topic's scale.
    source_a, source_b : str
        ``source_b`` is empty where only one source is concerned and it says nothing against itself.
    start_a, end_a, start_b, end_b : int or None
        Where the quotes stand; None where there is no quote.
    places : tuple of str
        Where (``start-end``) in ``source_a`` the same is said, the quoted places included, in order; empty where no words say it.
    claim_ids : tuple of str
        Every claim that it rests on; the quoted ones first.
    reason : str
        Why it is one, with the words of both sides.
    harm : str
        What could happen to a patient or to the publisher if it is published as it stands.
    advice : str
        What to do about it: the text to insert, or the words to change.
    references : tuple of str
        Ids of the evidence register, the warnings, the regulatory facts and the advertising rules that speak against it.
    """

    rank: int
    finding_id: str
    severity: Severity
    kind: FindingKind
    problem: Problem | None
    warning: tuple[str, ...]
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
    places: tuple[str, ...]
    claim_ids: tuple[str, ...]
    reason: str
    harm: str
    advice: str
    references: tuple[str, ...]

    @property
    def two_sided(self) -> bool:
        """Whether its second quote speaks against the first; else it is another place of the same."""
        return self.kind in TWO_SIDED

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Its places in ``source_a``: start and end."""
        parts = (place.partition("-") for place in self.places)
        return tuple((int(start), int(end)) for start, _, end in parts)


FINDING_COLUMNS = tuple(field.name for field in fields(Finding))


def finding_id(*parts: str) -> str:
    """Return a stable id for a finding: a hash of what it is about, never of its rank or its place.

    Returns
    -------
    str
        16 hex digits.
    """
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
