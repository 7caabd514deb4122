"""Numbers that count nothing here: prices, dates, ages, figures' numbers, shares, years of experience."""

from helpers.model.quantity import Form
from helpers.normalise.ages import age_end, of_experience, past_age
from helpers.normalise.amounts import read_amount
from helpers.normalise.bounds import Prefix, joins
from helpers.normalise.numbers import past_dash, read_number
from helpers.normalise.operands import Amount
from helpers.normalise.points import read_year
from helpers.normalise.reader import Reader, Reading
from helpers.normalise.units import singular_unit, unit_after_number

_MANY = 100  # more than anybody has sessions


def other(amount: Amount | None, stop: int, form: Form = "amount") -> Reading:
    """Return a reading that is known and counts nothing."""
    low, high = (None, None) if amount is None else amount.bounds() if form == "price" else (amount.low, amount.high)
    return Reading(low, high, "other", form, False, stop)


def read_other(reader: Reader, place: int) -> Reading | None:
    """Read a number that the words before it name: a price, a date, a figure's number, an age."""
    lexicon, token = reader.lexicon, reader.token(place)
    if token.kind == "code":
        measured = unit_after_number(reader, place + 1)
        return other(None, measured.stop if measured else place + 1)
    if token.text in lexicon.money_signs:
        return _money(reader, place)
    if token.text in lexicon.labels or token.text in lexicon.age_before:
        return _after_label(reader, place)
    return _date(reader, place)


def other_of(reader: Reader, amount: Amount, place: int, prefix: Prefix) -> Reading | None:
    """Read an amount that the words around it name: a share, an age, a price, past time, years of experience."""
    if amount.unit is None and not amount.vague:
        found = _figures(reader, place) or _share(reader, place) or _glued(reader, place)
        if found:
            return found
    stop = _counted(reader, amount) or age_end(reader, amount, prefix) or _measured(reader, amount, prefix)
    priced = amount.unit is not None and amount.unit.name in reader.lexicon.money_units
    return other(amount, stop, "price" if priced else "amount") if stop else None


def _counted(reader: Reader, amount: Amount) -> int | None:
    """Return the token behind a number of people or places; behind a large one an adjective may stand ("1,000 happy clients")."""
    counted = reader.lexicon.counted
    if amount.unit is not None:
        return None
    described = amount.low >= _MANY and reader.token(amount.stop).kind == "word" and reader.text(amount.stop + 1) in counted
    return amount.stop if described or reader.text(amount.stop) in counted else None


def _money(reader: Reader, place: int) -> Reading | None:
    """Read "£155", "$300 to $500", "£50 per month"."""
    signs = reader.lexicon.money_signs
    amount = read_amount(reader, place + 1)
    if amount is None:
        return None
    stop = amount.stop
    if joins(reader, stop, "between") and reader.text(stop + 1) in signs:
        last = read_amount(reader, stop + 2)
        if last is not None:
            amount, stop = amount._replace(high=last.high), last.stop
    return other(amount, _past_price_unit(reader, stop), "price")


def _date(reader: Reader, place: int) -> Reading | None:
    """Read "10 August 2022", "July 31, 2026", "Oct. 3", "3rd of March 2021"."""
    months = reader.lexicon.months
    if reader.token(place).kind == "figure":
        month = _day(reader, place)
        month += reader.text(month) in reader.lexicon.of_words
        if reader.text(month) not in months:
            return None
        stop = month + 1
    else:
        month, start = place, place + 1 + (reader.text(place + 1) == ".")
        if reader.text(month) not in months or reader.token(start).kind != "figure" or len(reader.text(start)) > 2:
            return None
        stop = _day(reader, start)
    end = _year_behind(reader, stop)
    if end == stop and (reader.text(month) in reader.lexicon.months_with_a_year or unit_after_number(reader, stop)):
        return None
    return other(None, end)


def _day(reader: Reader, place: int) -> int:
    """Pass the day of a date, "3" or "3rd"."""
    ordinal = reader.tight(place + 1) and reader.text(place + 1) in reader.lexicon.ordinal_endings
    return place + 1 + ordinal


def _year_behind(reader: Reader, stop: int) -> int:
    """Pass a comma and a year; stay where no year stands."""
    year = stop + (reader.text(stop) in {",", "."})
    return year + 1 if read_year(reader, year) else stop


def _after_label(reader: Reader, place: int) -> Reading | None:
    """Read "Figure 2", "Top 3", "SPF 50", "aged 30 to 40"; a number with a unit keeps it."""
    lexicon = reader.lexicon
    start = past_dash(reader, place + 1)
    amount = read_amount(reader, start, "between") if read_number(reader, start) else None
    if amount is None:
        return None
    units = lexicon.age_units if reader.text(place) in lexicon.age_before else ()
    if amount.unit is not None and amount.unit.name not in units:
        return None
    return other(amount, past_age(reader, amount.stop))


def _figures(reader: Reader, place: int) -> Reading | None:
    """Read "24/7", and "9-5", which falls instead of rising."""
    first, joint, second = (reader.token(place + k) for k in range(3))
    if not (first.kind == second.kind == "figure" and reader.tight(place + 1) and reader.tight(place + 2)):
        return None
    falls = joint.text == "-" and float(first.text.replace(",", "")) > float(second.text.replace(",", ""))
    return other(None, place + 3) if falls or joint.text == "/" else None


def _share(reader: Reader, place: int) -> Reading | None:
    """Read "two-thirds", "one in five", "9 out of 10"."""
    lexicon = reader.lexicon
    number = read_number(reader, place)
    if number is None:
        return None
    stop = past_dash(reader, number.stop)
    if reader.text(stop) in lexicon.shares and not singular_unit(reader, stop + 1):
        return other(None, stop + 1)
    if reader.text(number.stop) not in lexicon.ratio:
        return None
    whole = read_number(reader, number.stop + 1)
    if whole is None or whole.value <= number.value or unit_after_number(reader, whole.stop):
        return None
    if read_year(reader, number.stop + 1):
        return None  # "three in 2019"
    return other(None, whole.stop)


def _glued(reader: Reader, place: int) -> Reading | None:
    """Read a figure with letters on it that are no unit: "4K", "3D", "2nd", "30s"."""
    lexicon = reader.lexicon
    letters = reader.token(place + 1)
    if reader.token(place).kind != "figure" or not reader.tight(place + 1) or letters.kind != "word":
        return None
    known = letters.text in lexicon.after_number or letters.text in lexicon.times_nouns or letters.text in lexicon.to_words
    if known or letters.text in lexicon.multipliers:
        return None
    if singular_unit(reader, place + 2) and letters.text in lexicon.ordinal_endings:
        return None
    if read_year(reader, place) and letters.text in lexicon.decade_endings:
        return None
    return other(None, place + 2)


def _measured(reader: Reader, amount: Amount, prefix: Prefix) -> int | None:
    """Return the token behind a price, another measure, past time or experience: "200 USD per session", "two years ago"."""
    lexicon, unit = reader.lexicon, amount.unit
    if unit is None:
        return None
    if unit.name in lexicon.money_units:
        return _past_price_unit(reader, amount.stop)
    if unit.dimension == "other":
        return amount.stop
    if reader.text(amount.stop) in lexicon.asides:
        return amount.stop + 1
    return amount.stop if unit.name in lexicon.experience_units and of_experience(reader, amount.stop, prefix.start) else None


def _past_price_unit(reader: Reader, stop: int) -> int:
    """Pass what a price is for: "per session", "/month"."""
    if reader.text(stop) not in reader.lexicon.per:
        return stop
    unit = singular_unit(reader, stop + 1)
    return unit.stop if unit else stop + 1 + (reader.token(stop + 1).kind == "word")
