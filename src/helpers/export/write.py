r"""Write a table as CSV, JSON lines or Parquet, a row at a time.

The three hold the same values, and :func:`helpers.export.read_table` gives them back. Cells stay exactly what they are,
because ``quote`` must equal the document's characters: a CSV is for programs, and a spreadsheet that opens one may take a
cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula. People should open the ``.xlsx`` export, where text is text.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.export.atomic import atomic_path
from helpers.export.cells import cell, json_line
from helpers.export.columns import names_of, values_of

Columns = type | Sequence[str]


def write_table(rows: Iterable[object], columns: Columns, path: Path | str) -> int:
    r"""Write records to a file whose suffix says how; memory does not grow with their number.

    Parameters
    ----------
    rows : iterable of records
        Dataclass instances or mappings; taken one at a time.
    columns : dataclass or sequence of str
        The columns and their order: a record class, or names. Parquet takes each column's type from the record class, or
        from the first record; where neither tells (no record, or mappings), its columns are text.
    path : Path or str
        Ends in ``.csv``, ``.jsonl`` or ``.parquet``. It is replaced only when the new file is whole.

    Returns
    -------
    int
        How many records were written.

    Raises
    ------
    WorkbookError
        If the suffix is none of the three or the file cannot be written.

    Notes
    -----
    UTF-8, lines end in ``\n``, the same bytes for the same rows. None is an empty cell in CSV and ``null`` in JSON; numbers are
    the shortest that read back equal, whole ones without ".0". A lone surrogate, which UTF-8 cannot hold, is written as its
    escape (``\udc80``): JSON reads it back, in CSV and Parquet it stays visible as those six characters.
    """
    final = Path(path)
    write = _WRITERS.get(final.suffix.lower())
    if write is None:
        raise WorkbookError("a table's name must end in .csv, .jsonl or .parquet; rename it", path=final)
    with atomic_path(final) as draft:
        return write(rows, columns, draft)


def _csv(rows: Iterable[object], columns: Columns, draft: Path) -> int:
    names, count = names_of(columns), 0
    with draft.open("w", encoding="utf-8", errors="backslashreplace", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        careful = csv.writer(handle, lineterminator="\n", quoting=csv.QUOTE_ALL)  # csv.writer leaves a bare "\r" unquoted
        writer.writerow(names)
        for row in rows:
            cells = [cell(value) for value in values_of(row, names)]
            (careful if any("\r" in part for part in cells) else writer).writerow(cells)
            count += 1
    return count


def _jsonl(rows: Iterable[object], columns: Columns, draft: Path) -> int:
    names, count = names_of(columns), 0
    with draft.open("w", encoding="utf-8", errors="backslashreplace", newline="") as handle:
        for row in rows:
            handle.write(json_line(names, values_of(row, names)))
            count += 1
    return count


def _parquet(rows: Iterable[object], columns: Columns, draft: Path) -> int:
    from helpers.export.parquet import write_parquet  # pyarrow takes long to import

    return write_parquet(rows, columns, draft)


_WRITERS: dict[str, Callable[[Iterable[object], Columns, Path], int]] = {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}
