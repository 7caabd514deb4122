"""A source's text exactly as it was loaded."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from helpers.model.place import Loss, Part, Place, part_at
from helpers.model.visible import visible


@dataclass(frozen=True, slots=True)
class Document:
    """One source's loaded text; every offset in the workbook points into ``text``.

    Attributes
    ----------
    source_id : str
        The file name without its suffix; in a folder the path below it.
    text : str
        Of plain text and Markdown the file's characters, unchanged; of other formats the words that people see, with headings,
        list items and table rows marked. Offsets are Python string indices.
    sha256 : str
        Of the text in UTF-8, in lower-case hex; of plain text and Markdown that is the file's own.
    name : str
        The file's name with its suffix.
    parts : tuple of Part
        Where the text stands in the file, in the order of the text; empty for plain text, which stands as it is.
    losses : tuple of Loss
        What of the file could not be read.
    """

    source_id: str
    text: str
    sha256: str
    name: str
    parts: tuple[Part, ...] = ()
    losses: tuple[Loss, ...] = ()

    def place(self, offset: int) -> Place | None:
        """Return where a character stands in the file; nothing for plain text."""
        part = part_at(self.parts, offset)
        return part.place if part else None

    def where(self, offset: int) -> str:
        """Return where a character stands in the file, for people: "page 3", "slide 2"; the line of a plain text."""
        place = self.place(offset)
        return place.told if place else f"line {bisect_left(_line_ends(self.text), offset) + 1}"

    def __post_init__(self) -> None:
        """Show what UTF-8 cannot hold in a file's name as its escape: names stand in every table and export."""
        object.__setattr__(self, "source_id", visible(self.source_id))
        object.__setattr__(self, "name", visible(self.name))


@lru_cache(maxsize=16)
def _line_ends(text: str) -> tuple[int, ...]:
    return tuple(place for place, letter in enumerate(text) if letter == "\n")
