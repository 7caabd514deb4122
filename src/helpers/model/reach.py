"""How far a page could be read: whether a pack knows its language, its field and its treatment."""

from dataclasses import dataclass
from typing import Literal

State = Literal["read", "unknown_treatment", "other_language", "other_field", "too_little_text"]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one source could be read.

    Attributes
    ----------
    state : str
        ``read``; ``unknown_treatment``: read, but the pack knows no treatment that it names; else why it could not be read.
    reason : str
        In words that go after "it could not be read:" or stand alone; empty where it was read.
    language : str
        In words, the other language that it, or a part of it, is written in; empty where there is none.
    passages : int
        How many passages of it are in that other language.
    """

    source_id: str
    state: State = "read"
    reason: str = ""
    language: str = ""
    passages: int = 0

    @property
    def could_be_read(self) -> bool:
        """Whether what the tables say about the source, and do not say, rests on its text."""
        return self.state in ("read", "unknown_treatment")

    @property
    def is_understood(self) -> bool:
        """Whether its words are of the pack's language and field, however few they are: what they say can be judged."""
        return self.state not in ("other_language", "other_field")
