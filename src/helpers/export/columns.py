"""What each column of a table holds, read from the fields of its record."""

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from helpers.model.claim import TWO_READERS

Kind = Literal["text", "number", "whole", "flag", "list"]

_KINDS: dict[object, Kind] = {str: "text", float: "number", int: "whole", bool: "flag", tuple: "list", list: "list"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    name : str
    kind : str
        ``text``, ``number`` (a float), ``whole`` (an int), ``flag`` (a bool) or ``list`` (of texts).
    empty : bool
        It may hold None.
    words : tuple of str
        The only words it may hold; empty where any will do.
    """

    name: str
    kind: Kind
    empty: bool
    words: tuple[str, ...] = ()


@cache
def columns_of(record: type) -> tuple[Column, ...]:
    """Return the columns of a record class, in the order of its fields; without those of a second reader.

    Raises
    ------
    TypeError
        If a field has a type that no table can hold.
    """
    apart = {one.name for one in fields(record) if TWO_READERS in one.metadata} if is_dataclass(record) else ()
    return tuple(_column(name, hint) for name, hint in get_type_hints(record).items() if name not in apart)


@cache
def columns_of_two(record: type) -> tuple[Column, ...]:
    """Return all columns of a record class, those of a second reader last."""
    hints = get_type_hints(record)
    own = columns_of(record)
    return (*own, *(_column(one.name, hints[one.name]) for one in fields(record) if TWO_READERS in one.metadata))


def _column(name: str, hint: Any) -> Column:
    """Read one field's type."""
    empty = False
    if get_origin(hint) in (Union, types.UnionType):
        parts = [part for part in get_args(hint) if part is not types.NoneType]
        empty = len(parts) < len(get_args(hint))
        hint = parts[0] if len(parts) == 1 else hint
    if get_origin(hint) is Literal:
        return Column(name, "text", empty, tuple(get_args(hint)))
    kind = _KINDS.get(get_origin(hint) or hint)
    if kind is None:
        raise TypeError(f"the field {name} is {hint}, which no table can hold")
    return Column(name, kind, empty)


def names_of(columns: type | Sequence[str]) -> tuple[str, ...]:
    """Return the names of a record class's columns, or the names as they are."""
    return tuple(column.name for column in columns_of(columns)) if isinstance(columns, type) else tuple(columns)


def values_of(row: object, names: Sequence[str]) -> tuple[object, ...]:
    """Return one record's values in the order of ``names``."""
    if isinstance(row, Mapping):
        return tuple(row[name] for name in names)
    return tuple(getattr(row, name) for name in names)
