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
    token = reader.token(place)
    if token.kind == "figure":
        found: Number | None = _figure(reader, place)
    elif token.text in reader.lexicon.characters:
        found = Number(reader.lexicon.characters[token.text], place + 1)
    else:
        found = _words(reader, place)
    return _and_a_half(reader, found) if found else None


def _figure(reader: Reader, place: int) -> Number:
    fraction = _fraction(reader, place)
    if fraction:
        return fraction
    value = float(reader.text(place).replace(",", ""))
    stop = place + 1
    rest = reader.text(stop)
    if rest in reader.lexicon.characters:
        return Number(value + reader.lexicon.characters[rest], stop + 1)
    if rest in reader.lexicon.multipliers:
        return Number(value * reader.lexicon.multipliers[rest], stop + 1)
    fraction = _fraction(reader, stop)
    if fraction and value.is_integer():
        return Number(value + fraction.value, fraction.stop)
    return Number(value, stop)


def _fraction(reader: Reader, place: int) -> Number | None:
    above, slash, below = (reader.token(place + k) for k in range(3))
    if slash.text != "/" or not slash.tight or not below.tight or below.text not in _SIMPLE_DIVISORS or above.kind != "figure":
        return None
    value = float(above.text.replace(",", "")) / float(below.text)
    return Number(round(value, 6), place + 3) if value < 1 else None


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


def _and_a_half(reader: Reader, whole: Number) -> Number:
    """Add "and a half" or "and three quarters" to the number before it."""
    lexicon = reader.lexicon
    if reader.text(whole.stop) not in lexicon.and_words:
        return whole
    count_text, part_text = reader.text(whole.stop + 1), reader.text(whole.stop + 2)
    count = 1.0 if count_text in lexicon.articles else lexicon.numbers.get(count_text)
    part = lexicon.fractions.get(part_text)
    if count is None or part is None:
        return whole
    return Number(whole.value + count * part, whole.stop + 3)
