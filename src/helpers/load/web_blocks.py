"""Pieces of a web page -> blocks and rows, as a browser breaks its lines."""

from collections.abc import Sequence
from typing import NamedTuple

from helpers.load.writer import Word, Writer
from helpers.model.place import PartKind, Place


class Block(NamedTuple):
    """A paragraph, a heading or a list item that is ready to be written."""

    words: Sequence[Word]
    place: Place
    kind: PartKind
    sign: str


class Row(NamedTuple):
    """A table's row whose cells each hold one line."""

    cells: Sequence[Block]


class Blocks:
    """Gathers words into blocks; inside a table's cell they wait until the row is whole."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._words: list[Word] = []
        self._place = Place("")
        self._kind: PartKind = "text"
        self._sign = ""
        self._before: list[Word] = []
        self._after: list[Block] = []
        self._rows: list[list[list[Block | Row]]] = []

    def add(self, words: Sequence[Word], place: Place, kind: PartKind) -> None:
        """Add words to the block at hand; another kind begins another block."""
        if self._words and kind != self._kind:
            self.end()
        if not any(word.letters.strip() for word in self._words):
            self._words, self._place, self._kind = [*self._before], place, kind
            self._before = []
        self._words.extend(words)

    def begin(self, sign: str = "") -> None:
        """Begin a block."""
        self.end()
        self._sign = sign

    def end(self) -> None:
        """End the block at hand."""
        words = _tidy(self._words)
        if words:
            self._put(Block(words, self._place, self._kind, self._sign))
            self._sign = ""
        self._words = []
        after, self._after = self._after, []
        for block in after:
            self._put(block)

    @property
    def signed(self) -> bool:
        """Whether a sign waits for the words of its block."""
        return bool(self._sign) and not self._words

    def sign(self, sign: str) -> None:
        """Let the block at hand be a heading or an item."""
        self._sign = sign

    def head(self) -> str:
        """Return the letters of the block at hand."""
        return "".join(word.letters for word in _tidy(self._words))

    def label(self) -> None:
        """Let the block at hand stand before the next one, as a term before what it means."""
        words = _tidy(self._words)
        if words:
            colon = [] if words[-1].letters.endswith(":") else [Word(":")]
            self._before = [*words, *colon, Word(" ")]
        self._words = []

    def unlabel(self) -> None:
        """Write a label that nothing followed as a block of its own."""
        self.end()
        if self._before:
            words, self._before = self._before, []
            self._put(Block(_tidy(words), self._place, self._kind, ""))

    def aside(self, block: Block) -> None:
        """Write a block once the one at hand has ended."""
        self._after.append(block)

    def space(self, letters: str = " ") -> None:
        """Part the words before from those behind."""
        if self._words:
            self._words.append(Word(letters))

    def row(self) -> None:
        """Begin a table's row."""
        self.end()
        self._rows.append([])

    def cell(self) -> None:
        """Begin a cell."""
        self.end()
        if self._rows:
            self._rows[-1].append([])

    def end_row(self) -> None:
        """Write a row that is whole; what a table only lays out becomes blocks."""
        self.end()
        if not self._rows:
            return
        cells = self._rows.pop()
        if all(len(cell) <= 1 and all(isinstance(one, Block) and not one.sign for one in cell) for cell in cells):
            blocks = [cell[0] if cell else Block((), Place(""), "text", "") for cell in cells]
            self._put(Row([block for block in blocks if isinstance(block, Block)]))
        else:
            for cell in cells:
                for one in cell:
                    self._put(one)

    def _put(self, one: Block | Row) -> None:
        if self._rows:
            if not self._rows[-1]:
                self._rows[-1].append([])
            self._rows[-1][-1].append(one)
        elif isinstance(one, Row):
            kind: PartKind = next((cell.kind for cell in one.cells if cell.words), "text")
            self._writer.row([(cell.words, cell.place) for cell in one.cells], kind=kind)
        else:
            self._writer.block(one.words, one.place, kind=one.kind, sign=one.sign)


def _tidy(words: Sequence[Word]) -> list[Word]:
    """Keep one space or line end between words, and none before the first or after the last."""
    kept: list[Word] = []
    gap = ""
    for word in words:
        if not word.letters.strip():
            gap = "\n" if "\n" in gap or "\n" in word.letters else " "
        else:
            if kept and gap:
                kept.append(Word(gap))
            kept.append(word)
            gap = ""
    return kept
