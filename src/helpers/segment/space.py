"""What counts as space: Python's white space, control characters and characters without a width."""

import re
import unicodedata

ZERO_WIDTH = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
SPACE = "".join(c for c in map(chr, range(0x3001)) if c.isspace() or unicodedata.category(c) == "Cc") + ZERO_WIDTH
SPACE_CLASS = f"[{re.escape(SPACE)}]"
SPACES = re.compile(f"{SPACE_CLASS}*")
CLOSERS = "\"'”’»)]*_" + SPACE
_CLOSING = frozenset(CLOSERS)


def after_space(text: str, start: int, end: int) -> int:
    """Return the first offset from ``start`` that is not space, or ``end``."""
    match = SPACES.match(text, start, end)
    return match.end() if match else start


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends of a range inwards past space; an empty range comes back as ``(end, end)``."""
    part = text[start:end]
    kept = part.lstrip(SPACE)
    start += len(part) - len(kept)
    return start, start + len(kept.rstrip(SPACE))


def last_mark(text: str, start: int, end: int) -> str:
    """Return the last character before closing quotes, brackets and emphasis, or an empty string."""
    mark = text[end - 1 : end]
    return text[max(start, end - 40) : end].rstrip(CLOSERS)[-1:] if mark in _CLOSING else mark
