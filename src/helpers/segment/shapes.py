"""Lines -> kinds: which short line is a heading, a question, a badge or an item whose bullet was lost.

A short line without a final mark is a heading where prose or a list follows and it holds no figure. It is a fragment (a badge, a
value on a card) where it holds a figure or stands in a stack of short lines. The difference is soft: extraction looks at both.
"""

import re

from helpers.packs.furniture import Scope, SegmentWords
from helpers.segment.lines import Line
from helpers.segment.space import last_mark
from helpers.segment.splitter import Splitter
from helpers.segment.stacks import FIGURE, find_lost_items, name_values
from helpers.segment.titles import is_title

_LABELLED = re.compile(r":[*_]*\s+")
_NUMBERED = re.compile(r"\d")
_VALUE = re.compile(
    r"[;|]|(?<!\w)\d"
)  # a label's value, though it be written with capitals ("Visits: Mostly 3", "Extras: Tea; Parking")
_SHORT_WORDS = 16
_SHORT = 130
_NAME_WORDS = 6
_LABEL_WORDS = 3
_UNMARKED = ("short", "fragment", "item")
_CONTENT = ("text", "item", "row", "header")


class Shapes:
    """Tells headings, questions, fragments and items from prose.

    Parameters
    ----------
    words : SegmentWords
        Verbs, question words and the words that leave a lead-in open.
    splitter : Splitter
        Tells a line of several sentences from a short one.
    """

    def __init__(self, words: SegmentWords, splitter: Splitter) -> None:
        self._splitter = splitter
        self._verbs = frozenset(words.finite_verbs.words)
        self._questions = frozenset(words.question_words.words)
        self._small = frozenset(words.small_words.words)
        self._open = frozenset(words.open_lead_ins.words)
        self._headings = frozenset(words.heading_words.words)
        names = "|".join(words.list_headings.words)
        self._lists = re.compile(rf"(?:{names})(?: (?:and|&|or|for|of|to|after|with)\b.{{0,40}})?$", re.IGNORECASE)

    def resolve(self, text: str, lines: list[Line], cues: list[Scope | None]) -> list[Line]:
        """Return the lines with their kinds; those without a furniture cue as if the others were not there."""
        lines = [self._alone(text, line) for line in lines]
        page = iter(self._together(text, [line for line, cue in zip(lines, cues, strict=True) if cue is None]))
        return [
            next(page) if cue is None else line._replace(kind="fragment") if line.kind == "short" else line
            for line, cue in zip(lines, cues, strict=True)
        ]

    def _together(self, text: str, lines: list[Line]) -> list[Line]:
        """Judge lines by their neighbours."""
        lines = name_values(text, find_lost_items(text, lines, self._headings, self._lists))
        resolved: list[Line] = []
        for index, line in enumerate(lines):
            above = resolved[-1] if resolved else None
            below = lines[index + 1] if index + 1 < len(lines) else None
            if line.kind == "short":
                line = line._replace(kind="heading" if self._is_heading(text, line, above, below) else "fragment")
            elif line.kind == "item" and below is not None and self._item_heads(text, line, above, below):
                line = line._replace(kind="heading")
            resolved.append(line)
        return resolved

    def _alone(self, text: str, line: Line) -> Line:
        """Judge a line by itself: ``short`` where its neighbours must decide."""
        if line.kind not in ("text", "heading") or line.end - line.body > _SHORT:
            return line
        content = text[line.body : line.end]
        words = content.split()
        mark = last_mark(text, line.body, line.end)
        if len(words) > _SHORT_WORDS or self._holds_statement(text, line):
            return line
        if mark == "?":
            return line._replace(kind="question")
        if line.kind == "heading" or mark in ".!…;,":
            return line
        plain = [word.strip("*_:,()").casefold() for word in words]
        states = not self._verbs.isdisjoint(plain) and not is_title(words, self._small)
        if mark == ":":
            name = len(words) <= _NAME_WORDS and not states and plain[-1] not in self._open
            return line._replace(kind="heading") if name else line
        value = _LABELLED.split(content, maxsplit=1)[1:]
        if value and (_VALUE.search(value[0]) or not is_title(value[0].split(), self._small)):
            return line._replace(kind="fragment")
        statement = states and len(words) > 3 and plain[0] not in self._questions and plain[-1] not in self._open
        return line if statement else line._replace(kind="short")

    def _holds_statement(self, text: str, line: Line) -> bool:
        """Say whether a full stop or an exclamation mark ends a sentence before the line's last one."""
        if text.find(". ", line.body, line.end) < 0 and text.find("! ", line.body, line.end) < 0:
            return False
        spans = self._splitter.split(text, line.body, line.end)
        return any(last_mark(text, span.start, span.end) in ".!" for span in spans[:-1])

    def _is_heading(self, text: str, line: Line, above: Line | None, below: Line | None) -> bool:
        """Decide a short line by what it holds and what stands around it."""
        content = text[line.body : line.end]
        figure = FIGURE.search(content)
        if figure and (figure.start() == 0 or not is_title(content.split(), self._small)):
            return False
        if below is None:
            return above is None
        stacked = above is not None and above.kind == "fragment" and not line.blank_before
        if below.kind in _CONTENT:
            told = not is_title(content.split(), self._small) and ("," in content or len(content.split()) > _LABEL_WORDS)
            return not (stacked and (below.blank_before or told))
        if stacked:
            return False
        if above is None or below.kind != "short" or below.blank_before:
            return True
        return len(content.split()) <= _LABEL_WORDS and FIGURE.search(text, below.body, below.end) is not None

    def _item_heads(self, text: str, line: Line, above: Line | None, below: Line) -> bool:
        """Say whether a line behind a number or a bullet is a heading."""
        return self._heads_section(text, line, above, below) or self._glyph_heads(text, line, above, below)

    def _glyph_heads(self, text: str, line: Line, above: Line | None, below: Line) -> bool:
        """Say whether a short line behind a bullet is a heading ("■ Who must avoid"): no bullet like it stands above or below."""
        glyph, content = text[line.start], text[line.body : line.end]
        words = content.split()
        if glyph.isalnum() or glyph in "(-*" or len(words) > _NAME_WORDS or not content[0].isupper() or FIGURE.search(content):
            return False
        if any(other is not None and other.kind == "item" and text[other.start] == glyph for other in (above, below)):
            return False
        plain = [word.strip("*_:,()").casefold() for word in words]
        states = plain[0] not in self._questions and not self._verbs.isdisjoint(plain)
        return below.kind in ("text", "item") and not states and last_mark(text, line.body, line.end) not in ".!;,"

    def _heads_section(self, text: str, line: Line, above: Line | None, below: Line) -> bool:
        """Say whether a numbered short line is a section's heading: no next number follows, or none stands above."""
        if not _NUMBERED.match(text, line.start) or line.end - line.body > _SHORT:
            return False
        follows = below.kind == "text" or (below.kind == "item" and line.blank_before and not _NUMBERED.match(text, below.start))
        listed = above is not None and above.kind == "item" and _NUMBERED.match(text, above.start) is not None
        apart = not listed and below.kind in _UNMARKED and not _NUMBERED.match(text, below.start)
        if not follows and not apart:
            return False
        content = text[line.body : line.end]
        return last_mark(text, line.body, line.end) not in ".!?:;," and is_title(content.split(), self._small)
