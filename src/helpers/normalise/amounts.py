"""Amounts: one number or a range of two, with or without a unit."""

from helpers.normalise.bounds import joins, read_suffix
from helpers.normalise.operands import Amount, read_operand
from helpers.normalise.reader import Reader
from helpers.normalise.units import borrowed_unit

_NOUN_LENGTH = 2  # tokens of the noun in "from a day of mild redness to a week"
_JOINTS = 2  # "a day or two to a week" has two


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
    amount = read_operand(reader, place, determined=determined)
    if amount is None:
        return None
    for _ in range(_JOINTS):
        link = _past_noun(reader, amount.stop) if opening == "from" else amount.stop
        joined = _joined(reader, amount, link) if joins(reader, link, opening) else None
        if joined is None:
            break
        amount = joined
    suffix = read_suffix(reader, amount.stop)
    side = suffix.kind if suffix.kind in ("lower", "upper") else amount.side
    return amount._replace(side=side, stop=suffix.stop)


def _past_noun(reader: Reader, stop: int) -> int:
    """Pass "of redness" before a "to"; stay where no "to" follows."""
    if reader.text(stop) not in reader.lexicon.of_words:
        return stop
    for place in range(stop + 2, stop + 2 + _NOUN_LENGTH):
        if reader.text(place) in reader.lexicon.to_words:
            return place
    return stop


def _joined(reader: Reader, first: Amount, link: int) -> Amount | None:
    """Read the second half of a range behind ``link`` and join it to the first, or return None where there is none."""
    lexicon = reader.lexicon
    place = link + 1
    while reader.text(place) in lexicon.approximators or lexicon.bounds_before.get(reader.text(place)) == "upper":
        place += 1  # "from 6 months to as long as two years"
    second = read_operand(reader, place, determined=False)
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
