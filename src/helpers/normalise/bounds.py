"""Words before and behind a quantity that open a side of it, and what they do to its bounds."""

from typing import NamedTuple

from helpers.normalise.reader import Reader

Bounds = tuple[float | None, float | None]
_LONGEST = 4


class Prefix(NamedTuple):
    """The words before a quantity.

    Attributes
    ----------
    kind : str
        ``""``, ``lower``, ``upper``, ``from``, ``span``, ``between``.
    start : int
        Index of the first token that belongs to the quantity.
    stop : int
        Index of the token where the quantity itself begins.
    determined : bool
        A word such as "first" or "next" stood there: a unit alone is one of it.
    """

    kind: str
    start: int
    stop: int
    determined: bool


def read_prefix(reader: Reader, place: int) -> Prefix:
    """Read bound words, approximators and determiners: "at least about", "within the first", "over the following"."""
    lexicon = reader.lexicon
    kind, start, stop, determined = "", -1, place, False
    for _ in range(_LONGEST):
        text = reader.text(stop)
        bound = lexicon.bounds_before.get(text)
        if bound is not None:
            if kind not in ("", "from", "between") and bound != kind:
                break
            kind = bound
        elif text in lexicon.determiners:
            determined = True
        elif text not in lexicon.approximators and text not in lexicon.the:
            break
        if start < 0 and text not in lexicon.the:
            start = stop
        stop += 1
    return Prefix(kind, start if start >= 0 else stop, stop, determined)


class Suffix(NamedTuple):
    """The bound words behind a quantity: ``lower``, ``upper``, ``about`` or ``""``, and the token behind them."""

    kind: str
    stop: int


def read_suffix(reader: Reader, place: int) -> Suffix:
    """Read "or more", "+", "at most", "or so" behind a quantity."""
    lexicon = reader.lexicon
    text = reader.text(place)
    kind = lexicon.bounds_after.get(text, "")
    if not kind:
        return Suffix("", place)
    following = reader.token(place + 1)
    if reader.token(place).kind == "stop" and not reader.tight(place):
        return Suffix("", place)  # "3 + 2"
    if text in lexicon.bounds_before and following.kind != "stop" and following.text not in lexicon.goes_on:
        return Suffix("", place)  # "for two weeks at least three times": the words belong to what follows
    return Suffix(kind, place + 1)


def joins(reader: Reader, place: int, opening: str) -> bool:
    """Say whether the token joins two numbers to a range; "and" does so after "between", a slash before a plural only."""
    lexicon, text = reader.lexicon, reader.text(place)
    if text == "/":
        return reader.text(place + 2) in lexicon.plural
    return text in lexicon.to_words or text in lexicon.or_words or (opening == "between" and text in lexicon.and_words)


def opened(bounds: Bounds, kind: str) -> Bounds:
    """Open the side that ``kind`` names."""
    low, high = bounds
    if kind == "lower":
        return low, None
    if kind == "upper":
        return 0.0, high
    return low, high


def prefix_opens(reader: Reader, prefix: Prefix, single: bool, timed: bool) -> str:
    """Say which side the prefix opens: "from" and "over" depend on what stands around them.

    Parameters
    ----------
    single : bool
        One number, no range.
    timed : bool
        It has a unit.
    """
    if prefix.kind in ("lower", "upper"):
        return prefix.kind
    if not single:
        return ""
    if prefix.kind == "from" and timed:
        return "lower"
    if prefix.kind == "span" and reader.text(prefix.start - 1) in reader.lexicon.span_opens_after:
        return "lower"
    return ""
