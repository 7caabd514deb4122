"""Lines -> sentences: each with its kind and what stands above it."""

import re
from dataclasses import dataclass

from helpers.model import Sentence, Span
from helpers.model.segment import SentenceKind, Zone
from helpers.packs.furniture import SegmentWords
from helpers.segment.lines import HEADINGS, Line
from helpers.segment.outline import headings_above
from helpers.segment.space import last_mark
from helpers.segment.splitter import Splitter

_LABEL = re.compile(r"(?:\*\*|__)?([^\W_][^:;.!?\r\n]{0,70}?)(?:\*\*|__)?:(?:\*\*|__)?(?=\s)")
_PARTED = re.compile(r";\s|\s[–—-]\s")
_LABEL_WORDS = 6
_LONGEST_LABEL = 80
_FRAGMENT_WORDS = 4
_FRAGMENT = 60


@dataclass(slots=True)
class _Position:
    """What a reader carries from line to line.

    Attributes
    ----------
    heading : Span or None
        The question that the headings in force ask.
    asked : Span or None
        A question that ended the line above and that this line answers.
    opener : Span or None
        What opens a list that begins here.
    """

    heading: Span | None = None
    asked: Span | None = None
    opener: Span | None = None


class SentenceReader:
    """Reads the sentences of a document's lines.

    Parameters
    ----------
    words : SegmentWords
        Verbs, and the words before a colon that are no labels.
    splitter : Splitter
        Splits a line.
    """

    def __init__(self, words: SegmentWords, splitter: Splitter) -> None:
        self._splitter = splitter
        self._no_labels = frozenset(words.no_labels.words)
        self._verbs = frozenset(words.finite_verbs.words)

    def read(self, text: str, lines: list[Line], zones: list[Zone]) -> list[Sentence]:
        """Return all sentences in reading order; a sentence's block is its line's index."""
        sentences: list[Sentence] = []
        position = _Position()
        for block, (line, zone, headings) in enumerate(zip(lines, zones, headings_above(lines, zones), strict=True)):
            if line.kind in HEADINGS:
                position.asked = None
                if block and lines[block - 1].kind not in HEADINGS:
                    position.heading = None
            label: Span | None = None
            question = position.asked or position.heading
            asked: Span | None = None
            spans = self._spans(text, line)
            for span in spans:
                kind = self._kind(text, line, span)
                label = self._label(text, line, span) or label
                sentence = Sentence(
                    kind=kind,
                    start=span.start,
                    end=span.end,
                    block=block,
                    zone=zone,
                    label=label,
                    headings=headings,
                    question=asked or question,
                    lead_in=position.opener if line.kind == "item" else None,
                    cells=line.cells,
                    header=line.header,
                )
                sentences.append(sentence)
                asked = span if kind == "question" else asked
            self._move(text, line, spans, asked, position)
        return sentences

    def _move(self, text: str, line: Line, spans: list[Span], asked: Span | None, position: _Position) -> None:
        """Carry a line's question and its lead-in on to the next line."""
        if line.kind in HEADINGS:
            position.heading = asked or position.heading
        else:
            position.asked = asked if asked == spans[-1] else None
        if line.kind != "item":
            opens = line.kind in HEADINGS or not self._states(text, line)
            position.opener = spans[-1] if opens else None

    def _states(self, text: str, line: Line) -> bool:
        """Say whether a line is a statement of its own: closed by a mark, or values parted by a semicolon or a dash."""
        mark = last_mark(text, line.start, line.end)
        return mark in ".!?" or (
            mark != ":" and line.kind == "fragment" and _PARTED.search(text, line.body, line.end) is not None
        )

    def _spans(self, text: str, line: Line) -> list[Span]:
        """Split a line; a table row stays whole."""
        if line.kind in ("row", "header"):
            return [Span(line.start, line.end)]
        return self._splitter.split(text, line.start, line.end)

    def _kind(self, text: str, line: Line, span: Span) -> SentenceKind:
        """Name a sentence by its line and its own words."""
        if line.kind == "row":
            return "row"
        mark = last_mark(text, span.start, span.end)
        if mark == "?":
            return "question"
        if line.kind in HEADINGS or line.kind == "header":
            return "heading"
        if line.kind == "item" and span.start == line.start:
            return "item"
        if line.kind == "fragment":
            return "fragment"
        if mark == ":" or span.end - span.start > _FRAGMENT:
            return "sentence"
        words = [word.strip("*_.,;!()\"'“”’").casefold() for word in text[span.start : span.end].split()]
        return "fragment" if len(words) <= _FRAGMENT_WORDS and self._verbs.isdisjoint(words) else "sentence"

    def _label(self, text: str, line: Line, span: Span) -> Span | None:
        """Return the name before the colon that opens a sentence, without the colon; it stays for the rest of the block."""
        start = max(span.start, line.body)
        if line.kind not in ("text", "item", "fragment") or text.find(":", start, min(span.end, start + _LONGEST_LABEL)) < 0:
            return None
        match = _LABEL.match(text, start, span.end)
        if match is None:
            return None
        words = match[1].casefold().split()
        if len(words) > _LABEL_WORDS or " ".join(words) in self._no_labels or not self._verbs.isdisjoint(words):
            return None
        return Span(*match.span(1))
