"""Document -> blocks and sentences with their context, and the gaps between them."""

import re

from helpers.model import Block, Document, Segmented, Sentence, Span
from helpers.model.segment import BlockKind, SentenceKind, Zone
from helpers.packs.furniture import GapTopics, SegmentWords
from helpers.segment.gaps import Gaps
from helpers.segment.glued import GluedHeadings
from helpers.segment.lines import Line, find_lines, join_broken
from helpers.segment.outline import HEADINGS, headings_above
from helpers.segment.sentences import Splitter
from helpers.segment.shapes import Shapes
from helpers.segment.space import last_mark
from helpers.segment.tables import find_tables
from helpers.segment.zones import Zones

_LABEL = re.compile(r"(?:\*\*|__)?([^\W_][^:;.!?\r\n]{0,70}?):(?:\*\*|__)?(?=\s)")
_LABEL_WORDS = 6
_FRAGMENT_WORDS = 4
_FRAGMENT = 60
_BLOCKS: dict[str, BlockKind] = {"heading": "heading", "question": "heading", "item": "item", "row": "row", "header": "row"}


class Segmenter:
    """Cuts documents into sentences; build it once and use it for many.

    Parameters
    ----------
    words : SegmentWords
        How the language builds pages.
    gap_topics : GapTopics, optional
        A topic pack's words for what a lost list was about.
    """

    def __init__(self, words: SegmentWords, gap_topics: GapTopics | None = None) -> None:
        self._dangling = frozenset(words.dangling.words)
        self._no_labels = frozenset(words.no_labels.words)
        self._verbs = frozenset(words.finite_verbs.words)
        self._glued = GluedHeadings(words)
        self._shapes = Shapes(words)
        self._zones = Zones(words)
        self._splitter = Splitter(words)
        self._gaps = Gaps(words, gap_topics)

    def segment(self, document: Document) -> Segmented:
        """Return a document's blocks, sentences and gaps in reading order; every offset points into ``document.text``."""
        text = document.text
        lines = join_broken(text, find_lines(text), self._dangling)
        lines = self._shapes.resolve(text, find_tables(text, self._glued.cut(text, lines)))
        zones = self._zones.of(text, lines)
        blocks = tuple(
            Block(_BLOCKS.get(line.kind, "paragraph"), line.start, line.end, zone)
            for line, zone in zip(lines, zones, strict=True)
        )
        sentences = self._sentences(text, lines, zones)
        return Segmented(
            document.source_id, blocks, tuple(sentences), tuple(self._gaps.find(document.source_id, text, sentences))
        )

    def _sentences(self, text: str, lines: list[Line], zones: list[Zone]) -> list[Sentence]:
        """Read the sentences of all lines with what stands above them."""
        sentences: list[Sentence] = []
        asked: Span | None = None
        heading_asks: Span | None = None
        opens: Span | None = None
        above = headings_above(lines)
        for index, (line, zone) in enumerate(zip(lines, zones, strict=True)):
            spans = (
                [Span(line.start, line.end)]
                if line.kind in ("row", "header")
                else self._splitter.split(text, line.start, line.end)
            )
            label = self._label(text, line) if line.kind in ("text", "item", "fragment") else None
            if line.kind in HEADINGS:
                below_question = index > 0 and lines[index - 1].kind in HEADINGS
                heading_asks = heading_asks if below_question else None
            question = heading_asks or asked
            asked = None
            for position, span in enumerate(spans):
                kind = self._kind(text, line, span, position)
                sentences.append(
                    Sentence(
                        kind=kind,
                        start=span.start,
                        end=span.end,
                        block=index,
                        zone=zone,
                        label=label,
                        headings=above[index],
                        question=asked or question,
                        lead_in=opens if line.kind == "item" else None,
                        cells=line.cells,
                        header=line.header,
                    )
                )
                asked = span if kind == "question" else asked
            if line.kind in HEADINGS:
                heading_asks, asked = asked or heading_asks, None
            elif asked != spans[-1]:
                asked = None
            if line.kind != "item":
                opening = line.kind in HEADINGS or last_mark(text, line.start, line.end) == ":"
                opens = spans[-1] if opening else None
        return sentences

    def _kind(self, text: str, line: Line, span: Span, position: int) -> SentenceKind:
        """Name a sentence by its line and its own words."""
        if line.kind == "header":
            return "heading"
        if line.kind == "row":
            return "row"
        if last_mark(text, span.start, span.end) == "?":
            return "question"
        if line.kind in HEADINGS:
            return "heading"
        if line.kind == "item" and position == 0:
            return "item"
        if line.kind == "fragment":
            return "fragment"
        if span.end - span.start > _FRAGMENT:
            return "sentence"
        words = [word.strip("*_.,;!()\"'“”’").casefold() for word in text[span.start : span.end].split()]
        return "fragment" if len(words) <= _FRAGMENT_WORDS and self._verbs.isdisjoint(words) else "sentence"

    def _label(self, text: str, line: Line) -> Span | None:
        """Return the label before the colon that opens a line, if it names something."""
        match = _LABEL.match(text, line.body, line.end)
        if match is None:
            return None
        words = match[1].casefold().split()
        if len(words) > _LABEL_WORDS or match[1].casefold() in self._no_labels or not self._verbs.isdisjoint(words):
            return None
        return Span(match.start(1), match.end(1))
