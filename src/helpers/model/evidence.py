"""What the evidence register says beside a claim; regulation, schedules and wording stand in records of their own."""

from dataclasses import dataclass, fields
from typing import Literal

Verdict = Literal["supports", "contradicts", "mixed", "no evidence found", "not in the register's scope"]
Applicability = Literal["applies", "closest, not applicable", ""]


@dataclass(frozen=True, slots=True)
class EvidenceMatch:
    """One claim beside the register: a verdict, what it rests on, and what comes close without applying.

    Attributes
    ----------
    product, route : str
        What the claim was taken to be about: the product classes (`` + `` between two) and how the product gets in.
    verdict : str
        ``no evidence found`` also where entries apply and none of them can answer (an outbreak gives no rate).
    applicability : str
        ``applies`` where ``references`` do; ``closest, not applicable`` where there are only ``closest``; else empty.
    references, closest : tuple of str
        Sorted ids of register entries. Only ``references`` bear on the verdict.
    best_level : int or None
        The best (lowest) OCEBM 2011 level, 1 to 5, among ``references``; None where none is graded.
    caveats : str
        The register's own caveats on each reference.
    reason : str
        Sentences that a reviewer can read without this table.
    schedule : str
        What trials did beside what the page says, in words; never a verdict.
    notices : str
        Laws and advertising codes that bear on publishing the claim, with country and date.
    """

    claim_id: str
    source_id: str
    topic: str
    item: str | None
    treatment: str
    product: str
    route: str
    verdict: Verdict
    applicability: Applicability
    references: tuple[str, ...]
    closest: tuple[str, ...]
    best_level: int | None
    caveats: str
    reason: str
    schedule: str
    notices: str


EVIDENCE_COLUMNS = tuple(field.name for field in fields(EvidenceMatch))


@dataclass(frozen=True, slots=True)
class TrialSchedule:
    """What one entry of the register did or saw, as a range.

    Attributes
    ----------
    topic : str
        The claim topic it stands beside: ``session_interval``, ``session_count``, ``course_duration``,
        ``result_duration`` (how long patients were followed), ``side_effect`` (how long an effect lasted).
    item, purpose : str or None
        The side effect; the outcome for which the treatment was tried.
    low, high : float or None
        Bounds in ``unit``; None is open.
    words : str
        As the register words it.
    """

    ref_id: str
    treatment: str
    topic: str
    item: str | None
    purpose: str | None
    products: tuple[str, ...]
    route: str
    low: float | None
    high: float | None
    unit: str
    level: int | None
    words: str


@dataclass(frozen=True, slots=True)
class WordingRow:
    """How strongly a claim is worded beside the best evidence that applies to it.

    Attributes
    ----------
    strength : int
        0 (denies it) to 4 (the strongest promise).
    best_level : int or None
        1 (best) to 5; None where nothing applies.
    """

    claim_id: str
    source_id: str
    topic: str
    item: str | None
    strength: int
    strength_words: str
    best_level: int | None
    verdict: Verdict
    references: tuple[str, ...]


SCHEDULE_COLUMNS = tuple(field.name for field in fields(TrialSchedule))
WORDING_COLUMNS = tuple(field.name for field in fields(WordingRow))
