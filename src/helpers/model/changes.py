"""What changed between two sentences, word by word."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["same", "gone", "new"]
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+")


class Change(NamedTuple):
    """Words that both sentences have, that only the first has (``gone``), or only the second (``new``)."""

    kind: Kind
    words: str


def changes(before: str, after: str) -> list[Change]:
    """Return what became of a sentence, in the order of its words; white space makes no difference.

    Examples
    --------
    >>> [tuple(one) for one in changes("It is quite safe.", "It is safe.")]
    [('same', 'It is'), ('gone', 'quite'), ('same', 'safe.')]
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    found: list[Change] = []
    for what, start, end, other_start, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Change("same", " ".join(old[start:end])))
            continue
        if end > start:
            found.append(Change("gone", " ".join(old[start:end])))
        if other_end > other_start:
            found.append(Change("new", " ".join(new[other_start:other_end])))
    return found


def is_small(before: str, after: str, *, share: float = 0.7) -> bool:
    """Say whether a sentence was edited a little: most of its words stand, and every figure in it.

    Parameters
    ----------
    share : float
        Of the words of both that must be the same.
    """
    if _FIGURE.findall(before) != _FIGURE.findall(after):
        return False
    return SequenceMatcher(None, _LETTERS.findall(before), _LETTERS.findall(after), autojunk=False).ratio() >= share
