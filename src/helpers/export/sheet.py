"""A sheet of a workbook before it is written: titles, rows, and which cells lead where."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from helpers.model.palette import Look

Record = TypeVar("Record")


class Link(NamedTuple):
    """Words that lead to the row of another sheet that goes by ``key``."""

    words: str
    sheet: str
    key: str


class Marked(NamedTuple):
    """Words with a look: its colour says nothing that the words do not say."""

    words: str
    look: Look


Cell = str | int | float | Link | Marked | None


class Column(NamedTuple, Generic[Record]):
    """A column's title, its width in characters, and what it shows of a record."""

    title: str
    width: int
    value: Callable[[Record], Cell]


@dataclass(frozen=True)
class Sheet:
    """One table.

    Attributes
    ----------
    title : str
        Up to 31 characters.
    heads : sequence of (str, int)
        Each column's title and its width in characters.
    rows : sequence of tuple of Cell
    keys : sequence of str
        What each row goes by, for links; empty where nothing leads here.
    """

    title: str
    heads: Sequence[tuple[str, int]]
    rows: Sequence[tuple[Cell, ...]]
    keys: Sequence[str]


def sheet_of(
    title: str, columns: Sequence[Column[Record]], records: Iterable[Record], *, key: Callable[[Record], str] | None = None
) -> Sheet:
    """Make a sheet with a row a record.

    Parameters
    ----------
    key : callable, optional
        What a record's row goes by, for links.
    """
    shown = list(records)
    rows = [tuple(column.value(one) for column in columns) for one in shown]
    return Sheet(title, [(column.title, column.width) for column in columns], rows, [key(one) for one in shown] if key else [])
