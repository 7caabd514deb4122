"""Finds every word of the pack's lexicons in a text, in one pass."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, product
from typing import NamedTuple

import ahocorasick

from helpers.extract.folding import Prepared, fold
from helpers.model import Quantity
from helpers.packs.inflection import REGULAR
from helpers.packs.lexicon import LexiconClass

Meaning = frozenset[tuple[str, str]]
_NOTHING: Meaning = frozenset()
COMPARATOR = "comparator"
_COMPARED = (COMPARATOR, "than")

_LETTERS = re.compile(r"[^\W\d_]*")
_GLUED = re.compile(r"(?<=\w\.)\w|\w(?=[-.][^\W\d_])")


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


class Said(tuple[Mention, ...]):
    """The mentions of a stretch of text, in order."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """The classes, and each ``class.value``, of all of them."""
        return keys_of(self)


def keys_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the classes, and each ``class.value``, of what is mentioned."""
    return frozenset().union(*[mention.sense.keys for mention in mentions])


def distance(one: Mention, other: Mention) -> int:
    """Return how many words stand between two mentions."""
    if one.last <= other.first:
        return other.first - one.last
    return max(one.first - other.last, 0)


class Mentions:
    """What a text mentions, in order of its place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._within: dict[tuple[int, int], Said] = {}

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._mentions)

    def within(self, start: int, end: int) -> Said:
        """Return the mentions inside a span."""
        found = self._within.get((start, end))
        if found is None:
            first = bisect_left(self._starts, start)
            last = bisect_left(self._starts, end, first)
            found = Said([mention for mention in self._mentions[first:last] if mention.end <= end])
            self._within[start, end] = found
        return found


def spelled_out(phrase: str) -> list[str]:
    """Return a phrase with each regular ending of its words, but for the last: the text shows that one's ending.

    Examples
    --------
    >>> [form for form in spelled_out("iron~ out") if form in ("iron out", "irons out", "ironing out")]
    ['iron out', 'ironing out', 'irons out']
    """
    if "~ " not in phrase:
        return [phrase]
    *before, last = phrase.split(" ")
    forms = ([word[:-1] + ending for ending in sorted(REGULAR)] if word.endswith("~") else [word] for word in before)
    return [" ".join((*words, last)) for words in product(*forms)]


class Lexicon:
    """All phrases of a pack, compiled into one automaton.

    Parameters
    ----------
    classes : mapping of str to LexiconClass
    """

    def __init__(self, classes: Mapping[str, LexiconClass]) -> None:
        self._classes = classes
        self._senses: dict[Meaning, Sense] = {}
        self._nested: dict[tuple[Meaning, ...], Meaning] = {}
        self._kinds = {kind: Sense(frozenset({kind}), {}, True, False) for kind in QUANTITY_KINDS}
        marks: dict[str, Meaning] = {}
        found: dict[str, dict[str, Meaning]] = {"": {}, "~": {}, "*": {}}
        for cls, lexicon in classes.items():
            for value, phrases in lexicon.values.items():
                one: Meaning = frozenset({(cls, value)})
                for phrase in chain.from_iterable(map(spelled_out, phrases)):
                    ending = phrase[-1] if phrase[-1] in "~*" else ""
                    words = fold(phrase.rstrip("~*")).strip()
                    table, key = (found[ending], words) if words else (marks, phrase)
                    known = table.get(key)
                    table[key] = one if known is None else known | one
        self._marks = marks
        self._mark = re.compile("|".join(map(re.escape, sorted(marks))) or r"(?!)")
        self._automaton = ahocorasick.Automaton()
        exact, regular, free = found.values()
        for words, meaning in exact.items():
            if words not in regular and words not in free:
                self._automaton.add_word(f" {words} ", (len(words), " " in words, meaning, None))
        for words in regular.keys() | free.keys():
            bent, any_end = regular.get(words, _NOTHING), free.get(words, _NOTHING)
            self._automaton.add_word(f" {words} ", (len(words), " " in words, exact.get(words, _NOTHING) | bent | any_end, None))
            self._automaton.add_word(f" {words}", (len(words), " " in words, bent | any_end, any_end))
        if any(found.values()):
            self._automaton.make_automaton()

    def mentions(self, prepared: Prepared, quantities: Iterable[Quantity] = ()) -> list[Mention]:
        """Return what a text mentions, by place, without phrases that lie inside a longer one.

        Parameters
        ----------
        prepared : Prepared
            The text.
        quantities : iterable of Quantity
            The text's quantities, which become mentions of the class of their dimension or form.
        """
        words = prepared.words
        spans = self._spans(prepared)
        measured: dict[tuple[int, int], Quantity] = {}
        for quantity in quantities:
            measured[quantity.start, -quantity.end] = quantity
            spans.setdefault((quantity.start, -quantity.end), _NOTHING)
        bounded = {start for start, _ in measured}
        senses, first, reach, covered = self._senses, 0, 0, -1
        longer: list[tuple[int, Meaning]] = []
        found: list[Mention] = []
        for place in sorted(spans):
            start, end, meaning = place[0], -place[1], spans[place]
            first = bisect_left(words, start, first)
            last = bisect_left(words, end, first)
            if last == first:
                last += 1
            if end <= covered:
                if start in bounded and _COMPARED in meaning:
                    found.append(Mention(start, end, first, last, self._sense(frozenset({_COMPARED}))))
                continue
            if longer:
                longer = [one for one in longer if one[0] >= end] if start < reach else []
                still = self._apart_from(meaning, longer) if longer and meaning else meaning
            else:
                still = meaning
            if still:
                sense = senses.get(still) or self._sense(still)
                found.append(Mention(start, end, first, last, sense))
                longer.append((end, still))
                if end > reach:
                    reach = end
                if sense.hides:
                    covered = end
            if start in bounded and place in measured:
                quantity = measured[place]
                found.append(Mention(start, end, first, last, self._kinds[_kind(quantity)], quantity))
                covered = end if quantity.dimension != "other" else covered
        return found

    def _spans(self, prepared: Prepared) -> dict[tuple[int, int], Meaning]:
        """Return what every phrase means by its start and, negative, its end; one of several words does not cross a line."""
        text, (shown, places), _ = prepared
        spans: dict[tuple[int, int], Meaning] = {}
        for mark in self._mark.finditer(text) if self._marks else ():
            spans[mark.start(), -mark.end()] = self._marks[mark.group()]
        if not len(self._automaton):
            return spans
        folded = f" {shown} "
        for final, (length, several, meaning, free) in self._automaton.iter(folded):
            if free is None:
                end = final - 1
                start = end - length
            elif folded[final + 1] == " ":
                continue
            else:
                start = final - length
                letters = _LETTERS.match(folded, final + 1)
                end = letters.end() - 1 if letters else final
                if end == final or folded[end + 1].isalnum():
                    continue
                if folded[final + 1 : end + 1] not in REGULAR:
                    if not free:
                        continue
                    meaning = free
            start, end = places[start], places[end - 1] + 1
            if end - start == 1 and _GLUED.match(text, start):  # "i.e.", "d-panthenol"
                continue
            if several and text.find("\n", start, end) >= 0:
                continue
            place = (start, -end)
            known = spans.get(place)
            spans[place] = meaning if known is None else known | meaning
        return spans

    def _apart_from(self, meaning: Meaning, longer: list[tuple[int, Meaning]]) -> Meaning:
        """Return what a phrase still means inside longer ones: nothing of their classes, and no ruling inside a ruling one."""
        nested = (meaning, *[outer for _, outer in longer])
        if nested not in self._nested:
            around = {cls for _, outer in longer for cls, _ in outer}
            ruled = any(self._classes[cls].governs for cls in around)
            self._nested[nested] = frozenset(
                (cls, value) for cls, value in meaning if cls not in around and not (ruled and self._classes[cls].governs)
            )
        return self._nested[nested]

    def _sense(self, meaning: Meaning) -> Sense:
        values = dict(sorted(meaning))
        keys = frozenset(values) | frozenset(f"{cls}.{value}" for cls, value in meaning)
        classes = [self._classes[cls] for cls in values]
        sense = Sense(keys, values, any(cls.hides for cls in classes), any(cls.governs for cls in classes))
        self._senses[meaning] = sense
        return sense


QUANTITY_KINDS = ("time", "frequency", "point", "count", "length", "year", "price", "other")


def _kind(quantity: Quantity) -> str:
    return quantity.dimension if quantity.form == "amount" else quantity.form
