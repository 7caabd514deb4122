"""Block -> sentences: where a full stop, a question mark or an exclamation mark ends one.

The rules are few and the words are data. sentencex, tried on the same examples, keeps "30 min. Rest" and two sentences in
brackets whole, splits behind "approx.", and cannot read a lone surrogate.
"""

import re

from helpers.model import Span
from helpers.packs.furniture import SegmentWords
from helpers.segment.space import SPACE, after_space, trim

_STOP = re.compile(r"[.!?…:]++(?:[\"'”’»)\]*_]|\[\d{1,3}\])*+")
_BRACKET = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_OPENERS = "\"'“‘«([*_"
_GLUED = re.compile(r"[A-Z]\w{0,40}[ ,’']")
_WORD = re.compile(r"[\"'“‘«(\[*_]*([^\W\d_]+)")
_ANY_WORD = re.compile(r"\w")
_LOOK_BACK = 40
_SPACE_SET = frozenset(SPACE)


class Splitter:
    """Splits a block into sentences in one pass.

    Parameters
    ----------
    words : SegmentWords
        Abbreviations, the words that open sentences, and those that leave a lead-in open.
    """

    def __init__(self, words: SegmentWords) -> None:
        short = words.abbreviations
        self._never = frozenset(short.never.words)
        self._unit = frozenset(short.unit.words)
        self._figure = frozenset(short.figure.words)
        self._maybe = frozenset(short.maybe.words)
        self._starters = frozenset(words.starters.words)
        self._letter_nouns = frozenset(words.letter_nouns.words)
        self._open = frozenset(words.open_lead_ins.words)

    def split(self, text: str, start: int, end: int) -> list[Span]:
        """Return the sentences of ``text[start:end]`` in order; marks without a word stay with the last one."""
        found: list[Span] = []
        start, end = trim(text, start, end)
        brackets = [match.span() for match in _BRACKET.finditer(text, start, end)]
        upcoming = 0
        for match in _STOP.finditer(text, start, end):
            stop, close = match.span()
            if close == end:
                break
            while upcoming < len(brackets) and brackets[upcoming][1] <= stop:
                upcoming += 1
            if upcoming < len(brackets) and brackets[upcoming][0] < stop and close < brackets[upcoming][1]:
                continue
            if self._ends(text, start, stop, close, end):
                found.append(Span(start, close))
                start = after_space(text, close, end)
        if start < end:
            if found and not _ANY_WORD.search(text, start, end):
                start = found.pop().start
            found.append(Span(start, end))
        return found

    def _ends(self, text: str, start: int, stop: int, close: int, end: int) -> bool:
        """Say whether the mark at ``stop`` ends the sentence that began at ``start``; more text follows."""
        if text[close] not in _SPACE_SET:
            return close == stop + 1 and self._ends_glued(text, start, stop, close, end)
        if text[stop] == ":":
            return False
        following = after_space(text, close, end)
        lower = text[following : following + 1].islower()
        if text[stop] != "." or (close > stop + 1 and text[stop + 1] in ".?!"):
            quoted = text[close - 1] not in ".?!…"
            return not (lower and (quoted or text[stop] in ".…"))
        if lower and close > stop + 1:
            return False
        return self._full_stop(text, start, stop, following, lower)

    def _ends_glued(self, text: str, start: int, stop: int, close: int, end: int) -> bool:
        """Say whether a mark without a space behind it ends a sentence ("... for a day.Then it ...")."""
        asks = text[stop] in "?!" and stop > start and text[stop - 1].isalnum()
        if not (asks or text[max(start, stop - 2) : stop].islower()) or not _GLUED.match(text, close, end):
            return False
        word = text[max(start, stop - _LOOK_BACK) : stop].rsplit(None, 1)[-1].lstrip(_OPENERS).casefold()
        if text[stop] == ":":
            return word in self._open
        return not (text[stop] == "." and (word in self._never or word in self._unit or word in self._maybe or "." in word))

    def _full_stop(self, text: str, start: int, stop: int, following: int, lower: bool) -> bool:
        """Say whether a full stop with a space behind it ends a sentence."""
        before = text[max(start, stop - _LOOK_BACK) : stop].split()
        word = before[-1].lstrip(_OPENERS) if before else ""
        short = word.casefold()
        opening = text[following]
        if short in self._never or stop - start == 1 or (stop - start <= 3 and text[start:stop].isdecimal()):
            return False
        if opening.isdecimal() and (short in self._figure or short in self._unit):
            return False
        if short in self._unit:
            return not lower
        next_word = _WORD.match(text, following)
        starts = next_word is not None and next_word[1] in self._starters
        if short in self._maybe:
            return starts
        if lower:
            return len(word) > 3 and word.isalpha()
        if len(word) == 1 and word.isupper() and opening.isupper() and not starts:
            return not self._letter_nouns.isdisjoint(part.strip(",").casefold() for part in before[:-1])
        return True
