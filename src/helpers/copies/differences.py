"""What differs between two texts that say nearly the same, in words."""

import re
from collections import Counter

TOLD = 6  # differences
WORDS = 12  # of each
_WORD = re.compile(r"\w+")


def difference(first: str, other: str) -> str:
    """Say what the second of two texts has instead of the words of the first.

    Examples
    --------
    >>> difference("Our clinic in York opens at 9.", "Our clinic in Leeds opens at 9, on Sundays too.")
    '“Leeds” instead of “York”; “on Sundays too” added'
    """
    from rapidfuzz.distance import Levenshtein

    ones, others = _WORD.findall(first), _WORD.findall(other)
    edits = Levenshtein.opcodes([word.casefold() for word in ones], [word.casefold() for word in others])
    told = Counter(
        _said(ones[edit.src_start : edit.src_end], others[edit.dest_start : edit.dest_end])
        for edit in edits
        if edit.tag != "equal"
    )
    ranked = sorted(told.items(), key=lambda one: -one[1])
    shown = [f"{words} ({times} times)" if times > 1 else words for words, times in ranked[:TOLD]]
    more = [f"{len(ranked) - TOLD} more"] if len(ranked) > TOLD else []
    return "; ".join([*shown, *more])


def _said(gone: list[str], come: list[str]) -> str:
    if not gone:
        return f"{_quoted(come)} added"
    return f"{_quoted(come)} instead of {_quoted(gone)}" if come else f"{_quoted(gone)} left out"


def _quoted(words: list[str]) -> str:
    return f"“{' '.join(words[:WORDS])}{' …' if len(words) > WORDS else ''}”"
