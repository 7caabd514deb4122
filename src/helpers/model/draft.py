"""A draft as it is checked: its text, and where each character of it stands in the file."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from helpers.model.document import Document


class Mark(NamedTuple):
    """From ``offset`` of the text on, characters stand one after the other from ``line`` and ``column``, both from 1."""

    offset: int
    line: int
    column: int


class Allowance(NamedTuple):
    """What a comment in a draft asks not to be told.

    Attributes
    ----------
    line : int
        The line that it is about, from 1.
    code : str
        Such as ``W107``.
    reason : str
        Why; without one it asks in vain.
    """

    line: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to publish.

    Attributes
    ----------
    path : str
        As it was named.
    document : Document
        Its text as the workbook reads it: of ``.html`` and ``.docx`` the words alone, with headings and lists marked.
    marks : tuple of Mark
        By offset; the first at 0.
    allowed : tuple of Allowance
        What its comments ask not to be told, in order.
    """

    path: str
    document: Document
    marks: tuple[Mark, ...]
    allowed: tuple[Allowance, ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a character, from 1."""
        mark = self.marks[max(bisect_right(self.marks, offset, key=lambda one: one.offset) - 1, 0)]
        return mark.line, mark.column + max(offset - mark.offset, 0)
