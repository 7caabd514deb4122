"""Cells and words as the report's data holds them: each wording once, and a page's own words by their place in its text."""

import re
from collections.abc import Sequence

from helpers.model.strange import revealed
from helpers.show.parts import Bit, Content, as_cell
from helpers.show.view import View
from helpers.show.words import one_line

_PLACE = re.compile(r"#text-(\d+)(?:-(\d+)(?:-(\d+))?)?")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)

Run = int | dict[str, object]
Lines = int | list[int | list[Run]]
Told = Lines | dict[str, object]


class Wording:
    """What a part of the report says in words, each wording once.

    Attributes
    ----------
    words : list of str
        By number.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}

    def of(self, words: str) -> int:
        """Return the number of a wording; characters that nobody sees are told in it."""
        if words not in self._numbers:
            self._numbers[words] = len(self.words)
            self.words.append(revealed(words))
        return self._numbers[words]


class Cells:
    """Cells of tables as data.

    A cell is the number of its words, or its lines; a line is a number, or its runs; a run is a number, or what it is:
    ``w`` its words, ``at`` the place that it leads to (page, start, end), ``h`` an address, ``q`` 1 for a quote, ``l`` its looks.
    A quote without ``w`` says what stands at its place. A cell with a colour is its content ``c`` and its look ``l``.

    Parameters
    ----------
    view : View
        With exact links.
    wording : Wording
    page : int
        The page beside which they are kept, from 0: its own quotes are told by their places; -1 for none.
    """

    def __init__(self, view: View, wording: Wording, page: int = -1) -> None:
        self._view = view
        self.wording = wording
        self._page = page

    def row(self, row: Sequence[Content]) -> list[Told]:
        """Return the cells of a row."""
        return [self.of(content) for content in row]

    def of(self, content: Content) -> Told:
        """Return one cell."""
        one = as_cell(content)
        lines = [self._line(line) for line in one.lines]
        told = lines[0] if len(lines) == 1 and isinstance(lines[0], int) else lines
        fill = [look for look in one.looks if look.startswith("fill-")]
        return {"c": told, "l": fill[0]} if fill else told

    def _line(self, line: Sequence[Bit]) -> int | list[Run]:
        runs = [self._run(bit) for bit in line if bit.text]
        return runs[0] if len(runs) == 1 and isinstance(runs[0], int) else runs

    def _run(self, bit: Bit) -> Run:
        if not bit.href and not bit.looks and not bit.quoted:
            return self.wording.of(bit.text)
        run: dict[str, object] = {"q": 1} if bit.quoted else {}
        place = _PLACE.fullmatch(bit.href)
        if place:
            page, *span = (None if one is None else int(one) for one in place.groups())
            run["at"] = [(page or 1) - 1, *(one for one in span if one is not None)]
        elif _ADDRESS.match(bit.href):
            run["h"] = bit.href
        if bit.looks:
            run["l"] = " ".join(bit.looks)
        if not (bit.quoted and self._stands_there(run.get("at"), bit.text)):
            run["w"] = self.wording.of(bit.text)
        return run

    def _stands_there(self, place: object, words: str) -> bool:
        """Say whether a quote is told by its place: it stands on the page beside which the cell is kept."""
        if not isinstance(place, list) or place[0] != self._page or len(place) < 3:
            return False
        text = self._view.review.readings[self._page].document.text
        return one_line(text[place[1] : place[2]]) == words
