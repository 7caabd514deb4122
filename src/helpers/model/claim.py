"""The claim table: one checkable statement that a document makes about a treatment, with its place."""

import hashlib
from dataclasses import dataclass, field, fields, replace

from helpers.model.segment import Zone

READERS = ("rules", "model", "both")
TWO_READERS = "two_readers"  # marks a field that is a column only where a second reader took part
_WITH_TWO = {TWO_READERS: True}


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the claim table (codebook, section 1); never edited, what people think of it stands beside it.

    Attributes
    ----------
    treatment : str
        The class of what it is about; a brand, a device or a kind of it is its ``product``.
    low, high : float or None
        Bounds in the topic's unit; None on one side is open, None on both sides means that no number was given.
    phase, area, group, product, condition : str or None
        The situation that narrows it (codebook, section 8); None where it holds at large.
    start, end : int
        Half-open offsets of ``quote`` in the document; ``text[start:end] == quote``.
    reader : str
        Who read it: the ``rules``, a ``model``, or ``both`` alike.
    read_by : str or None
        The model and the edition of its prompt, where a model read it.
    differs_from : str or None
        The id of what the other reader read at the same place, where the two differ.
    """

    claim_id: str
    source_id: str
    topic: str
    treatment: str
    item: str | None
    level: str | None
    low: float | None
    high: float | None
    unit: str | None
    vague: bool
    certainty: str
    phase: str | None = field(default=None, kw_only=True)
    area: str | None = field(default=None, kw_only=True)
    group: str | None = field(default=None, kw_only=True)
    product: str | None = field(default=None, kw_only=True)
    condition: str | None = field(default=None, kw_only=True)
    zone: Zone
    start: int
    end: int
    quote: str
    sentence_start: int
    sentence_end: int
    rule: str
    reader: str = field(default="rules", kw_only=True, metadata=_WITH_TWO)
    read_by: str | None = field(default=None, kw_only=True, metadata=_WITH_TWO)
    differs_from: str | None = field(default=None, kw_only=True, metadata=_WITH_TWO)


CLAIM_COLUMNS = tuple(field.name for field in fields(Claim) if TWO_READERS not in field.metadata)
READER_COLUMNS = tuple(field.name for field in fields(Claim) if TWO_READERS in field.metadata)


def claim_id(
    *,
    source_id: str,
    topic: str,
    treatment: str,
    item: str | None,
    level: str | None,
    low: float | None,
    high: float | None,
    quote: str,
    occurrence: int,
) -> str:
    """Return a stable id: a hash of what is said and its occurrence, never of offsets, situation, rule or version.

    Parameters
    ----------
    occurrence : int
        0 for the first claim of the document with otherwise equal parts, 1 for the next, in reading order.

    Returns
    -------
    str
        16 hex digits.
    """
    value = "|".join("" if part is None else f"{part:g}" for part in (low, high))
    parts = (source_id, topic, treatment, item or "", level or "", value, quote, str(occurrence))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def with_occurrence(claim: Claim, occurrence: int) -> Claim:
    """Return a claim with the id that it has as this occurrence of what it says."""
    identity = claim_id(
        source_id=claim.source_id,
        topic=claim.topic,
        treatment=claim.treatment,
        item=claim.item,
        level=claim.level,
        low=claim.low,
        high=claim.high,
        quote=claim.quote,
        occurrence=occurrence,
    )
    return replace(claim, claim_id=identity)
