"""How every reader writes the loaded text: block by block, each with its place, marked as in plain text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from helpers.model.place import Loss, Part, PartKind, Place

_HALVES = re.compile("[\ud800-\udfff]")  # half a character, which no file can hold
CELL_WORDS = 25  # a cell with more words is prose that a table only lays out


class Word(NamedTuple):
    """Letters without a space in them, or with the spaces that the file has; ``at`` is their offset in the file, if known."""

    letters: str
    at: int = -1


class Loaded(NamedTuple):
    """What a reader made of a file.

    Attributes
    ----------
    text : str
    parts, losses : tuple
        As in a :class:`~helpers.model.Document`.
    marks : tuple of tuple of int
        Offsets in the text and in the file's characters: from the first on, characters stand one after the other.
    about : tuple of tuple of str
        What the file itself says of its source: ``title``, ``date``, ``publisher``, each with its words.
    """

    text: str
    parts: tuple[Part, ...] = ()
    losses: tuple[Loss, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    about: tuple[tuple[str, str], ...] = ()


class Writer:
    """Writes blocks one below the other and keeps where each came from."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._length = 0
        self._tight = False
        self._parts: list[Part] = []
        self._losses: list[Loss] = []
        self._marks: list[tuple[int, int]] = []
        self.about: dict[str, str] = {}

    def block(self, words: str | Sequence[Word], place: Place, *, kind: PartKind = "text", sign: str = "") -> None:
        """Write a paragraph, or with a sign a heading (``# ``) or a list item (``- ``); nothing where it has no letters."""
        words = [Word(words)] if isinstance(words, str) else words
        if any(word.letters.strip() for word in words):
            self._begin(tight=sign.startswith("-"))
            self._part(sign, words, place, kind)

    def flow(self, pieces: Sequence[tuple[str, Place]], *, sign: str = "") -> None:
        """Write a paragraph that stands in several places, such as one that goes on at the next page."""
        self._begin(tight=sign.startswith("-"))
        for letters, place in pieces:
            self._part(sign, [Word(letters)], place, "text")
            sign = ""

    def row(self, cells: Sequence[tuple[str | Sequence[Word], Place]], *, kind: PartKind = "text") -> None:
        """Write a table's row; cells that hold prose become paragraphs."""
        words = [([Word(cell)] if isinstance(cell, str) else cell, place) for cell, place in cells]
        filled = [(cell, place) for cell, place in words if any(word.letters.strip() for word in cell)]
        if len(filled) < 2 or any(_is_prose(cell) for cell, _ in filled):
            for cell, place in filled:
                self.block(cell, place, kind=kind)
            return
        self._begin(tight=True)
        for cell, place in words:
            self._part("| ", cell, place, kind)
            self._write(" ")
        self._write("|")

    def lose(self, reason: str, *, is_part: bool = False) -> None:
        """Say that something of the file is missing here, and whether it is a part of what the page says."""
        self._losses.append(Loss(self._length, reason, is_part))

    def text(self) -> str:
        """Return the text so far."""
        return _HALVES.sub("\ufffd", "".join(self._written))

    def loaded(self) -> Loaded:
        """Return what was written."""
        text = self.text()
        losses = tuple(loss._replace(start=min(loss.start, len(text))) for loss in self._losses)
        return Loaded(text, tuple(self._parts), losses, tuple(self._marks), tuple(sorted(self.about.items())))

    def _begin(self, *, tight: bool) -> None:
        if self._length:
            self._write("\n" if tight and self._tight else "\n\n")
        self._tight = tight

    def _part(self, sign: str, words: Sequence[Word], place: Place, kind: PartKind) -> None:
        start = self._length
        self._write(sign)
        for word in words:
            if word.at >= 0:
                self._marks.append((self._length, word.at))
            self._write(word.letters)
        self._parts.append(Part(start, self._length, kind, place))

    def _write(self, letters: str) -> None:
        self._written.append(letters)
        self._length += len(letters)


def _is_prose(words: Sequence[Word]) -> bool:
    letters = "".join(word.letters for word in words)
    return "\n" in letters or len(letters.split(maxsplit=CELL_WORDS)) > CELL_WORDS
