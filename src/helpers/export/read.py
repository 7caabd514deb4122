"""Read a claim table back, and refuse one that is not whole."""

import csv
import json
import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.export.columns import Column, Kind, columns_of, columns_of_two
from helpers.model import CLAIM_COLUMNS, SITUATION, Claim
from helpers.model.claim import READER_COLUMNS, READERS

Rows = Iterator[tuple[str, dict[str, object]]]
_EXPECTED: dict[Kind, str] = {"text": "text", "number": "a finite number", "whole": "a whole number", "flag": "true or false"}
LARGEST = 2**63 - 1  # what a column of whole numbers can hold
_FLAGS = {"true": True, "false": False}


def read_table(path: Path | str) -> list[Claim]:
    """Read a claim table that the workbook wrote, or one made like it.

    Parameters
    ----------
    path : Path or str
        Ends in ``.csv``, ``.jsonl`` or ``.parquet``; holds the columns of the claim table, in any order, and no others. A table
        from before claims had a situation may lack those columns, and one of a single reader has no columns of a second.

    Returns
    -------
    list of Claim
        In the order of the file.

    Raises
    ------
    WorkbookError
        One line that names the file and the row if a column, a value or the file itself is not what it must be. Rows of
        CSV are counted as a spreadsheet shows them: the header is row 1.
    """
    source = Path(path)
    claims: dict[str, Claim] = {}
    for place, row in _rows(source):
        try:
            claim = _claim(row)
            if claim.claim_id in claims:
                raise ValueError(f"the claim_id {claim.claim_id} stands twice; keep one")
        except ValueError as error:
            raise WorkbookError(str(error), path=source, place=place) from None
        claims[claim.claim_id] = claim
    return list(claims.values())


def _rows(source: Path) -> Rows:
    """Give each row with its place; say in one line why a file cannot be read."""
    read = _READERS.get(source.suffix.lower())
    if read is None:
        raise WorkbookError("a claim table's name must end in .csv, .jsonl or .parquet", path=source)
    try:
        yield from read(source)
    except OSError as error:
        raise WorkbookError(f"cannot be read ({error.strerror or error}); name a claim table", path=source) from None
    except UnicodeDecodeError:
        raise WorkbookError("is not UTF-8; save it as UTF-8", path=source) from None
    except (ValueError, ArithmeticError, RecursionError, csv.Error) as error:
        raise WorkbookError(f"is no claim table: {error}", path=source) from None


def _csv(source: Path) -> Rows:
    with source.open(encoding="utf-8-sig", newline="") as handle:
        rows = csv.reader(handle, strict=True)
        header = next(rows, [])
        _check_columns(header)
        for number, row in enumerate(rows, 2):
            if len(row) != len(header):
                raise ValueError(f"row {number} has {len(row)} cells, the header {len(header)}")
            yield f"row {number}", dict(zip(header, row, strict=True))


def _jsonl(source: Path) -> Rows:
    with source.open(encoding="utf-8-sig") as handle:
        for number, line in enumerate(handle, 1):
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"line {number} is not JSON ({error.msg})") from None
            if not isinstance(row, dict):
                raise ValueError(f"line {number} is not a JSON object")
            _check_columns(row)
            yield f"line {number}", row


def _parquet(source: Path) -> Rows:
    from helpers.export.parquet import read_parquet  # pyarrow takes long to import

    names, rows = read_parquet(source)
    _check_columns(names)
    for number, row in enumerate(rows, 1):
        yield f"row {number}", row


def _check_columns(names: Iterable[str]) -> None:
    given = list(names)
    for name in CLAIM_COLUMNS:
        if given.count(name) != 1 and (name in given or name not in SITUATION):
            raise ValueError(f"the column {name} must stand once, not {given.count(name)} times")
    for name in given:
        if name not in CLAIM_COLUMNS + READER_COLUMNS or given.count(name) > 1:
            raise ValueError(f"a claim table has no column {name!r}; remove it")


def _claim(row: dict[str, object]) -> Claim:
    """Check one row and make it a claim."""
    columns = columns_of_two(Claim) if READER_COLUMNS[0] in row else columns_of(Claim)
    values = {column.name: _checked(row.get(column.name), column) for column in columns}
    claim = Claim(**values)  # type: ignore[arg-type]  # each value was checked against its field
    if claim.certainty not in ("asserted", "hedged"):
        raise ValueError(f"certainty is {claim.certainty!r}; it must be asserted or hedged")
    if claim.reader not in READERS:
        raise ValueError(f"reader is {claim.reader!r}; it must be one of {', '.join(READERS)}")
    if not 0 <= claim.start <= claim.end:
        raise ValueError(f"start {claim.start} and end {claim.end} are no span")
    return claim


def _checked(value: object, column: Column) -> object:
    """Return a value with its type, whether it came as text (CSV) or typed (JSON, Parquet)."""
    if value is None or value == "":
        if column.empty:
            return None
        if value is None or column.kind != "text":
            raise ValueError(f"{column.name} is empty; it must be {_EXPECTED[column.kind]}")
    typed = _typed(value, column.kind)
    if typed is None:
        raise ValueError(f"{column.name} is {value!r}; it must be {_EXPECTED[column.kind]}")
    if column.words and typed not in column.words:
        raise ValueError(f"{column.name} is {value!r}; it must be one of {', '.join(column.words)}")
    return typed


def _typed(value: object, kind: Kind) -> object:
    """Return a value as the kind of its column, or None if it is none."""
    if kind == "flag":
        return value if isinstance(value, bool) else _FLAGS.get(str(value).lower())
    if kind == "text":
        return value if isinstance(value, str) else None
    if isinstance(value, bool) or not isinstance(value, (str, int) if kind == "whole" else (str, int, float)):
        return None
    try:
        number = int(value) if kind == "whole" else float(value)
    except (ValueError, OverflowError):
        return None
    if kind == "whole":
        return number if abs(number) <= LARGEST else None
    return number if math.isfinite(number) else None


_READERS: dict[str, Callable[[Path], Rows]] = {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}
