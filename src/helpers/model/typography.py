"""A text without its typography: what an editor or a program changes without changing what is said."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_QUOTES = dict.fromkeys("'\"`´‘’‚‛“”„‟‹›«»′″", "'")
_DASHES = dict.fromkeys("-‐‑‒–—―−", "-")
_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")
_BULLETS = frozenset("-–—*+•·‣◦▪●○■□")
_MARKS = frozenset("#>")  # a heading, a quotation


class Unstyled(NamedTuple):
    """A text without its typography, and the place of each of its characters in the text itself."""

    text: str
    places: Sequence[int]


def unstyled(text: str) -> str:
    r"""Return a text in which quotes, dashes, spaces, bullets, line ends and emphasis make no difference.

    Examples
    --------
    >>> unstyled("- **Do not** eat;\u00a0it is “hot”.") == unstyled("Do not eat; it is\r\n'hot'.")
    True
    """
    return unstyled_at(text).text


@lru_cache(maxsize=256)
def unstyled_at(text: str) -> Unstyled:
    """Return a text without its typography, with places."""
    letters: list[str] = []
    places: list[int] = []
    opens = True  # only marks stood on the line so far
    for place, letter in enumerate(text):
        after = text[place + 1 : place + 2]
        if letter.isspace():
            opens = opens or letter in _BREAKS
            made = " "
        elif (opens and _opens_a_line(letter, after)) or _emphasises(letter, text[max(0, place - 1) : place], after):
            continue
        elif unicodedata.category(letter) == "Cf":
            continue  # what nobody sees
        else:
            opens = False
            made = _QUOTES.get(letter) or _DASHES.get(letter) or unicodedata.normalize("NFKC", letter)
        for one in made:
            if not one.isspace():
                letters.append(one)
                places.append(place)
            elif letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
    if letters and letters[-1] == " ":
        del letters[-1], places[-1]
    return Unstyled("".join(letters), tuple(places))


def _opens_a_line(letter: str, after: str) -> bool:
    """Say whether a sign marks a heading, a quotation or an item of a list."""
    return letter in _MARKS or (letter in _BULLETS and (not after or after.isspace()))


def _emphasises(letter: str, before: str, after: str) -> bool:
    return letter == "*" or (letter == "_" and not (before.isalnum() and after.isalnum()))
