"""Frequencies: the time between two, from "every 4 weeks" to "twice a month"."""

from helpers.normalise.amounts import Amount, read_amount
from helpers.normalise.bounds import Bounds, Prefix, opened
from helpers.normalise.lexicon import NamedUnit
from helpers.normalise.reader import DIGITS, Reader, Reading, in_days
from helpers.normalise.units import singular_unit

_FLIPPED = {"lower": "upper", "upper": "lower"}
_NOUN_LENGTH = 2


def read_frequency(reader: Reader, place: int, prefix: Prefix) -> Reading | None:
    """Read a frequency at ``place``, or a number of times without one ("twice", a count)."""
    return _adverb(reader, place) or _every(reader, place, prefix) or _times(reader, place, prefix) or _per(reader, place)


def _adverb(reader: Reader, place: int) -> Reading | None:
    """Read "weekly", "six-weekly"."""
    lexicon = reader.lexicon
    entry = lexicon.adverbs.get(reader.text(place))
    if entry:
        return Reading(entry.low, entry.high, "time", "frequency", entry.vague, place + 1)
    amount = read_amount(reader, place)
    if amount is None or amount.unit is not None:
        return None
    stop = amount.stop + (reader.text(amount.stop) == "-")
    unit = lexicon.adverb_units.get(reader.text(stop))
    if unit is None or amount.vague:
        return None
    return _reading(amount.bounds(), unit, amount.vague, stop + 1)


def _every(reader: Reader, place: int, prefix: Prefix) -> Reading | None:
    """Read "every 4 weeks", "every other week", "each month"; "at least every 4 weeks" closes the upper side."""
    lexicon = reader.lexicon
    if reader.text(place) not in lexicon.every:
        return None
    found = _spacing(reader, place + 1)
    if found is None:
        return None
    side = prefix.kind if prefix.kind in _FLIPPED else ""
    bounds = opened((found.low, found.high), _FLIPPED.get(side, ""))
    return found._replace(low=bounds[0], high=bounds[1])


def _spacing(reader: Reader, place: int) -> Reading | None:
    """Read what follows "every": an amount of time, or "other week", "second month"."""
    lexicon = reader.lexicon
    while reader.text(place) in lexicon.approximators:
        place += 1
    inner = lexicon.bounds_before.get(reader.text(place), "")
    if inner in _FLIPPED:
        place += 1
    nth = lexicon.every_other.get(reader.text(place)) or lexicon.ordinals.get(reader.text(place))
    stop = place + 1
    if reader.token(place).kind == "figure" and reader.text(stop) in lexicon.ordinal_endings and reader.token(stop).tight:
        nth, stop = float(reader.text(place).replace(",", "")), stop + 1
    if nth is not None:
        found = singular_unit(reader, stop)
        return _reading((nth, nth), found.unit, False, found.stop) if found else None
    amount = read_amount(reader, place, determined=True)
    if amount is None or amount.unit is None or amount.unit.dimension != "time":
        return None
    return _reading(opened(amount.bounds(), inner if amount.single else ""), amount.unit, amount.vague, amount.stop)


def _times(reader: Reader, place: int, prefix: Prefix) -> Reading | None:
    """Read "twice a week", "two to three times a year", "3 sessions per month", or the bare count "twice"."""
    lexicon = reader.lexicon
    times = _number_of_times(reader, place)
    stop = times.stop if times else -1
    counted = times is not None
    if times is None:
        times = read_amount(reader, place)
        if times is None or times.unit is not None:
            return None
        stop = _after_noun(reader, times.stop)
    side = times.side or (prefix.kind if prefix.kind in _FLIPPED else "")
    unit = _per_unit(reader, stop, strict=not counted)
    if unit is not None:
        return _reading(_flip(opened((times.low, times.high), side)), unit[0], times.vague, unit[1])
    if not counted:
        return None
    every = _spacing(reader, stop + 1) if reader.text(stop) in lexicon.every else None
    if every is not None and every.low is not None:
        spread = _flip((times.low, times.high))
        low, high = spread[0], spread[1]
        return every._replace(
            low=None if low is None else round(every.low * low, DIGITS),
            high=None if high is None or every.high is None else round(every.high * high, DIGITS),
        )
    if reader.text(place) in lexicon.conjunctions and times.stop == place + 1 and reader.token(times.stop).kind != "stop":
        return None
    low_count, high_count = opened((times.low, times.high), side)
    return Reading(low_count, high_count, "count", "amount", times.vague, times.stop)


def _number_of_times(reader: Reader, place: int) -> Amount | None:
    """Read "once", "once or twice", "two to three times", "3x", "several times"."""
    lexicon = reader.lexicon
    first = lexicon.times.get(reader.text(place))
    if first is not None:
        second = lexicon.times.get(reader.text(place + 2))
        linked = reader.text(place + 1) in lexicon.or_words | lexicon.to_words
        if linked and second is not None:
            return Amount(first, second, None, False, False, "", place + 3)
        if linked:
            rest = _counted_times(reader, place + 2)
            if rest is not None and rest.high is not None and rest.high >= first:
                return rest._replace(low=first, single=False)
        return Amount(first, first, None, False, True, "", place + 1)
    return _counted_times(reader, place)


def _counted_times(reader: Reader, place: int) -> Amount | None:
    amount = read_amount(reader, place)
    if amount is None or amount.unit is not None or reader.text(amount.stop) not in reader.lexicon.times_nouns:
        return None
    return amount._replace(stop=amount.stop + 1)


def _after_noun(reader: Reader, stop: int) -> int:
    """Pass the noun that is counted ("sessions" of "3 sessions per month")."""
    lexicon = reader.lexicon
    for _ in range(_NOUN_LENGTH):
        token = reader.token(stop)
        if token.kind != "word" or token.text in lexicon.per or token.text in lexicon.after_number or token.text in lexicon.times:
            break
        if token.text in lexicon.bounds_before or token.text in lexicon.approximators or token.text in lexicon.place_words:
            break
        if token.text in lexicon.and_words or token.text in lexicon.or_words or token.text in lexicon.to_words:
            break
        stop += 1
    return stop


def _per_unit(reader: Reader, place: int, *, strict: bool) -> tuple[NamedUnit, int] | None:
    """Read "a week", "per month", "/year", "weekly" behind a number of times.

    ``strict`` leaves out "every" and "each", which after a noun begin a new frequency.
    """
    lexicon = reader.lexicon
    adverb = lexicon.adverb_units.get(reader.text(place))
    if adverb is not None and not strict:
        return adverb, place + 1
    text = reader.text(place)
    if text not in lexicon.per or (strict and text in lexicon.every):
        return None
    found = singular_unit(reader, place + 1)
    if found is None or found.unit.dimension != "time" or reader.text(found.stop) in lexicon.place_words:
        return None
    return found.unit, found.stop


def _per(reader: Reader, place: int) -> Reading | None:
    """Read "per month" alone, and "a day" right behind an amount ("20 minutes a day")."""
    lexicon = reader.lexicon
    if reader.text(place) not in lexicon.per:
        return None
    if reader.text(place) in lexicon.articles and reader.text(place - 1) not in lexicon.after_number:
        return None
    unit = _per_unit(reader, place, strict=True)
    return _reading((1.0, 1.0), unit[0], False, unit[1]) if unit else None


def _flip(times: Bounds) -> Bounds:
    """Turn a number of times into the time between two, in the same unit."""
    low, high = times
    return (1 / high if high else 0.0), (1 / low if low else None)


def _reading(bounds: Bounds, unit: NamedUnit, vague: bool, stop: int) -> Reading:
    return Reading(in_days(bounds[0], unit), in_days(bounds[1], unit), "time", "frequency", vague, stop)
