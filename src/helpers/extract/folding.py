"""Text -> what phrases are looked for in: lower case, no marks, and nothing that only lies between the letters to the eye."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_APART = re.compile(r"[^\w' ]")
_LOOSE = re.compile(r"'(?!\w)|'(?<!\w')|_(?![^\W_])|_(?<![^\W_]_)")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_UNSEEN = (  # nothing to the eye: soft hyphens, accents apart from their letters, spaces without a width, marks of direction
    "\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
_ONLY_UNSEEN = re.compile(f"[{_UNSEEN}]*")
_SPACES = rf" \t\r\n\u00a0\u2000-\u200a\u202f\u205f\u3000*_{_UNSEEN}"
_BREAK = "<[bB][rR] ?/?>"
_INSIDE = re.compile(
    rf"(?=[{_SPACES}<])(?:(?<=\w)[{_UNSEEN}]+(?=\w)|(?<=[^\W_])\*+(?=[^\W_])|(?:[{_SPACES}]|{_BREAK}){{2,}}|{_BREAK})"
)


class Folded(NamedTuple):
    """A text with a space for whatever is no part of a word, and where its characters stand in the original.

    Attributes
    ----------
    text : str
    places : sequence of int
        The offset in the original of each character of ``text``.
    """

    text: str
    places: Sequence[int]


class Prepared(NamedTuple):
    """A text that any number of lexicons can be looked for in.

    Attributes
    ----------
    text : str
    folded : Folded
    words : sequence of int
        Where each word starts.
    """

    text: str
    folded: Folded
    words: Sequence[int]


def prepare(text: str) -> Prepared:
    """Return a text ready to be looked through."""
    return Prepared(text, squeeze(text), [match.start() for match in _WORD.finditer(text)])


def fold(text: str) -> str:
    """Return the text in lower case with a space for whatever is no part of a word; every character keeps its place."""
    lower = text.lower()
    if lower.isascii() and lower.replace(" ", "").isalnum():  # most phrases of a pack
        return lower
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return _LOOSE.sub(" ", _APART.sub(" ", lower.replace("’", "'")))


def squeeze(text: str) -> Folded:
    """Fold a text and leave out what hides a phrase from a program and not from a reader.

    Emphasis, line breaks in markup, double spaces and non-breaking ones become one space, soft hyphens none; a comma or a full
    stop with the space behind it keeps two, so that no phrase goes over it.

    Examples
    --------
    >>> squeeze("stay out of the **sun bed**").text
    'stay out of the sun bed '
    """
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for match in _INSIDE.finditer(text):
        within = _ONLY_UNSEEN.fullmatch(match[0]) is not None or match[0].strip("*") == ""
        joined = (
            ""
            if within and text[match.start() - 1 : match.start()].isalnum() and text[match.end() : match.end() + 1].isalnum()
            else " "
        )
        pieces += text[done : match.start()], joined
        places += range(done, match.start() + len(joined))
        done = match.end()
    if not done:
        return Folded(fold(text), range(len(text)))
    return Folded(fold("".join((*pieces, text[done:]))), [*places, *range(done, len(text))])
