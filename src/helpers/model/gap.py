"""Content that was lost on the way here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A lead-in with nothing behind it.

    Attributes
    ----------
    source_id : str
    start, end : int
        Half-open offsets of the lead-in sentence.
    topic : str
        The topic whose list was lost, or ``""`` where the lead-in does not say.
    quote : str
        Exactly ``text[start:end]``.
    """

    source_id: str
    start: int
    end: int
    topic: str
    quote: str
