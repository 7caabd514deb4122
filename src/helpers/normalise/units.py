"""Units behind a number, and the unit a number borrows from its neighbour."""

from typing import NamedTuple

from helpers.normalise.lexicon import Lexicon, NamedUnit
from helpers.normalise.reader import Reader


class Measured(NamedTuple):
    """A unit and the index of the first token behind it."""

    unit: NamedUnit
    stop: int


def unit_after_number(reader: Reader, place: int) -> Measured | None:
    """Read the unit behind a number: "hrs" of "72hrs", "-week" of "4-week", "full days" of "two full days"."""
    lexicon = reader.lexicon
    if reader.text(place) == "-" and reader.tight(place):
        place += 1
    for _ in range(2):
        if reader.text(place) not in lexicon.unit_adjectives:
            break
        place += 1
    unit = lexicon.after_number.get(reader.text(place))
    if unit is None:
        return None
    stop = _ending(reader, place + 1)
    if reader.text(stop) == "." and reader.text(place) in lexicon.short and reader.text(stop + 1) in lexicon.to_words:
        stop += 1  # "30 min. to 1 hr."
    return Measured(unit, stop)


def singular_unit(reader: Reader, place: int) -> Measured | None:
    """Read a unit that an article or a determiner counts as one: "week", "month's"."""
    while reader.text(place) in reader.lexicon.unit_adjectives:
        place += 1
    unit = reader.lexicon.singular.get(reader.text(place))
    return Measured(unit, _ending(reader, place + 1)) if unit else None


def _ending(reader: Reader, stop: int) -> int:
    """Pass the possessive, the bracketed plural and "-long"."""
    if reader.tight(stop) and reader.text(stop) in reader.lexicon.endings:
        stop += 1
    if reader.text(stop) == "-" and reader.text(stop + 1) in reader.lexicon.long_words:
        stop += 2
    return stop


def borrowed_unit(lexicon: Lexicon, low: float, upper: NamedUnit, high: float | None) -> NamedUnit:
    """Choose the unit of a lower bound that names none: the upper bound's, or the largest that keeps the bounds in order.

    "24 to 48 hours" is 24 hours; "between 30 and an hour" is 30 minutes.
    """
    if high is None or low <= high or upper.dimension != "time":
        return upper
    for unit in lexicon.smaller:
        if low * unit.size <= high * upper.size:
            return unit
    return upper
