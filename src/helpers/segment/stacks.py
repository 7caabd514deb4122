"""Stacks of short lines: lists that lost their bullets, and cards of names and values in turn."""

import re

from helpers.segment.lines import Line
from helpers.segment.space import last_mark

FIGURE = re.compile(r"(?<!\w)\d|[£$€]")
_NAME_WORDS = 6
_LONGEST_ITEM = 130
_MARKS = ".!?:;,"


def find_lost_items(text: str, lines: list[Line], heading_words: frozenset[str], opens_list: re.Pattern[str]) -> list[Line]:
    """Turn two or more lines without a final mark right behind a colon, or a heading that opens lists, into items.

    Empty lines part all of them or none. A heading's usual word ends the list, and the last of those that stand apart heads what
    follows it.
    """
    found = list(lines)
    for index, line in enumerate(lines):
        named = _opens_list(text, line, opens_list)
        if not named and (line.kind not in ("text", "heading") or last_mark(text, line.body, line.end) != ":"):
            continue
        first = end = index + 1
        apart = first + 1 < len(lines) and lines[first].blank_before and lines[first + 1].blank_before
        while end < len(lines) and _is_entry(text, lines[end], apart) and (end == first or lines[end].blank_before == apart):
            if _opens_list(text, lines[end], opens_list):
                break
            end += 1
        while end > first and text[lines[end - 1].body : lines[end - 1].end].casefold() in heading_words:
            end -= 1
        if apart and end < len(lines) and lines[end].kind not in ("heading", "question"):
            end -= 1
        if end - first > 1:
            found[first:end] = [item._replace(kind="item") for item in lines[first:end]]
            if named:
                found[index] = line._replace(kind="heading")
    return found


def _is_entry(text: str, line: Line, apart: bool) -> bool:
    """Say whether a line may be an item whose bullet was lost: short, or begun with a capital and without an end."""
    if line.kind in ("short", "fragment"):
        return not apart or last_mark(text, line.body, line.end) not in _MARKS
    open_end = line.kind == "text" and last_mark(text, line.body, line.end) not in _MARKS
    return open_end and line.end - line.body <= _LONGEST_ITEM and text[line.body].isupper()


def _opens_list(text: str, line: Line, opens_list: re.Pattern[str]) -> bool:
    """Say whether a short line, numbered or not, is a heading that opens lists ("Who should not have it", "2. Side effects")."""
    numbered = line.kind == "item" and text[line.start].isdigit()
    return (numbered or line.kind == "short") and opens_list.match(text, line.body, line.end) is not None


def name_values(text: str, lines: list[Line]) -> list[Line]:
    """Read short lines as names and values in turn ("Downtime", "1-2 days", "Sessions", "3"): each name heads its value.

    A title may stand above the first name and another heading behind the last value.
    """
    found = list(lines)
    end = 0
    while end < len(lines):
        first = end
        while end < len(lines) and lines[end].kind == "short":
            end += 1
        for start in (first, first + 1):
            pairs = (end - start) // 2
            last = start + 2 * pairs
            if pairs > 1 and _is_card(text, lines[start:last]) and (start == first or not _holds_figure(text, lines[first])):
                found[start:last:2] = [name._replace(kind="heading") for name in lines[start:last:2]]
                found[start + 1 : last : 2] = [value._replace(kind="fragment") for value in lines[start + 1 : last : 2]]
                break
        end += end == first
    return found


def _is_card(text: str, stack: list[Line]) -> bool:
    """Say whether short lines are names and values in turn: no name holds a figure, two values do.

    One figure is enough where empty lines part the pairs.
    """
    names, values = stack[::2], stack[1::2]
    if any(_holds_figure(text, name) or len(text[name.body : name.end].split()) > _NAME_WORDS for name in names):
        return False
    paired = all(name.blank_before for name in names[1:]) and not any(value.blank_before for value in values)
    return sum(_holds_figure(text, value) for value in values) >= (1 if paired else 2)


def _holds_figure(text: str, line: Line) -> bool:
    """Say whether a line holds a figure or a price."""
    return FIGURE.search(text, line.body, line.end) is not None
