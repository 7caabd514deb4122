"""Frequencies: the time between two, from "every 4 weeks" to "twice a month"."""

from helpers.normalise.amounts import read_amount
from helpers.normalise.bounds import Bounds, Prefix, opened
from helpers.normalise.lexicon import NamedUnit
from helpers.normalise.numbers import past_dash
from helpers.normalise.operands import Amount
from helpers.normalise.reader import DIGITS, Reader, Reading, in_days
from helpers.normalise.units import Measured, singular_unit

_FLIPPED = {"lower": "upper", "upper": "lower"}
_NOUN_LENGTH = 2  # tokens of the noun in "3 monthly facial sessions per year"


def read_frequency(reader: Reader, place: int, prefix: Prefix) -> Reading | None:
    """Read a frequency that begins with a word of its own: "weekly", "every ...", "once ...", "per month"."""
    lexicon = reader.lexicon
    text = reader.text(place)
    adverb = lexicon.adverbs.get(text)
    if adverb:
        joined = reader.text(place + 1) in lexicon.or_words | lexicon.to_words
        last = lexicon.adverbs.get(reader.text(place + 2)) if joined else None
        if last and adverb.high <= last.low:  # "weekly or fortnightly"
            return Reading(adverb.low, last.high, "time", "frequency", adverb.vague or last.vague, place + 3)
        return Reading(adverb.low, adverb.high, "time", "frequency", adverb.vague, place + 1)
    if text in lexicon.every:
        return _every(reader, place, prefix)
    if text in lexicon.times:
        times = _once_or_twice(reader, place)
        return _times_per(reader, times, prefix) or _bare_times(reader, times, prefix)
    return _per(reader, place)


def frequency_of(reader: Reader, amount: Amount, prefix: Prefix) -> Reading | None:
    """Read the frequency that a bare number begins: "two to three times a year", "six-weekly", "2 sessions per month".

    "four weekly sessions" are four sessions; "at four weekly intervals" and "repeat four weekly" are every four weeks.
    """
    lexicon = reader.lexicon
    if amount.unit is not None:
        return None
    if reader.text(amount.stop) in lexicon.times_nouns:
        times = amount._replace(stop=amount.stop + 1)
        return _times_per(reader, times, prefix) or _bare_times(reader, times, prefix)
    stop = past_dash(reader, amount.stop)
    unit = lexicon.adverb_units.get(reader.text(stop))
    if unit is not None:
        whole = stop > amount.stop or reader.token(stop + 1).kind == "stop" or reader.text(stop + 1) in lexicon.intervals
        return _reading(amount.bounds(), unit, False, stop + 1) if whole and not amount.vague else None
    per = _per_unit(reader, _after_noun(reader, amount.stop))
    return _reading(_flip(_bounds(amount, prefix)), per.unit, amount.vague, per.stop) if per else None


def _every(reader: Reader, place: int, prefix: Prefix) -> Reading | None:
    """Read "every 4 weeks", "each month"; "at least every 4 weeks" closes the upper side, not the lower."""
    found = _spacing(reader, place + 1)
    if found is None:
        return None
    low, high = opened((found.low, found.high), _FLIPPED.get(prefix.kind, ""))
    return found._replace(low=low, high=high)


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
    if reader.token(place).kind == "figure" and reader.text(stop) in lexicon.ordinal_endings and reader.tight(stop):
        nth, stop = float(reader.text(place).replace(",", "")), stop + 1
    if nth is not None:
        found = singular_unit(reader, stop)
        return _reading((nth, nth), found.unit, False, found.stop) if found else None
    amount = read_amount(reader, place, determined=True)
    if amount is None or amount.unit is None or amount.unit.dimension != "time":
        return None
    return _reading(opened(amount.bounds(), inner if amount.single else ""), amount.unit, amount.vague, amount.stop)


def _once_or_twice(reader: Reader, place: int) -> Amount:
    """Read "once", "once or twice", "once to three times"."""
    lexicon = reader.lexicon
    first = lexicon.times[reader.text(place)]
    once = Amount(first, first, None, False, True, "", place + 1)
    if reader.text(place + 1) not in lexicon.or_words | lexicon.to_words:
        return once
    second = lexicon.times.get(reader.text(place + 2))
    if second is not None:
        return Amount(first, second, None, False, False, "", place + 3)
    rest = read_amount(reader, place + 2)
    if rest is None or rest.unit is not None or reader.text(rest.stop) not in lexicon.times_nouns:
        return once
    return rest._replace(low=first, single=False, stop=rest.stop + 1)


def _times_per(reader: Reader, times: Amount, prefix: Prefix) -> Reading | None:
    """Read what a number of times is counted in: "a week", "weekly", "every 3 months"."""
    lexicon = reader.lexicon
    low, high = _flip(_bounds(times, prefix))
    stop = past_dash(reader, times.stop)
    adverb = lexicon.adverb_units.get(reader.text(stop))
    if adverb is not None:
        return _reading((low, high), adverb, times.vague, stop + 1)
    per = _per_unit(reader, stop)
    if per is not None:
        return _reading((low, high), per.unit, times.vague, per.stop)
    every = _spacing(reader, stop + 1) if reader.text(stop) in lexicon.every else None
    if every is None:
        return None
    return every._replace(low=_scaled(every.low, low), high=_scaled(every.high, high), vague=every.vague or times.vague)


def _bare_times(reader: Reader, times: Amount, prefix: Prefix) -> Reading | None:
    """Read a number of times alone, a count; "once" that goes on is a conjunction ("once the skin has healed")."""
    last = times.stop - 1
    if times.single and reader.text(last) in reader.lexicon.conjunctions and reader.token(times.stop).kind != "stop":
        return None
    low, high = _bounds(times, prefix)
    return Reading(low, high, "count", "amount", times.vague, times.stop)


def _after_noun(reader: Reader, stop: int) -> int:
    """Pass the noun that is counted ("sessions" of "3 sessions per month")."""
    lexicon = reader.lexicon
    for _ in range(_NOUN_LENGTH):
        token = reader.token(stop)
        if token.kind != "word" or token.text in lexicon.no_nouns:
            break
        stop += 1
    return stop


def _per_unit(reader: Reader, place: int) -> Measured | None:
    """Read "a week", "per month", "/year" behind a number; "a week apart" is no frequency."""
    lexicon = reader.lexicon
    if reader.text(place) not in lexicon.per:
        return None
    found = singular_unit(reader, past_dash(reader, place + 1))
    if found is None or found.unit.dimension != "time" or reader.text(found.stop) in lexicon.place_words:
        return None
    return found


def _per(reader: Reader, place: int) -> Reading | None:
    """Read "per month" alone, and "a day" right behind an amount ("20 minutes a day")."""
    lexicon = reader.lexicon
    if reader.text(place) in lexicon.articles and reader.text(place - 1) not in lexicon.after_number:
        return None
    per = _per_unit(reader, place)
    return _reading((1.0, 1.0), per.unit, False, per.stop) if per else None


def _bounds(times: Amount, prefix: Prefix) -> Bounds:
    return opened(times.bounds(), prefix.kind if prefix.kind in _FLIPPED else "")


def _flip(times: Bounds) -> Bounds:
    """Turn a number of times into the time between two, in the same unit."""
    low, high = times
    return (1 / high if high else 0.0), (1 / low if low else None)


def _scaled(value: float | None, factor: float | None) -> float | None:
    return None if value is None or factor is None else round(value * factor, DIGITS)


def _reading(bounds: Bounds, unit: NamedUnit, vague: bool, stop: int) -> Reading:
    return Reading(in_days(bounds[0], unit), in_days(bounds[1], unit), "time", "frequency", vague, stop)
