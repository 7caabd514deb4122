"""Tables as files: a row is a record; a column's head is the label of what stands below it."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from helpers.errors import SourceError
from helpers.load.decode import decoded
from helpers.load.writer import CELL_WORDS, Loaded, Writer
from helpers.model.place import Place

MOST_ROWS = 50_000
CLAIM_TABLE = "claim_id"  # the first column of our own tables
MOST_CELLS = 500_000
SEPARATORS = ",;\t|"


def read(content: bytes) -> Loaded:
    """Return the rows of a ``.csv``: as a table, or where cells hold prose each cell as a labelled line.

    Raises
    ------
    SourceError
        It is no such table.
    """
    text = decoded(content)
    try:
        table = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
        rows = list(_rows(table))
    except csv.Error as error:
        raise SourceError(f"it cannot be read as a table ({error}); save it anew as .csv") from None
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    writer = Writer()
    if not filled:
        return writer.loaded()
    heads = filled[0][1]
    if heads[0] == CLAIM_TABLE:
        raise SourceError("it is a claim table of the workbook, no document")
    prose = any(len(cell.split(maxsplit=CELL_WORDS)) > CELL_WORDS for _, row in filled for cell in row)
    for number, row in filled[1:] if prose else filled:
        places = [Place(_where(number, column, heads)) for column in range(len(row))]
        if not prose:
            writer.row(list(zip(row, places, strict=True)))
            continue
        for column, (cell, place) in enumerate(zip(row, places, strict=True)):
            label = heads[column] if column < len(heads) else ""
            writer.block(f"{label}: {cell}" if label and cell else cell, place)
    return writer.loaded()


def _rows(table: Iterable[list[str]]) -> Iterator[list[str]]:
    cells = 0
    for number, row in enumerate(table, start=1):
        cells += len(row)
        if number > MOST_ROWS or cells > MOST_CELLS:
            raise SourceError(f"it has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells; split it")
        yield [" ".join(cell.split()) for cell in row]


def _where(number: int, column: int, heads: list[str]) -> str:
    name = heads[column] if column < len(heads) and heads[column] else str(column + 1)
    return f"row {number}, column {name}"


def _separator(text: str) -> str:
    """Return what parts the cells of the first line: the mark that stands there most often."""
    first = next((line for line in text[:100_000].splitlines() if line.strip()), "")
    return max(SEPARATORS, key=lambda mark: (first.count(mark), -SEPARATORS.index(mark)))
