"""Points on a time line ("week 2", "days 3-4", "the second week") and calendar years ("1952", "the 1950s")."""

from helpers.normalise.bounds import Prefix, joins, opened, read_suffix
from helpers.normalise.numbers import read_number
from helpers.normalise.reader import Reader, Reading, in_days
from helpers.normalise.units import singular_unit, unit_after_number

FIRST_YEAR, LAST_YEAR = 1700, 2099


def read_point(reader: Reader, place: int, prefix: Prefix) -> Reading | None:
    """Read a place on a time line at ``place``, or a calendar year or decade."""
    if reader.token(place).kind == "figure":
        return _calendar(reader, place, prefix) or _ranked(reader, place)
    return _numbered(reader, place, prefix) or _ranked(reader, place)


def _numbered(reader: Reader, place: int, prefix: Prefix) -> Reading | None:
    """Read "day 3", "weeks 4-8", "week 4 to week 8"."""
    lexicon = reader.lexicon
    unit = lexicon.singular.get(reader.text(place)) or lexicon.plural.get(reader.text(place))
    if unit is None or unit.dimension != "time":
        return None
    start = place + 2 if reader.text(place + 1) == "-" and reader.tight(place + 1) else place + 1
    first = read_number(reader, start)
    if first is None or reader.text(start) in lexicon.articles or unit_after_number(reader, first.stop):
        return None
    low = high = first.value
    stop = first.stop
    if joins(reader, stop, prefix.kind):
        again = reader.text(stop + 1) in lexicon.singular or reader.text(stop + 1) in lexicon.plural
        last = read_number(reader, stop + 2 if again else stop + 1)
        if last is not None and last.value >= low and not unit_after_number(reader, last.stop):
            high, stop = last.value, last.stop
    suffix = read_suffix(reader, stop)
    side = suffix.kind if suffix.kind != "about" else ""
    bounds = opened((low, high), side)
    return Reading(in_days(bounds[0], unit), in_days(bounds[1], unit), "time", "point", False, suffix.stop)


def _ranked(reader: Reader, place: int) -> Reading | None:
    """Read "second week", "3rd month"."""
    lexicon = reader.lexicon
    rank = lexicon.ordinals.get(reader.text(place))
    stop = place + 1
    if rank is None:
        if reader.token(place).kind != "figure" or not reader.tight(stop) or reader.text(stop) not in lexicon.ordinal_endings:
            return None
        rank, stop = float(reader.text(place).replace(",", "")), stop + 1
    found = singular_unit(reader, stop)
    if found is None or found.unit.dimension != "time":
        return None
    days = in_days(rank, found.unit)
    return Reading(days, days, "time", "amount" if rank == 1 else "point", False, found.stop)


def _calendar(reader: Reader, place: int, prefix: Prefix) -> Reading | None:
    """Read "1952", "1950s", "1950 to 1959", "1950 or later"."""
    low = read_year(reader, place)
    if low is None:
        return None
    stop = place + 1
    high: float | None = low
    if reader.tight(stop) and reader.text(stop) in reader.lexicon.decade_endings:
        high, stop = low + (99 if low % 100 == 0 else 9), stop + 1
    last = read_year(reader, stop + 1) if joins(reader, stop, prefix.kind) else None
    if last is not None and last >= low:
        high, stop = last, stop + 2
        if reader.tight(stop) and reader.text(stop) in reader.lexicon.decade_endings:
            high, stop = last + 9, stop + 1
    if unit_after_number(reader, stop):
        return None
    suffix = read_suffix(reader, stop)
    side = suffix.kind if suffix.kind != "about" else ""
    bounds = opened((low, high), side)
    return Reading(bounds[0], bounds[1], "year", "amount", False, suffix.stop)


def read_year(reader: Reader, place: int) -> float | None:
    """Read a calendar year in four figures."""
    token = reader.token(place)
    if token.kind != "figure" or len(token.text) != 4 or not token.text.isdigit():
        return None
    value = float(token.text)
    return value if FIRST_YEAR <= value <= LAST_YEAR else None
