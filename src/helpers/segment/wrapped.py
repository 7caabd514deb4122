"""Broken lines -> whole ones: what an editor, a mail program or a hand broke in the middle of a paragraph."""

from itertools import pairwise

from helpers.segment.lines import Line
from helpers.segment.space import last_mark
from helpers.segment.titles import is_title

_LONG = 40
_WIDEST = 132
_SHARE = 0.6
_LEAST = 4
_INSIDE = 0.5


def join_broken(text: str, lines: list[Line], dangling: frozenset[str], small: frozenset[str]) -> list[Line]:
    """Join lines that were wrapped in the middle of a sentence or of a paragraph.

    Where the whole text was wrapped at one width, a line that could not take the next one's first word goes on in it, unless
    it is written as a title (the words of ``small`` stay in lower case there). Elsewhere a line goes on with the one above where
    that one has no final mark and is long, and this one begins with a lower-case letter or that one ends in a comma or a word
    that cannot close a line. Behind such a word, or indented under an item, a short one goes on, too, in lower case.
    """
    width = _width(text, lines)
    joined: list[Line] = []
    last = 0  # where the last line that was joined to the one above begins
    for line in lines:
        above = joined[-1] if joined else None
        if (
            above is not None
            and line.kind == "text"
            and above.kind in ("text", "item")
            and not line.blank_before
            and (
                (_is_full(text, last, above.end, line, width) and not _parts(text, above, line, small))
                or _goes_on(text, above, line, dangling)
            )
        ):
            joined[-1] = above._replace(end=line.end, ruled=line.ruled)
        else:
            joined.append(line)
        last = line.start
    return joined


def _width(text: str, lines: list[Line]) -> int:
    """Return the width at which a text was wrapped, or 0: most long lines end close to the longest, most within a sentence."""
    longest = max((line.end - line.start for line in lines), default=0)
    if not _LONG < longest <= _WIDEST:
        return 0
    pairs = [
        (above, below)
        for above, below in pairwise(lines)
        if above.end - above.start >= _LONG and above.kind in ("text", "item") and below.kind == "text" and not below.blank_before
    ]
    full = [below for above, below in pairs if _is_full(text, above.start, above.end, below, longest)]
    inside = sum(not text[below.start].isupper() for below in full)  # a list of short lines begins each with a capital
    return longest if len(full) >= max(_LEAST, _SHARE * len(pairs)) and inside >= _INSIDE * len(full) else 0


def _is_full(text: str, start: int, end: int, line: Line, width: int) -> bool:
    """Say whether the first word of ``line`` would not have found room behind the line above in the given width."""
    first = text[line.start : line.end].split(maxsplit=1)[0]
    return 0 < width < end - start + 1 + len(first) and end - start <= width


def _parts(text: str, above: Line, line: Line, small: frozenset[str]) -> bool:
    """Say whether a heading begins or ends between two lines: one is a title, and a sentence ends or begins beside it."""
    above_words, words = text[above.body : above.end].split(), text[line.start : line.end].split()
    if is_title(words, small):
        return last_mark(text, above.body, above.end) in ".!?"
    return text[line.start].isupper() and is_title(above_words, small)


def _goes_on(text: str, above: Line, line: Line, dangling: frozenset[str]) -> bool:
    """Say whether ``line`` is the rest of the sentence that ``above`` began."""
    lower = text[line.start].islower()
    dangles = text[above.start : above.end].rsplit(None, 1)[-1].casefold() in dangling
    hangs = lower and (dangles or (above.kind == "item" and text[line.start - 1] in " \t"))
    if above.ruled or (above.end - above.start < _LONG and not hangs):
        return False
    tail = text[max(above.start, above.end - _LONG) : above.end]
    if "|" in tail or "\t" in tail or last_mark(text, above.start, above.end) in ".!?:;…":
        return False
    return lower or tail[-1] == "," or dangles
