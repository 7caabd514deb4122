"""One side of a range: a number or a vague word, with the unit that stands behind it."""

from typing import NamedTuple

from helpers.normalise.bounds import Bounds, opened, read_suffix
from helpers.normalise.lexicon import NamedUnit
from helpers.normalise.numbers import Number, past_dash, read_fraction, read_number, read_part
from helpers.normalise.reader import Reader
from helpers.normalise.units import Measured, singular_unit, unit_after_number

_LARGEST_STEP = 60  # an hour has 60 minutes: no larger step joins two units ("1 hour 30 minutes", never "4 weeks 30 minutes")


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


def exactly(value: float, unit: NamedUnit | None, stop: int, side: str = "") -> Amount:
    """Return one exact number."""
    return Amount(value, value, unit, False, True, side, stop)


def read_operand(reader: Reader, place: int, *, determined: bool) -> Amount | None:
    """Read a number or a vague word at ``place`` with its unit, or a unit that stands alone."""
    if reader.text(place) in reader.lexicon.vague:
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
    return Amount(low, high, found.unit if found else None, True, True, "", found.stop if found else stop)


def _part_of_unit(reader: Reader, place: int) -> Amount | None:
    """Read "half an hour", "a half day", "three quarters of an hour", "1/2 an hour", "half a dozen"."""
    lexicon = reader.lexicon
    part = read_part(reader, place) or read_fraction(reader, place)
    if part is None:
        return None
    stop = past_dash(reader, part.stop)
    stop += reader.text(stop) in lexicon.of_words
    stop += reader.text(stop) in lexicon.articles
    dozen = lexicon.multipliers.get(reader.text(stop))
    if dozen is not None:
        return exactly(part.value * dozen, None, stop + 1)
    found = singular_unit(reader, stop)
    return exactly(part.value, found.unit, found.stop) if found else None


def _numbered(reader: Reader, place: int) -> Amount | None:
    """Read a number with its unit: "3", "72hrs", "3 or more weeks", "an hour and 30 minutes"."""
    number = read_number(reader, place)
    if number is None:
        return None
    spread = _spread(reader, number.stop)
    if spread is not None:
        found = unit_after_number(reader, spread.stop)
        low, high = max(0.0, number.value - spread.value), number.value + spread.value
        return Amount(low, high, found.unit if found else None, False, False, "", found.stop if found else spread.stop)
    suffix = read_suffix(reader, number.stop)
    found = unit_after_number(reader, suffix.stop)
    if found is None:
        return exactly(number.value, None, number.stop)
    return _with_rest(reader, number.value, found, suffix.kind if suffix.kind != "about" else "")


def _spread(reader: Reader, place: int) -> Number | None:
    """Read how far a number may be off on either side: "± 1", "+/- 2", "(±2)"."""
    bracket = reader.text(place) == "("
    if reader.text(place + bracket) not in reader.lexicon.plus_minus:
        return None
    number = read_number(reader, place + bracket + 1)
    if number is None or not bracket:
        return number
    return Number(number.value, number.stop + 1) if reader.text(number.stop) == ")" else None


def _unit_alone(reader: Reader, place: int, determined: bool) -> Amount | None:
    """Read "an hour", "first week" (one of it), or a bare plural such as "weeks" (two or more, vague)."""
    lexicon = reader.lexicon
    counted = reader.text(place) in lexicon.articles
    found = singular_unit(reader, place + counted) if counted or determined else None
    if found:
        return _with_rest(reader, 1.0, found, "")
    unit = lexicon.plural.get(reader.text(place))
    if unit is None or unit.dimension != "time" or reader.text(place - 1) in lexicon.never_bare_after:
        return None
    return Amount(2.0, None, unit, True, True, "", place + 1)


def _with_rest(reader: Reader, value: float, found: Measured, side: str) -> Amount:
    """Add what stands behind the unit: "and a half", or a number of the next smaller unit ("1 hour 30 minutes")."""
    unit, stop = found
    joined = reader.text(stop) in reader.lexicon.and_words
    part = read_part(reader, stop + 1) if joined else None
    if part is not None:
        return exactly(value + part.value, unit, part.stop, side)
    rest: Number | None = read_number(reader, stop + joined)
    smaller = unit_after_number(reader, rest.stop) if rest else None
    if rest and smaller and smaller.unit.dimension == unit.dimension == "time":
        share = rest.value * smaller.unit.size / unit.size
        if share < 1 and unit.size <= _LARGEST_STEP * smaller.unit.size:
            return exactly(value + share, unit, smaller.stop, side)
    minutes = reader.tight(stop) and reader.text(stop - 1) in reader.lexicon.before_minutes  # "1h30"
    if rest and not smaller and minutes and rest.value < _LARGEST_STEP:
        return exactly(value + rest.value / _LARGEST_STEP, unit, rest.stop, side)
    return exactly(value, unit, stop, side)
