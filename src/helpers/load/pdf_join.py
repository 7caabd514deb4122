"""Blocks of columns and pages -> the document's blocks: a paragraph that goes on in the next column or page is one."""

from collections.abc import Sequence

from helpers.load.pdf_blocks import BULLET, NUMBER, Block, joined
from helpers.load.writer import Writer
from helpers.model.place import PartKind, Place

DEEPEST = 4  # the level of the smallest headings


class Joiner:
    """Writes blocks in reading order.

    Parameters
    ----------
    writer : Writer
    known : frozenset of str
        The words that the document writes unbroken.
    larger : sequence of float
        The sizes of headings, the largest first.
    """

    def __init__(self, writer: Writer, known: frozenset[str], larger: Sequence[float]) -> None:
        self._writer = writer
        self._known = known
        self._larger = larger
        self._open: list[tuple[str, Place]] = []
        self._last: Block | None = None
        self._beside: list[tuple[str, Place, PartKind]] = []

    def add(self, block: Block, page: int) -> None:
        """Take the next block."""
        place = Place(f"page {page}", page=page, box=block.box)
        if block.kind == "row":
            self.end()
            self._writer.row([(text, place._replace(box=box)) for text, box in zip(block.lines, block.boxes, strict=True)])
            return
        text = joined(block.lines, self._known)
        if self._last is not None and self._goes_on(block, text):
            whole = joined([self._open[-1][0], text], self._known)
            before, behind = whole[: len(whole) - len(text)], whole[len(whole) - len(text) :]
            self._open[-1:] = [(before, self._open[-1][1]), (behind, place)]
            return
        self.end()
        if block.kind == "item" and NUMBER.match(text):
            block = block._replace(kind="text")  # its number is its sign
        elif block.kind == "item":
            text = BULLET.sub("", text, count=1)
        self._open, self._last = [(text, place)], block

    def beside(self, pieces: Sequence[tuple[str, Place]], kind: PartKind) -> None:
        """Take what stands at the edge of a page: it is written once the paragraph at hand has ended."""
        self._beside.extend((text, place, kind) for text, place in pieces)

    def lose(self, reason: str) -> None:
        """Say that a page is missing here; a paragraph does not go on behind it."""
        self.end()
        self._writer.lose(reason, is_part=True)

    def end(self) -> None:
        """Write the block at hand, and what stands beside it."""
        if self._last is not None:
            self._writer.flow(self._open, sign=self._sign(self._last))
        self._open, self._last = [], None
        for text, place, kind in self._beside:
            self._writer.block(text, place, kind=kind)
        self._beside = []

    def _goes_on(self, block: Block, text: str) -> bool:
        """Say whether a block is the rest of the one at hand: that one has no end, and this one no beginning."""
        last = self._last
        if last is None or block.kind != "text" or last.kind == "heading" or abs(block.size - last.size) > 0.1:
            return False
        end = self._open[-1][0].rstrip()[-1:]
        return end == "," or (text[:1].islower() and end not in ".!?:;")

    def _sign(self, block: Block) -> str:
        if block.kind != "heading":
            return "- " if block.kind == "item" else ""
        level = next((rank for rank, size in enumerate(self._larger, start=1) if block.size >= size - 0.05), DEEPEST)
        return "#" * min(level, DEEPEST) + " "
