"""What stands beside a claim once people have decided: the statement it makes, its judgement, its reopening."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from helpers.model.claim import Claim
from helpers.model.decision import Ruling, Verdict

State = Literal["unreviewed", "awaits_second", "disagreed", "agreed", "adjudicated", "decided"]
Found = Literal["unchanged", "moved", "ambiguous", "changed", "vanished"]
STAYS: tuple[Found, ...] = ("unchanged", "moved")


@dataclass(frozen=True, slots=True)
class Statement:
    """What identical claims say, wherever they stand: topic, item, value and treatment.

    Attributes
    ----------
    claims : tuple of Claim
        Everywhere it is said, by source and place.
    """

    statement_id: str
    topic: str
    treatment: str
    item: str | None
    level: str | None
    low: float | None
    high: float | None
    unit: str | None
    vague: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What stands about one claim of the documents as they are now.

    Attributes
    ----------
    state : str
        ``unreviewed``; ``awaits_second`` (fewer verdicts than needed); ``disagreed`` (on the verdict or on the wording: an
        adjudicator is needed); ``agreed`` (as many as needed, and more than half, say the same); ``adjudicated``; ``decided``
        (one verdict, and one is enough).
    ruling : Ruling or None
        Only where the state is ``agreed``, ``adjudicated`` or ``decided``: that of the adjudication, else what those who
        agree ruled together.
    reviewers : tuple of str
        Whose verdicts stand, sorted; the adjudicator last. Where more than half agreed, those who did.
    events : tuple of str
        Hashes of the events that stand, in the order of ``reviewers``.
    """

    claim_id: str
    state: State
    ruling: Ruling | None = None
    reviewers: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a claim that was decided stands in the documents as they are now.

    Attributes
    ----------
    found : str
        ``unchanged`` (same words, same place), ``moved`` (same words, another place), ``ambiguous`` (several places
        fit equally), ``changed`` (its words, or how they are read, are no longer the same), ``vanished``.
    claim_id : str or None
        The claim that stands there now; None where none does or where it cannot be said.
    reason : str
        A sentence for the reviewer.
    start, end : int or None
        The place in the text of now that holds its quote, or what replaced it; None where there is none.
    """

    found: Found
    claim_id: str | None
    reason: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Reopened:
    """A claim whose decisions no longer hold, because its source changed under them.

    Attributes
    ----------
    claim_id, source_id, quote : str
        As they were when it was decided.
    verdicts : tuple of str
        What had been decided, in the order of ``events``.
    events : tuple of str
        Hashes of those decisions.
    """

    claim_id: str
    source_id: str
    quote: str
    followed: Followed
    verdicts: tuple[Verdict, ...]
    events: tuple[str, ...]


def statement_id(
    *, topic: str, treatment: str, item: str | None, level: str | None, low: float | None, high: float | None, vague: bool
) -> str:
    """Return a hash of what is said, the same for every claim that says it.

    Returns
    -------
    str
        16 hex digits.
    """
    bounds = ["" if bound is None else f"{bound:g}" for bound in (low, high)]
    parts = (topic, treatment, item or "", level or "", *bounds, "vague" if vague else "")
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def statement_of(claim: Claim) -> str:
    """Return the id of the statement that a claim makes: topic, item, value and treatment."""
    return statement_id(
        topic=claim.topic,
        treatment=claim.treatment,
        item=claim.item,
        level=claim.level,
        low=claim.low,
        high=claim.high,
        vague=claim.vague,
    )
