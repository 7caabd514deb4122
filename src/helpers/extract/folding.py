"""Text -> what phrases are looked for in: lower case, no marks, and nothing that only lies between the letters to the eye."""

import re
from bisect import bisect_right
from typing import NamedTuple

_APART = re.compile(r"(?<!\w)'|'(?!\w)|[^\w']|(?<![^\W_])_|_(?![^\W_])")
_UNSEEN = (  # nothing to the eye: soft hyphens, accents apart from their letters, spaces without a width, marks of direction
    "\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
_ONLY_UNSEEN = re.compile(f"[{_UNSEEN}]*")
_SPACE = rf"[ \t\r\n\u00a0\u2000-\u200a\u202f\u205f\u3000*_{_UNSEEN}]|<br ?/?>"
_INSIDE = re.compile(rf"(?<=\w)[{_UNSEEN}]+(?=\w)|(?<=[^\W_])\*+(?=[^\W_])|(?:{_SPACE}){{2,}}|<br ?/?>", re.IGNORECASE)


class Folded(NamedTuple):
    """A text with a space for whatever is no part of a word, and where its characters stand in the original.

    Attributes
    ----------
    text : str
    cuts : tuple of int
        Offsets in ``text`` from which on the original is longer than before.
    shifts : tuple of int
        By how much, from each cut on.
    """

    text: str
    cuts: tuple[int, ...]
    shifts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """Return the offset in the original of a character of ``text``."""
        place = bisect_right(self.cuts, offset) if self.cuts else 0
        return offset + self.shifts[place - 1] if place else offset


def fold(text: str) -> str:
    """Return the text in lower case with a space for whatever is no part of a word; every character keeps its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return _APART.sub(" ", lower.replace("’", "'"))


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
    cuts: list[int] = []
    shifts: list[int] = []
    done = shift = length = 0
    for match in _INSIDE.finditer(text):
        within = _ONLY_UNSEEN.fullmatch(match[0]) is not None or match[0].strip("*") == ""
        joined = (
            ""
            if within and text[match.start() - 1 : match.start()].isalnum() and text[match.end() : match.end() + 1].isalnum()
            else " "
        )
        pieces += text[done : match.start()], joined
        length += match.start() - done + len(joined)
        done = match.end()
        shift += len(match[0]) - len(joined)
        cuts.append(length)
        shifts.append(shift)
    return Folded(fold("".join((*pieces, text[done:])) if done else text), tuple(cuts), tuple(shifts))
