"""Numbers: figures, number words, fractions."""

from typing import NamedTuple

from helpers.normalise.reader import Reader

_SIMPLE_DIVISORS = {"2", "3", "4", "5", "8"}
_LONGEST = 8  # "two hundred and fifty thousand" needs fewer tokens


class Number(NamedTuple):
    """A number and the index of the first token behind it."""

    value: float
    stop: int


def read_number(reader: Reader, place: int) -> Number | None:
    """Read a number at ``place``: "3", "1,500", "0.25", "1 1/2", "1½", "twenty-four", "a hundred", "one and a half"."""
    figure = reader.token(place).kind == "figure"
    if not figure and reader.text(place) not in reader.lexicon.counting:
        return None
    found = read_fraction(reader, place) or (_figure(reader, place) if figure else _words(reader, place))
    if found is None:
        return None
    found = _said_twice(reader, found)
    joint = past_dash(reader, found.stop)
    if reader.text(joint) not in reader.lexicon.and_words:
        return found
    rest = past_dash(reader, joint + 1)
    part = read_part(reader, rest) or read_fraction(reader, rest)
    return Number(found.value + part.value, part.stop) if part else found


def _said_twice(reader: Reader, found: Number) -> Number:
    """Pass the same number in brackets: "two (2)", "3 (three)"."""
    if reader.text(found.stop) != "(":
        return found
    place = found.stop + 1
    again = _figure(reader, place) if reader.token(place).kind == "figure" else _words(reader, place)
    same = again is not None and again.value == found.value and reader.text(again.stop) == ")"
    return Number(found.value, again.stop + 1) if again is not None and same else found


def read_fraction(reader: Reader, place: int) -> Number | None:
    """Read "½" or "1/2"; before a plural unit, "3/4 weeks" is three or four."""
    above = reader.token(place)
    if above.text in reader.lexicon.characters:
        return Number(reader.lexicon.characters[above.text], place + 1)
    if above.kind != "figure" or reader.text(place + 1) != "/" or reader.text(place + 2) not in _SIMPLE_DIVISORS:
        return None
    if not (reader.tight(place + 1) and reader.tight(place + 2)):
        return None
    value = float(above.text.replace(",", "")) / float(reader.text(place + 2))
    whole = reader.token(place - 1).kind == "figure" or reader.text(place - 1) in reader.lexicon.and_words
    several = reader.text(place + 3) in reader.lexicon.plural and not whole
    return Number(round(value, 6), place + 3) if value < 1 and not several else None


def read_part(reader: Reader, place: int) -> Number | None:
    """Read "half", "a half", "three quarters"."""
    lexicon = reader.lexicon
    count, stop = 1.0, place
    if reader.text(place) in lexicon.articles:
        stop = place + 1
    elif reader.text(place) in lexicon.numbers:
        count, stop = lexicon.numbers[reader.text(place)], place + 1
    stop = past_dash(reader, stop) if stop > place else stop
    part = lexicon.fractions.get(reader.text(stop))
    return Number(count * part, stop + 1) if part is not None else None


def past_dash(reader: Reader, place: int) -> int:
    """Pass a dash: "one-and-a-half", "three-quarters"."""
    return place + (reader.text(place) == "-")


def _figure(reader: Reader, place: int) -> Number:
    value = float(reader.text(place).replace(",", ""))
    stop = place + 1
    size = reader.lexicon.multipliers.get(reader.text(stop))
    if size is not None:
        return Number(value * size, stop + 1)
    fraction = read_fraction(reader, stop) if value.is_integer() else None
    return Number(value + fraction.value, fraction.stop) if fraction else Number(value, stop)


def _words(reader: Reader, place: int) -> Number | None:
    lexicon = reader.lexicon
    total = current = 0.0
    stop = place
    if reader.text(place) in lexicon.articles and reader.text(place + 1) in lexicon.multipliers:
        current, stop = 1.0, place + 1
    for _ in range(_LONGEST):
        text = reader.text(stop)
        joined = stop + 1 if stop > place and text in {"-", *lexicon.and_words} else stop
        text = reader.text(joined)
        if text in lexicon.multipliers and joined == stop:
            current = (current or 1.0) * lexicon.multipliers[text]
            if lexicon.multipliers[text] >= 1000:
                total, current = total + current, 0.0
        elif text in lexicon.numbers and _fits(lexicon.numbers[text], current, stop == place, reader.text(stop)):
            current += lexicon.numbers[text]
        else:
            break
        stop = joined + 1
    return Number(total + current, stop) if stop > place else None


def _fits(value: float, before: float, first: bool, joint: str) -> bool:
    """Say whether a number word goes on with what was read: "twenty-four" and "hundred and five" do, "two-three" does not."""
    if first:
        return True
    if joint == "-" or before % 100:
        return before % 100 >= 20 and before % 10 == 0 and 0 < value < 10
    return before >= 100 and 0 < value < 100
