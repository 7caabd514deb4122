"""Headings in force: which headings stand above each line."""

from helpers.model import Span
from helpers.model.segment import Zone
from helpers.segment.lines import HEADINGS, Line

_DEPTH = 6


def headings_above(lines: list[Line], zones: list[Zone]) -> list[tuple[Span, ...]]:
    """Return for each line the headings in force, the nearest first, at most seven.

    Headings directly under one another nest. A later group of ``n`` headings takes the place of the ``n`` innermost ones, so that
    "Side effects" over a list replaces "Approval" under the same "Fillers". A title above all other text stays. Headings that
    carry markdown levels replace those of their own level and below. Furniture heads nothing.
    """
    above: list[tuple[Span, ...]] = []
    title: tuple[Span, ...] = ()
    stack: list[tuple[int, Span]] = []
    current: tuple[Span, ...] = ()
    grouped = begun = False
    for index, (line, zone) in enumerate(zip(lines, zones, strict=True)):
        heads = line.kind in HEADINGS and zone == "body"
        if heads and not grouped:
            _make_room(stack, lines, index)
        while heads and line.level and stack and stack[-1][0] >= line.level:
            stack.pop()
        if heads:
            current = _nearest_first(stack, title)
        above.append(current)
        if heads:
            span = Span(line.start, line.end)
            if begun:
                stack.append((line.level, span))
                del stack[:-_DEPTH]
            else:
                title = (span,)
            current = _nearest_first(stack, title)
        grouped = heads
        begun = begun or zone == "body"
    return above


def _make_room(stack: list[tuple[int, Span]], lines: list[Line], index: int) -> None:
    """Drop as many of the innermost headings as the group that begins at a line brings; levels drop their own."""
    if lines[index].level and all(level for level, _ in stack):
        return
    end = index
    while end < len(lines) and end - index < _DEPTH and lines[end].kind in HEADINGS:
        end += 1
    del stack[max(0, len(stack) - (end - index)) :]


def _nearest_first(stack: list[tuple[int, Span]], title: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the headings of a stack and the title, the innermost first."""
    return tuple(span for _, span in reversed(stack)) + title
