"""A half-open range of character offsets."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``text[start:end]`` of one document."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two ranges share a character."""
        return min(self.end, other.end) > max(self.start, other.start)
