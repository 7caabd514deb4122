"""Document -> blocks and sentences with their context, and the gaps between them."""

from helpers.model import Block, Document, Segmented
from helpers.model.place import part_at
from helpers.model.segment import BlockKind, Zone
from helpers.packs.furniture import GapTopics, SegmentWords
from helpers.segment.cues import FurnitureCues
from helpers.segment.gaps import Gaps
from helpers.segment.glued import GluedHeadings
from helpers.segment.lines import LineKind, find_lines
from helpers.segment.sentences import SentenceReader
from helpers.segment.shapes import Shapes
from helpers.segment.splitter import Splitter
from helpers.segment.tables import find_tables
from helpers.segment.wrapped import join_broken
from helpers.segment.zones import Zones

_BLOCKS: dict[LineKind, BlockKind] = {
    "heading": "heading",
    "question": "heading",
    "item": "item",
    "row": "row",
    "header": "row",
}


class Segmenter:
    """Cuts documents into sentences; build it once and use it for many.

    Parameters
    ----------
    words : SegmentWords
        How the language builds pages.
    gap_topics : GapTopics, optional
        A topic pack's words for what a lost list was about; without them every gap's topic is empty.
    """

    def __init__(self, words: SegmentWords, gap_topics: GapTopics | None = None) -> None:
        splitter = Splitter(words)
        self._dangling = frozenset(words.dangling.words)
        self._small = frozenset(words.small_words.words)
        self._glued = GluedHeadings(words)
        self._cues = FurnitureCues(words)
        self._shapes = Shapes(words, splitter)
        self._zones = Zones(words)
        self._reader = SentenceReader(words, splitter)
        self._gaps = Gaps(words, gap_topics)

    def segment(self, document: Document) -> Segmented:
        """Return a document's blocks, sentences and gaps in reading order; every offset points into ``document.text``."""
        text = document.text
        lines = join_broken(text, find_lines(text), self._dangling, self._small)
        lines = self._glued.cut(text, lines)
        lines = find_tables(text, lines)
        cues = self._cues.find(text, lines)
        lines = self._shapes.resolve(text, lines, cues)
        zones = self._zones.of(text, lines, cues)
        if document.parts:
            zones = [_within(document, line.start, zone) for line, zone in zip(lines, zones, strict=True)]
        sentences = self._reader.read(text, lines, zones)
        kinds = (_BLOCKS.get(line.kind, "paragraph") for line in lines)
        return Segmented(
            source_id=document.source_id,
            blocks=tuple(Block(kind, line.start, line.end, zone) for kind, line, zone in zip(kinds, lines, zones, strict=True)),
            sentences=tuple(sentences),
            gaps=tuple(self._gaps.find(document.source_id, text, sentences)),
        )


def _within(document: Document, start: int, zone: Zone) -> Zone:
    """Return the zone of a line in a file that says which parts of it are furniture."""
    part = part_at(document.parts, start)
    return zone if part is None or part.said else "chrome"
