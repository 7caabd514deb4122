"""Finds every word of the pack's lexicons in a text, in one pass."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import ahocorasick

from helpers.model import Quantity
from helpers.packs.lexicon import LexiconClass
from helpers.packs.rules import AMOUNTS

_LETTERS = re.compile(r"[^\W\d_]*")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_REGULAR = frozenset({"", "e", "s", "es", "ed", "d", "ing", "ies", "ied", "y"})
_SPACES = "-‐‑‒–\u00a0\u2009\u202f\u00ad\t"
_FOLD = {**dict.fromkeys(map(ord, _SPACES), " "), ord("’"): "'", ord("‘"): "'"}


RULING = "a word that rules"


class Mention(NamedTuple):
    """A phrase of a class, or a quantity, where it stands.

    Attributes
    ----------
    cls, value : str
        Lexicon class and value; for a quantity its dimension or form, and "".
    key : str
        ``cls.value``.
    start, end : int
        Half-open offsets.
    first, last : int
        Half-open range of word numbers in the document.
    quantity : Quantity or None
    """

    cls: str
    value: str
    key: str
    start: int
    end: int
    first: int
    last: int
    quantity: Quantity | None = None


def fold(text: str) -> str:
    """Return the text in lower case, with hyphens and unusual spaces as spaces; every character keeps its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower.translate(_FOLD)


def word_starts(text: str) -> list[int]:
    """Return where each word of the text starts."""
    return [match.start() for match in _WORD.finditer(text)]


class Lexicon:
    """All phrases of a pack, compiled into one automaton.

    Parameters
    ----------
    classes : mapping of str to LexiconClass
    """

    def __init__(self, classes: Mapping[str, LexiconClass]) -> None:
        entries: dict[str, list[tuple[str, str, str]]] = {}
        for cls, lexicon in classes.items():
            for value, phrases in lexicon.values.items():
                for phrase in phrases:
                    entries.setdefault(fold(phrase.rstrip("~*")), []).append((cls, value, phrase[-1] if phrase[-1] in "~*" else ""))
        self._automaton = ahocorasick.Automaton()
        for phrase, meanings in entries.items():
            self._automaton.add_word(phrase, (len(phrase), tuple(meanings)))
        self._automaton.make_automaton()
        self._ruling = frozenset(cls for cls, lexicon in classes.items() if lexicon.governs)
        self._hiding = frozenset(cls for cls, lexicon in classes.items() if lexicon.hides) | AMOUNTS

    def mentions(self, text: str, quantities: Iterable[Quantity], words: list[int]) -> list[Mention]:
        """Return what the text mentions, by place, without phrases that lie inside a longer one.

        Parameters
        ----------
        text : str
        quantities : iterable of Quantity
            The text's quantities, which become mentions of the class of their dimension or form.
        words : list of int
            Where each word of the text starts.
        """
        folded = fold(text)
        found = [_mention(cls, value, start, end, words) for cls, value, start, end in self._phrases(folded)]
        found += [_mention(_kind(quantity), "", quantity.start, quantity.end, words, quantity) for quantity in quantities]
        found.sort(key=lambda mention: (mention.start, -mention.end))
        return list(self._without_hidden(found))

    def _phrases(self, folded: str) -> Iterator[tuple[str, str, int, int]]:
        """Yield class, value and place of every phrase that stands at word boundaries."""
        size = len(folded)
        for last, (length, meanings) in self._automaton.iter(folded):
            start, end = last + 1 - length, last + 1
            if start and folded[start].isalnum() and folded[start - 1].isalnum():
                continue
            if not folded[last].isalnum() or end == size or not folded[end].isalnum():
                for cls, value, _ in meanings:
                    yield cls, value, start, end
                continue
            stop = min(_LETTERS.match(folded, end).end(), size)  # type: ignore[union-attr]  # the pattern matches anything
            regular = folded[end:stop] in _REGULAR and not folded[stop : stop + 1].isalnum()
            for cls, value, inflection in meanings:
                if inflection == "*" or (inflection and regular):
                    yield cls, value, start, stop

    def _without_hidden(self, found: list[Mention]) -> Iterator[Mention]:
        """Drop what lies inside a longer phrase that is read as one word, or inside a longer one of its own kind.

        All words that rule are of one kind: "before applying" rules, the "applying" in it does not.
        """
        cover = (-1, -1)
        ends: dict[str, tuple[int, int]] = {}
        for mention in found:
            place = (mention.start, mention.end)
            kin = RULING if mention.cls in self._ruling else mention.cls
            own = ends.get(kin, (-1, -1))
            if (mention.end <= cover[1] and place != cover) or (mention.end <= own[1] and place != own):
                continue
            if mention.cls in self._hiding and mention.end > cover[1]:
                cover = place
            ends[kin] = place
            yield mention


def _kind(quantity: Quantity) -> str:
    return quantity.dimension if quantity.dimension != "time" or quantity.form == "amount" else quantity.form


def _mention(cls: str, value: str, start: int, end: int, words: list[int], quantity: Quantity | None = None) -> Mention:
    first = bisect_left(words, start)
    return Mention(cls, value, f"{cls}.{value}", start, end, first, max(first + 1, bisect_left(words, end)), quantity)
