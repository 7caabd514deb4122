"""Content that was lost on the way here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A lead-in with nothing behind it, or a part of the file that was not read.

    Attributes
    ----------
    source_id : str
    start, end : int
        Half-open offsets of the lead-in sentence; the same one twice where a part of the file is missing.
    topic : str
        The topic whose list was lost, or ``""`` where the lead-in does not say.
    quote : str
        Exactly ``text[start:end]`` of a lead-in; of a part that was not read, what it is and why, in square brackets.
    """

    source_id: str
    start: int
    end: int
    topic: str
    quote: str

    @property
    def missing(self) -> str:
        """What was not read, such as "page 3 is a picture"; empty for a lead-in."""
        return self.quote[1:-1] if self.start == self.end else ""


def missing_part(source_id: str, start: int, reason: str) -> Gap:
    """Return the gap that a part of a file leaves, before which character of the text it should stand."""
    return Gap(source_id, start, start, "", f"[{reason}]")
