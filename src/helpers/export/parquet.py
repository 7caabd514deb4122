"""Parquet, a row group at a time; the only module of the exports that needs pyarrow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import is_dataclass
from itertools import chain, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from helpers.export.cells import cell
from helpers.export.columns import Column, columns_of, values_of
from helpers.model.visible import visible

ROWS_A_GROUP = 20_000
_TYPES = {"text": pa.string(), "number": pa.float64(), "whole": pa.int64(), "flag": pa.bool_(), "list": pa.list_(pa.string())}


def write_parquet(rows: Iterable[object], columns: type | Sequence[str], path: Path) -> int:
    """Write records as Parquet; see :func:`helpers.export.write_table`.

    Returns
    -------
    int
        How many records were written.
    """
    rows = iter(rows)
    first = list(islice(rows, 1))
    known = _known(columns, first)
    names = [column.name for column in known]
    schema = pa.schema([pa.field(column.name, _TYPES[column.kind], nullable=column.empty) for column in known])
    count = 0
    with pq.ParquetWriter(path, schema) as writer:
        rest = chain(first, rows)
        while group := list(islice(rest, ROWS_A_GROUP)):
            by_column = zip(*(values_of(row, names) for row in group), strict=True)
            arrays = [
                pa.array([_value(value, column) for value in values], type=_TYPES[column.kind])
                for column, values in zip(known, by_column, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            count += len(group)
    return count


def read_parquet(path: Path) -> tuple[list[str], Iterator[dict[str, object]]]:
    """Return a Parquet file's column names, and its rows a group at a time.

    Raises
    ------
    ValueError
        If the file is not Parquet.
    """
    table = pq.ParquetFile(path)
    batches = table.iter_batches(batch_size=ROWS_A_GROUP)
    return table.schema_arrow.names, (row for batch in batches for row in batch.to_pylist())


def _known(columns: type | Sequence[str], first: list[object]) -> list[Column]:
    """Return the columns with their types, as far as the record class or the first record tells."""
    if isinstance(columns, type):
        return list(columns_of(columns))
    record: type | None = type(first[0]) if first else None
    typed = {column.name: column for column in columns_of(record)} if record and is_dataclass(record) else {}
    return [typed.get(name, Column(name, "text", empty=True)) for name in columns]


def _value(value: object, column: Column) -> object:
    """Return a value as Arrow takes it."""
    if value is None:
        return None
    if column.kind == "text":
        return visible(cell(value))
    if column.kind == "list" and isinstance(value, tuple | list):
        return [visible(cell(part)) for part in value]
    return value
