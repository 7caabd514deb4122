"""Finds every word of the pack's lexicons in a text, in one pass."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import ahocorasick

from helpers.model import Quantity
from helpers.packs.lexicon import LexiconClass

Meaning = frozenset[tuple[str, str]]

_LETTERS = re.compile(r"[^\W\d_]*")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_REGULAR = frozenset({"", "e", "s", "es", "ed", "d", "ing", "ies", "ied", "y"})
_SPACES = "-‐‑‒–\u00a0\u2009\u202f\u00ad\t"
_FOLD = {**dict.fromkeys(map(ord, _SPACES), " "), ord("’"): "'", ord("‘"): "'"}


class Sense(NamedTuple):
    """Everything a phrase can mean.

    Attributes
    ----------
    keys : frozenset of str
        Its classes, and each as ``class.value``.
    values : mapping of str to str
        Class -> value (an item, a level, or a name).
    hides : bool
        It is one word to the reader: what lies inside it is not read apart.
    rules : bool
        It rules what follows it in its clause.
    """

    keys: frozenset[str]
    values: Mapping[str, str]
    hides: bool
    rules: bool


class Mention(NamedTuple):
    """A phrase, or a quantity, where it stands.

    Attributes
    ----------
    start, end : int
        Half-open offsets.
    first, last : int
        Half-open range of word numbers in the document.
    sense : Sense
    quantity : Quantity or None
    """

    start: int
    end: int
    first: int
    last: int
    sense: Sense
    quantity: Quantity | None = None

    def means(self, wanted: frozenset[str]) -> bool:
        """Say whether it belongs to one of these classes, or is one of these ``class.value``."""
        return not wanted.isdisjoint(self.sense.keys)


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
        self._classes = classes
        self._senses: dict[Meaning, Sense] = {}
        self._kinds = {kind: Sense(frozenset({kind}), {}, True, False) for kind in QUANTITY_KINDS}
        meanings: dict[str, dict[str, set[tuple[str, str]]]] = {}
        for cls, lexicon in classes.items():
            for value, phrases in lexicon.values.items():
                for phrase in phrases:
                    ending = phrase[-1] if phrase[-1] in "~*" else ""
                    meanings.setdefault(fold(phrase.rstrip("~*")), {}).setdefault(ending, set()).add((cls, value))
        self._automaton = ahocorasick.Automaton()
        for phrase, by_ending in meanings.items():
            exact, regular, free = (frozenset(by_ending.get(ending, ())) for ending in ("", "~", "*"))
            self._automaton.add_word(phrase, (len(phrase), exact | regular | free, regular | free, free))
        if meanings:
            self._automaton.make_automaton()

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
        meanings = self._phrases(fold(text))
        measured = {(quantity.start, quantity.end): quantity for quantity in quantities}
        cover: tuple[int, int] = (-1, -1)
        longer: list[tuple[int, int, Meaning]] = []
        found: list[Mention] = []
        for place in sorted(meanings.keys() | measured.keys(), key=lambda place: (place[0], -place[1])):
            start, end = place
            if end <= cover[1]:
                continue
            meaning = meanings.get(place, frozenset())
            longer = [one for one in longer if one[1] >= end]
            if longer and meaning:
                meaning = self._apart_from(meaning, longer)
            quantity = measured.get(place)
            if not meaning and quantity is None:
                continue
            first = bisect_left(words, start)
            last = max(first + 1, bisect_left(words, end, first))
            if meaning:
                sense = self._sense(meaning)
                found.append(Mention(start, end, first, last, sense))
                longer.append((start, end, meaning))
            if quantity is not None:
                found.append(Mention(start, end, first, last, self._kinds[_kind(quantity)], quantity))
            if quantity is not None or sense.hides:
                cover = place
        return found

    def _phrases(self, folded: str) -> dict[tuple[int, int], Meaning]:
        """Return place -> meaning of every phrase that stands at word boundaries."""
        found: dict[tuple[int, int], Meaning] = {}
        size = len(folded)
        if not len(self._automaton):
            return found
        for final, (length, exact, regular, free) in self._automaton.iter(folded):
            end = final + 1
            start = end - length
            if start and folded[start].isalnum() and folded[start - 1].isalnum():
                continue
            meaning = exact
            if end < size and folded[end].isalnum() and folded[final].isalnum():
                if not regular:
                    continue
                letters = _LETTERS.match(folded, end)
                stop = letters.end() if letters else end
                inflected = folded[end:stop] in _REGULAR and not folded[stop : stop + 1].isalnum()
                meaning, end = (regular if inflected else free), stop
            if meaning:
                place = (start, end)
                found[place] = found[place] | meaning if place in found else meaning
        return found

    def _apart_from(self, meaning: Meaning, longer: list[tuple[int, int, Meaning]]) -> Meaning:
        """Return what a phrase still means inside longer ones: nothing of their classes, and no ruling inside a ruling one."""
        around = {cls for _, _, outer in longer for cls, _ in outer}
        ruled = any(self._classes[cls].governs for cls in around)
        return frozenset(
            (cls, value) for cls, value in meaning if cls not in around and not (ruled and self._classes[cls].governs)
        )

    def _sense(self, meaning: Meaning) -> Sense:
        sense = self._senses.get(meaning)
        if sense is None:
            values = dict(sorted(meaning))
            keys = frozenset(values) | frozenset(f"{cls}.{value}" for cls, value in meaning)
            classes = [self._classes[cls] for cls in values]
            sense = Sense(keys, values, any(cls.hides for cls in classes), any(cls.governs for cls in classes))
            self._senses[meaning] = sense
        return sense


QUANTITY_KINDS = ("time", "frequency", "point", "count", "length", "year", "other")


def _kind(quantity: Quantity) -> str:
    return quantity.dimension if quantity.dimension != "time" or quantity.form == "amount" else quantity.form
