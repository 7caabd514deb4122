"""The quantity grammar: from a text to every quantity in it."""

from collections.abc import Iterator

import ahocorasick

from helpers.model import Quantity
from helpers.normalise.amounts import read_amount
from helpers.normalise.bounds import Prefix, opened, prefix_opens, read_prefix
from helpers.normalise.frequency import frequency_of, read_frequency
from helpers.normalise.lexicon import Lexicon
from helpers.normalise.operands import Amount
from helpers.normalise.others import other_of, read_other
from helpers.normalise.points import read_point
from helpers.normalise.reader import FIGURES, Reader, Reading, in_days
from helpers.packs.quantities import QuantityWords

_REACH = 40  # characters around a figure or a number word within which its quantity and the words that explain it lie


class QuantityGrammar:
    """Finds quantities in one pass: cheap anchors first (figures, number words, units), then the grammar around them.

    Parameters
    ----------
    words : QuantityWords
        The pack's ``quantities.yml``.
    """

    def __init__(self, words: QuantityWords) -> None:
        self._lexicon = Lexicon(words)
        self._anchors = ahocorasick.Automaton()
        for anchor in (*self._lexicon.anchors(), *self._lexicon.characters, *"0123456789"):
            self._anchors.add_word(anchor, len(anchor))
        self._anchors.make_automaton()

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
        """Return the quantities of ``text[start:end]`` in order; none crosses a line or a sentence end, none overlaps another.

        Parameters
        ----------
        text : str
            A whole document or any part of one.
        start, end : int
            Half-open offsets; the default is the whole text.

        Returns
        -------
        list of Quantity
            Offsets point into ``text``; times are in days, lengths in millimetres.
        """
        shown = self._lexicon.tokenizer.plain(text[start:end])
        found: list[Quantity] = []
        for left, right in self._windows(shown):
            reader = Reader(self._lexicon.tokenizer.read(shown, left, right), self._lexicon)
            found.extend(_quantities(reader, start))
        return found

    def _windows(self, shown: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches around anchors, merged where they touch and cut between words."""
        left, right = 0, -1
        for last, length in self._anchors.iter_long(shown):
            first, stop = last + 1 - length, last + 1
            if shown[first].isalpha() and (shown[first - 1 : first].isalpha() or shown[stop : stop + 1].isalnum()):
                continue  # inside a word
            if first - _REACH <= right:
                right = stop + _REACH
                continue
            if right >= 0:
                yield left, _cut_right(shown, right)
            left, right = _cut_left(shown, max(0, first - _REACH), first), stop + _REACH
        if right >= 0:
            yield left, _cut_right(shown, right)


def _cut_left(shown: str, place: int, most: int) -> int:
    """Move ``place`` right, out of the word it would cut, up to ``most``."""
    while 0 < place < most and shown[place].isalnum() and shown[place - 1].isalnum():
        place += 1
    return place


def _cut_right(shown: str, place: int) -> int:
    """Move ``place`` left, out of the word it would cut."""
    least = place - _REACH
    while least < place < len(shown) and shown[place].isalnum() and shown[place - 1].isalnum():
        place -= 1
    return min(place, len(shown))


def _quantities(reader: Reader, offset: int) -> Iterator[Quantity]:
    behind = 0
    for place in reader.places(reader.lexicon.openers):
        if place < behind:
            continue
        prefix = read_prefix(reader, place)
        behind = max(place + 1, prefix.stop)
        reading = _read(reader, prefix) if _may_begin(reader, prefix.stop) else None
        if reading is None:
            continue
        first = prefix.stop if _stands_apart(reader, prefix, reading) else prefix.start
        first += _is_lead(reader, first, reading)
        start, end = reader.token(first).start + offset, reader.token(reading.stop - 1).end + offset
        yield Quantity(start, end, reading.low, reading.high, reading.dimension, reading.form, reading.vague)
        behind = reading.stop


def _may_begin(reader: Reader, place: int) -> bool:
    """Say whether a quantity can begin at ``place``, so that most articles cost no more than a look."""
    lexicon, core = reader.lexicon, reader.token(place)
    if core.text in lexicon.articles:
        return reader.text(place + 1) in lexicon.after_article
    return core.text in lexicon.cores or core.kind in FIGURES


def _stands_apart(reader: Reader, prefix: Prefix, reading: Reading) -> bool:
    """Say whether the words before it are no part of a quantity: "from" and "over" of a plain count, all of a name's."""
    if reader.token(prefix.stop).kind == "code":
        return True
    return reading.dimension == "count" and prefix.kind in ("from", "span") and (reading.low == reading.high or reading.vague)


def _is_lead(reader: Reader, place: int, reading: Reading) -> bool:
    """Say whether the quantity begins behind a vague word that only leads to its number ("a course of" of "a course of 3-6")."""
    return (
        reading.dimension == "count"
        and not reading.vague
        and reader.text(place) in reader.lexicon.vague
        and place + 1 < reading.stop
    )


def _read(reader: Reader, prefix: Prefix) -> Reading | None:
    """Read one quantity behind its prefix; what its surroundings name goes first, a bare count last."""
    place = prefix.stop
    lexicon, core = reader.lexicon, reader.token(place)
    figure = core.kind in FIGURES
    found = read_other(reader, place) if figure or core.text in lexicon.naming else None
    if found is None and core.text in lexicon.recurring:
        found = read_frequency(reader, place, prefix)
    if found:
        return _bounded(found, prefix) if found.form == "price" else found
    found = read_point(reader, place, prefix) if figure or core.text in lexicon.placing else None
    if found:
        return _bounded(found, prefix)
    amount = read_amount(reader, place, prefix.kind, determined=prefix.determined)
    if amount is None:
        return None
    found = other_of(reader, amount, place, prefix)
    if found:
        return _bounded(found, prefix) if found.form == "price" else found
    return frequency_of(reader, amount, prefix) or _amount(reader, amount, prefix)


def _bounded(reading: Reading, prefix: Prefix) -> Reading:
    """Open the side that the words before a price or a place on a time line name ("from £99", "up to week 3")."""
    if reading.low is None and reading.high is None:
        return reading
    side = "lower" if prefix.kind == "from" and reading.low == reading.high else prefix.kind
    low, high = opened((reading.low, reading.high), side)
    return reading._replace(low=low, high=high)


def _amount(reader: Reader, amount: Amount, prefix: Prefix) -> Reading | None:
    """Read an amount of time or length, or a count."""
    unit = amount.unit
    if unit is None and not prefix.kind and _is_pronoun(reader, amount, prefix.start):
        return None
    opens = prefix_opens(reader, prefix, amount.single, unit is not None)
    low, high = opened(
        amount.bounds(), opens if unit is not None or opens or amount.side else _side_behind_noun(reader, amount.stop)
    )
    if unit is None:  # "the first three visits" says which, not how many
        return Reading(low, high, "other" if prefix.determined else "count", "amount", amount.vague, amount.stop)
    low, high = in_days(low, unit), in_days(high, unit)
    if unit.dimension == "length":
        return Reading(low, high, "length", "amount", amount.vague, amount.stop)
    often = reader.text(amount.stop) in reader.lexicon.intervals
    return Reading(low, high, "time", "frequency" if often else "amount", amount.vague, amount.stop)


def _side_behind_noun(reader: Reader, stop: int) -> str:
    """Return the side that "or more" or its like opens behind the noun that is counted ("ten sessions or more")."""
    lexicon = reader.lexicon
    if reader.token(stop).kind != "word" or reader.text(stop) in lexicon.no_nouns:
        return ""
    behind = reader.text(stop + 1)
    side = lexicon.bounds_after.get(behind, "") if behind.split(" ")[0] in lexicon.or_words else ""
    return side if side in ("lower", "upper") else ""


def _is_pronoun(reader: Reader, amount: Amount, start: int) -> bool:
    """Say whether a number word points at something instead of counting it ("this one", "one of the best")."""
    lexicon = reader.lexicon
    if not amount.single or reader.text(start) not in lexicon.pronouns or amount.stop != start + 1:
        return False
    follows, before = reader.token(amount.stop), reader.token(start - 1)
    alone = follows.kind == "stop" and follows.text != "-" and before.kind != "stop"
    return alone or before.text in lexicon.pronoun_after or follows.text in lexicon.pronoun_before
