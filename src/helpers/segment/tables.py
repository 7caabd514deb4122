"""Lines -> table rows: pipes, tabs, or cells parted by semicolons under a header of as many cells."""

import re
from itertools import pairwise

from helpers.model import Span
from helpers.segment.lines import Line
from helpers.segment.space import trim

_SEPARATORS = {
    "|": re.compile(r"(?<!\\)\|"),
    "\t": re.compile(r"\t+"),
    ";": re.compile(r";(?=\s)(?![^()]{0,200}\))"),
}
_FIGURE = re.compile(r"\d")
_LONGEST_ROW = 2000
_HEADER_WORDS = 6
_LABEL_WORDS = 8


def find_tables(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines with each table's header and rows marked and cut into cells."""
    marked: list[Line] = []
    index = 0
    while index < len(lines):
        rows = _table_at(text, lines, index)
        marked.extend(rows or lines[index : index + 1])
        index += len(rows) or 1
    return marked


def _table_at(text: str, lines: list[Line], index: int) -> list[Line]:
    """Return the rows of the table that begins at a line, or nothing."""
    first = lines[index]
    if first.kind != "text" or first.end - first.start > _LONGEST_ROW:
        return []
    for mark in _SEPARATORS:
        header = _cells(text, first, mark)
        piped = mark == "|"
        if len(header) < 2 or not (piped or _names(text, header)):
            continue
        listing = mark == "\t" or (piped and len(header) == 2 and not first.ruled)  # may begin with its first entry
        named = not listing or not any(_FIGURE.search(cell.of(text)) for cell in header[1:])
        rows = [first._replace(kind="header" if named else "row", cells=header)]
        for below in range(index + 1, len(lines)):
            line = lines[below]
            cells = _cells(text, line, mark) if line.kind == "text" and not line.blank_before else ()
            if len(cells) != len(header) or not (piped or _is_label(text, cells[0])):
                break
            rows.append(line._replace(kind="row", cells=cells, header=header if named else ()))
        if len(rows) > 2 or (len(rows) == 2 and (piped or len(header) > 2)):
            return rows
    return []


def _cells(text: str, line: Line, mark: str) -> tuple[Span, ...]:
    """Cut a line into trimmed cells; the empty ones outside a row's outer pipes are dropped."""
    if line.end - line.start > _LONGEST_ROW or text.find(mark, line.start, line.end) < 0:
        return ()
    cuts = [line.start - 1]
    cuts.extend(match.end() - 1 for match in _SEPARATORS[mark].finditer(text, line.start, line.end))
    cuts.append(line.end)
    cells = [Span(*trim(text, before + 1, after)) for before, after in pairwise(cuts)]
    if mark == "|":
        cells = cells[text[line.start] == "|" : len(cells) - (text[line.end - 1] == "|")]
    return tuple(cells)


def _names(text: str, header: tuple[Span, ...]) -> bool:
    """Say whether cells without pipes read like column names: short, and none ends like a sentence."""
    names = [cell.of(text) for cell in header]
    return all(len(name.split()) <= _HEADER_WORDS and not name.endswith((".", "!", "?", ":", ",")) for name in names)


def _is_label(text: str, cell: Span) -> bool:
    """Say whether a row's first cell is short enough to name the row."""
    return len(cell.of(text).split()) <= _LABEL_WORDS
