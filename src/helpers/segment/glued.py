"""Headings that lost the space behind them: "Hair LossHair loss may ..." is cut into heading and sentence.

A capital inside a word is no proof: brand names have one too. The part before must read like a heading from the start of the
line or sentence, the part behind must open a sentence, and the page must use both words by themselves.
"""

import re
from collections import Counter

from helpers.packs.furniture import SegmentWords
from helpers.segment.lines import Line
from helpers.segment.space import trim
from helpers.segment.titles import is_title

_BOUNDARY = re.compile(r"[a-z)](?=[A-Z])")
_TOKEN_BEFORE = re.compile(r"[^\W_]*$")
_TOKEN_AFTER = re.compile(r"[^\W_]*")
_OPENING = re.compile(r"([A-Z][\w’'-]*),? +(?=[a-z])")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\s*(?=[A-Z])")
_WORDS = re.compile(r"[^\W\d_]+")
_LONGEST_HEADING = 90
_LONGEST_TOKEN = 40
_MOST_WORDS = 10


class GluedHeadings:
    """Cuts glued headings off the sentences behind them.

    Parameters
    ----------
    words : SegmentWords
        Words that open sentences, words that headings are made of.
    """

    def __init__(self, words: SegmentWords) -> None:
        self._starters = frozenset(word.casefold() for word in words.starters.words)
        self._headings = frozenset(words.heading_words.words)
        self._small = frozenset(words.small_words.words)

    def cut(self, text: str, lines: list[Line]) -> list[Line]:
        """Return the lines with each glued heading as a line of its own."""
        boundaries = [match.end() for match in _BOUNDARY.finditer(text)]
        if not boundaries:
            return lines
        tokens = {position: _token(text, position) for position in boundaries}
        times = Counter(tokens.values())
        alone = [position for position in boundaries if times[tokens[position]] == 1]
        if not alone:
            return lines
        known = frozenset(_WORDS.findall(text.casefold()))
        pieces: list[Line] = []
        upcoming = 0
        for line in lines:
            while upcoming < len(alone) and alone[upcoming] < line.body:
                upcoming += 1
            while line.kind == "text" and upcoming < len(alone) and alone[upcoming] < line.end:
                boundary = alone[upcoming]
                upcoming += 1
                begin = self._heading_start(text, line.start, boundary, known)
                if begin is not None:
                    if begin > line.start:
                        pieces.append(line._replace(end=trim(text, line.start, begin)[1]))
                    pieces.append(line._replace(start=begin, body=begin, end=boundary, kind="heading"))
                    line = line._replace(start=boundary, body=boundary, blank_before=False)
            pieces.append(line)
        return pieces

    def _heading_start(self, text: str, start: int, boundary: int, known: frozenset[str]) -> int | None:
        """Return where the heading that ends at ``boundary`` begins, or None where there is none."""
        opening = _OPENING.match(text, boundary)
        if opening is None:
            return None
        begin = max(start, boundary - _LONGEST_HEADING)
        ends = list(_SENTENCE_END.finditer(text, begin, boundary))
        if ends:
            begin = ends[-1].end()
        elif begin > start:
            return None
        words = text[begin:boundary].split()
        if not words or len(words) > _MOST_WORDS or not is_title(words, self._small):
            return None
        last = words[-1].strip("()").casefold()
        first = opening[1].casefold()
        if last in self._headings or first in self._starters or first == words[0].casefold():
            return begin
        attested = last in known and first in known
        return begin if len(words) > 1 and attested and words[0].casefold() not in self._starters else None


def _token(text: str, position: int) -> str:
    """Return the unbroken word around a position."""
    before = _TOKEN_BEFORE.search(text[max(0, position - _LONGEST_TOKEN) : position])
    after = _TOKEN_AFTER.match(text, position, position + _LONGEST_TOKEN)
    return (before[0] if before else "") + (after[0] if after else "")
