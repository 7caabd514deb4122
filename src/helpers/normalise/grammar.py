"""The quantity grammar: from a text to every quantity in it."""

import re
from collections.abc import Iterator

from helpers.model import Quantity
from helpers.normalise.amounts import Amount, read_amount
from helpers.normalise.bounds import Prefix, opened, prefix_opens, read_prefix
from helpers.normalise.frequency import read_frequency
from helpers.normalise.lexicon import Lexicon
from helpers.normalise.others import counts_nothing, other, read_other
from helpers.normalise.points import read_point
from helpers.normalise.reader import Reader, Reading, in_days
from helpers.packs.quantities import QuantityWords

_REACH = 64  # characters around a figure or a number word within which its quantity and the words that explain it lie


class QuantityGrammar:
    """Finds quantities in one pass: cheap anchors first (figures, number words, units), then the grammar around them.

    Parameters
    ----------
    words : QuantityWords
        The pack's ``quantities.yml``.
    """

    def __init__(self, words: QuantityWords) -> None:
        self._lexicon = Lexicon(words)
        marks = re.escape("".join(words.numbers.characters))
        spelled = "|".join(map(re.escape, self._lexicon.anchors()))
        self._anchor = re.compile(rf"(?<![^\W{marks}])(?:[0-9{marks}][0-9,.]*+|(?:{spelled})(?!\w))", re.IGNORECASE)

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
        found: list[Quantity] = []
        for left, right in self._windows(text, start, len(text) if end is None else min(end, len(text))):
            reader = Reader(self._lexicon.tokenizer.read(text, left, right), self._lexicon)
            found.extend(_quantities(reader))
        return found

    def _windows(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches around anchors, merged where they touch and cut between words."""
        left = right = -1
        for match in self._anchor.finditer(text, start, end):
            if left >= 0 and right >= match.start() - _REACH:
                right = match.end() + _REACH
                continue
            if left >= 0:
                yield left, _word_end(text, right, end)
            left = _word_end(text, max(start, match.start() - _REACH), match.start(), start)
            right = match.end() + _REACH
        if left >= 0:
            yield left, _word_end(text, right, end)


def _word_end(text: str, place: int, end: int, start: int = 0) -> int:
    """Move ``place`` right to the end of the word it would cut."""
    place = min(place, end)
    while start < place < end and text[place].isalnum() and text[place - 1].isalnum():
        place += 1
    return place


def _quantities(reader: Reader) -> Iterator[Quantity]:
    place = 0
    while place < len(reader.tokens):
        prefix = read_prefix(reader, place)
        reading = _read(reader, prefix)
        if reading is None:
            place += 1
            continue
        first, last = reader.token(prefix.start), reader.token(reading.stop - 1)
        yield Quantity(first.start, last.end, reading.low, reading.high, reading.dimension, reading.form, reading.vague)
        place = reading.stop


def _read(reader: Reader, prefix: Prefix) -> Reading | None:
    """Read one quantity behind its prefix; what its surroundings name goes first, a bare count last."""
    place = prefix.stop
    found = read_other(reader, place, prefix) or read_frequency(reader, place, prefix)
    if found:
        return found
    found = read_point(reader, place, prefix)
    if found:
        if prefix.kind in ("lower", "upper") or (prefix.kind == "from" and found.low == found.high):
            low, high = opened((found.low, found.high), "lower" if prefix.kind == "from" else prefix.kind)
            return found._replace(low=low, high=high)
        return found
    amount = read_amount(reader, place, between=prefix.kind == "between", determined=prefix.determined)
    return _amount(reader, amount, prefix) if amount else None


def _amount(reader: Reader, amount: Amount, prefix: Prefix) -> Reading | None:
    lexicon = reader.lexicon
    stop = counts_nothing(reader, amount, prefix.start)
    if stop is not None:
        return other(amount, stop)
    unit = amount.unit
    if unit is None and not prefix.kind and _is_pronoun(reader, amount, prefix.start):
        return None
    side = prefix_opens(reader, prefix, amount.single, unit is not None)
    low, high = opened(amount.bounds(), side)
    if unit is None:
        return Reading(low, high, "count", "amount", amount.vague, amount.stop)
    low, high = in_days(low, unit), in_days(high, unit)
    if unit.dimension == "length":
        return Reading(low, high, "length", "amount", amount.vague, amount.stop)
    often = reader.text(amount.stop) in lexicon.intervals
    return Reading(low, high, "time", "frequency" if often else "amount", amount.vague, amount.stop)


def _is_pronoun(reader: Reader, amount: Amount, start: int) -> bool:
    """Say whether a number word points at something instead of counting it ("this one", "one of the best")."""
    lexicon = reader.lexicon
    if not amount.single or reader.text(start) not in lexicon.pronouns or amount.stop != start + 1:
        return False
    follows, before = reader.token(amount.stop), reader.token(start - 1)
    alone = follows.kind == "stop" and follows.text != "-" and before.kind != "stop"
    return alone or before.text in lexicon.pronoun_after or follows.text in lexicon.pronoun_before
