"""Headings in force: which headings stand above each line."""

from helpers.model import Span
from helpers.segment.lines import Line

HEADINGS = ("heading", "question")


def headings_above(lines: list[Line]) -> list[tuple[Span, ...]]:
    """Return for each line the headings in force, the nearest first.

    Headings directly under one another nest. A later group of ``n`` headings takes the place of the ``n`` innermost ones, so that
    "Side effects" over a list replaces "Approval" under the same "Fillers". A title on the first line stays. Where two headings
    carry markdown levels, the levels decide.
    """
    above: list[tuple[Span, ...]] = []
    title: list[tuple[int, Span]] = []
    stack: list[tuple[int, Span]] = []
    index = 0
    while index < len(lines):
        group = index
        while group < len(lines) and lines[group].kind in HEADINGS:
            group += 1
        del stack[len(stack) - min(len(stack), _replaced(stack, lines[index:group])) :]
        for line in lines[index:group]:
            above.append(_spans(title, stack))
            entry = (line.level, Span(line.start, line.end))
            if not above[1:] and line.kind == "heading":
                title = [entry]
                continue
            while line.level and stack and stack[-1][0] >= line.level:
                stack.pop()
            stack.append(entry)
        if group < len(lines):
            above.append(_spans(title, stack))
            group += 1
        index = group
    return above


def _replaced(stack: list[tuple[int, Span]], group: list[Line]) -> int:
    """Say how many of the innermost headings a group of unlevelled headings replaces."""
    if group and group[0].level and stack and all(level for level, _ in stack):
        return 0
    return len(group)


def _spans(title: list[tuple[int, Span]], stack: list[tuple[int, Span]]) -> tuple[Span, ...]:
    """Return the headings of title and stack, the nearest first."""
    return tuple(span for _, span in reversed(title + stack))
