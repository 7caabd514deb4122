"""Lines -> table rows: pipes, tabs, or cells parted by semicolons under a header of as many cells."""

import re
from dataclasses import replace
from itertools import pairwise

from helpers.model import Span
from helpers.segment.lines import Line
from helpers.segment.space import trim

_SEPARATORS = {
    "|": re.compile(r"(?<!\\)\|"),
    "\t": re.compile(r"\t+"),
    ";": re.compile(r";(?=\s)(?![^()]{0,200}\))"),
}
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
        if len(header) < 2 and not (first.ruled and mark == "|" and header):
            continue
        rows = [first]
        for line in lines[index + 1 :]:
            cells = _cells(text, line, mark) if line.kind == "text" and not line.blank_before else ()
            if len(cells) != len(header):
                break
            rows.append(replace(line, kind="row", cells=cells))
        if len(rows) > 1 and (first.ruled or mark == "|" or _is_header(text, header, rows[1:], mark)):
            named = first.ruled or mark != "\t" or not any(_holds_figure(text, cell) for cell in header[1:])
            rows[0] = replace(first, kind="header" if named else "row", cells=header)
            return [replace(row, header=header if named and row.kind == "row" else ()) for row in rows]
    return []


def _cells(text: str, line: Line, mark: str) -> tuple[Span, ...]:
    """Cut a line into trimmed cells; the empty ones outside a row's outer pipes are dropped."""
    if line.end - line.start > _LONGEST_ROW or mark not in text[line.start : line.end]:
        return ()
    cuts = [line.start - 1]
    cuts.extend(match.end() - 1 for match in _SEPARATORS[mark].finditer(text, line.start, line.end))
    cuts.append(line.end)
    cells = [Span(*trim(text, before + 1, after)) for before, after in pairwise(cuts)]
    if mark == "|":
        cells = cells[text[line.start] == "|" : len(cells) - (text[line.end - 1] == "|")]
    return tuple(cells)


def _is_header(text: str, header: tuple[Span, ...], rows: list[Line], mark: str) -> bool:
    """Say whether cells without pipes are a table: a header of short names over rows that open with a short label."""
    if len(header) == 2 and len(rows) < 2:
        return False
    names = [cell.of(text) for cell in header]
    labels = [row.cells[0].of(text) for row in rows]
    short = all(len(name.split()) <= _HEADER_WORDS and not name.endswith((".", "!", "?", ":", ",")) for name in names)
    return short and all(len(label.split()) <= _LABEL_WORDS for label in labels)


def _holds_figure(text: str, cell: Span) -> bool:
    """Say whether a cell holds a digit."""
    return any(character.isdecimal() for character in cell.of(text))
