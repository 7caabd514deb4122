"""Amounts: one number or a range of two, with or without a unit."""

from typing import NamedTuple

from helpers.normalise.bounds import Bounds, joins, opened, read_suffix
from helpers.normalise.lexicon import NamedUnit
from helpers.normalise.numbers import read_number
from helpers.normalise.reader import Reader
from helpers.normalise.units import Measured, borrowed_unit, singular_unit, unit_after_number

_NOUN_LENGTH = 2  # tokens of the noun in "from a day of mild redness to a week"


class Amount(NamedTuple):
    """A number or a range in ``unit``; ``unit`` is None where the text names none.

    Attributes
    ----------
    low, high : float or None
        In ``unit``.
    single : bool
        One number, no range.
    side : str
        The side that words behind the number opened: ``lower``, ``upper`` or ``""``.
    """

    low: float
    high: float | None
    unit: NamedUnit | None
    vague: bool
    single: bool
    side: str
    stop: int

    def bounds(self) -> Bounds:
        """Return the bounds with the opened side open."""
        return opened((self.low, self.high), self.side)


def read_amount(reader: Reader, place: int, opening: str = "", *, determined: bool = False) -> Amount | None:
    """Read an amount at ``place``: "3", "2 to 4 weeks", "a week or two", "half an hour", "several months", "days".

    Parameters
    ----------
    opening : str
        The kind of the words before it: behind "between", "and" joins a range; behind "from", a range may name what each
        side is of ("from a few hours of redness to two days of swelling").
    determined : bool
        "first", "next" ... stood before it, so a unit alone is one of it.
    """
    first = _operand(reader, place, determined=determined)
    if first is None:
        return None
    link = _past_noun(reader, first.stop) if opening == "from" else first.stop
    joined = _joined(reader, first, link, opening) or first
    suffix = read_suffix(reader, joined.stop)
    if suffix.kind:
        side = suffix.kind if suffix.kind != "about" else joined.side
        joined = joined._replace(side=side, stop=suffix.stop)
    return joined


def _past_noun(reader: Reader, stop: int) -> int:
    """Pass "of redness" before a "to"; stay where no "to" follows."""
    if reader.text(stop) != "of":
        return stop
    for place in range(stop + 2, stop + 2 + _NOUN_LENGTH):
        if reader.text(place) in reader.lexicon.to_words:
            return place
    return stop


def _joined(reader: Reader, first: Amount, link: int, opening: str) -> Amount | None:
    """Read the second half of a range behind ``link`` and join it to the first, or return None where there is none."""
    lexicon = reader.lexicon
    if not joins(reader, link, opening):
        return None
    place = link + 1
    while reader.text(place) in lexicon.approximators:
        place += 1
    second = _operand(reader, place, determined=False)
    if second is None:
        return None
    if second.unit is None and first.unit is not None:
        if reader.text(link) not in lexicon.or_words and reader.token(second.stop).kind == "word":
            return None
        second = second._replace(unit=first.unit)
    low, high, unit = first.low, second.high, second.unit
    if unit is not None:
        low_unit = first.unit or borrowed_unit(lexicon, low, unit, high)
        if unit.dimension != low_unit.dimension:
            return None
        low = low * low_unit.size / unit.size
    if high is not None and low > high:
        return None
    return Amount(low, high, unit, first.vague or second.vague, False, second.side or first.side, second.stop)


def _operand(reader: Reader, place: int, *, determined: bool) -> Amount | None:
    """Read one side of a range."""
    lexicon = reader.lexicon
    text = reader.text(place)
    if text in lexicon.vague:
        return _vague(reader, place)
    return _part_of_unit(reader, place) or _numbered(reader, place) or _unit_alone(reader, place, determined)


def _vague(reader: Reader, place: int) -> Amount | None:
    """Read a vague word with its unit; a number behind it ("a course of 3-6") says more and is taken instead."""
    lexicon = reader.lexicon
    exact = _numbered(reader, place + 1)
    if exact is not None:
        return exact
    if reader.text(place - 1) in lexicon.vague_not_after:
        return None
    low, high = lexicon.vague[reader.text(place)]
    stop = place + 1
    size = lexicon.multipliers.get(reader.text(stop))
    if size is not None:
        low, high, stop = low * size, high and high * size, stop + 1
    found = unit_after_number(reader, stop)
    if found:
        return Amount(low, high, found.unit, True, True, "", found.stop)
    return Amount(low, high, None, True, True, "", stop)


def _part_of_unit(reader: Reader, place: int) -> Amount | None:
    """Read "half an hour", "a half day", "three quarters of an hour", "half a dozen"."""
    lexicon = reader.lexicon
    count = 1.0
    if reader.text(place) in lexicon.articles:
        place += 1
    elif reader.text(place) in lexicon.numbers and reader.text(place + 1) in lexicon.fractions:
        count, place = lexicon.numbers[reader.text(place)], place + 1
    elif reader.text(place) in lexicon.numbers and reader.text(place + 1) == "-" and reader.text(place + 2) in lexicon.fractions:
        count, place = lexicon.numbers[reader.text(place)], place + 2
    part = lexicon.fractions.get(reader.text(place))
    if part is None:
        return None
    place += 1
    if reader.text(place) in {"of", "-"}:
        place += 1
    if reader.text(place) in lexicon.articles:
        place += 1
    value = count * part
    dozen = lexicon.multipliers.get(reader.text(place))
    if dozen is not None:
        return Amount(value * dozen, value * dozen, None, False, True, "", place + 1)
    found = singular_unit(reader, place)
    return Amount(value, value, found.unit, False, True, "", found.stop) if found else None


def _numbered(reader: Reader, place: int) -> Amount | None:
    """Read a number with its unit: "3", "72hrs", "3 or more weeks", "an hour and 30 minutes"."""
    number = read_number(reader, place)
    if number is None:
        return None
    suffix = read_suffix(reader, number.stop)
    found = unit_after_number(reader, suffix.stop)
    if found is None:
        return Amount(number.value, number.value, None, False, True, "", number.stop)
    side = suffix.kind if suffix.kind != "about" else ""
    return _with_rest(reader, number.value, found, side)


def _unit_alone(reader: Reader, place: int, determined: bool) -> Amount | None:
    """Read "an hour", "first week" (one of it), or a bare plural such as "weeks" (two or more, vague)."""
    lexicon = reader.lexicon
    if reader.text(place) in lexicon.articles:
        found = singular_unit(reader, place + 1)
        return _with_rest(reader, 1.0, found, "") if found else None
    if determined:
        found = singular_unit(reader, place)
        if found:
            return _with_rest(reader, 1.0, found, "")
    unit = lexicon.plural.get(reader.text(place))
    if unit is None or unit.dimension != "time" or reader.text(place - 1) in lexicon.never_bare_after:
        return None
    return Amount(2.0, None, unit, True, True, "", place + 1)


def _with_rest(reader: Reader, value: float, found: Measured, side: str) -> Amount:
    """Add what stands behind the unit: "and a half", or a number of a smaller unit ("1 hour 30 minutes")."""
    lexicon = reader.lexicon
    unit, stop = found
    joined = reader.text(stop) in lexicon.and_words
    if joined and reader.text(stop + 1) in lexicon.articles and reader.text(stop + 2) in lexicon.fractions:
        value += lexicon.fractions[reader.text(stop + 2)]
        stop += 3
    else:
        rest = read_number(reader, stop + 1 if joined else stop)
        smaller = unit_after_number(reader, rest.stop) if rest else None
        if rest and smaller and smaller.unit.dimension == unit.dimension == "time" and smaller.unit.size < unit.size:
            value += rest.value * smaller.unit.size / unit.size
            stop = smaller.stop
    return Amount(value, value, unit, False, True, side, stop)
