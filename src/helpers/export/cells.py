"""How one value is written, the same in every run."""

import json
import math
from collections.abc import Iterable

# Line ends to some readers of JSON lines, and left bare by the json module.
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
_EXACT = 2**53


def plain(value: object) -> object:
    """Return a value as JSON knows it: whole numbers without ".0", tuples as lists.

    Raises
    ------
    ValueError
        If a number is not finite: an open bound is None, never infinity.
    """
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} cannot stand in a table; an open bound is None")
        return int(value) if value.is_integer() and abs(value) < _EXACT else float(value)
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    return value


def cell(value: object) -> str:
    """Return a value as a CSV cell: nothing for None, ``true`` or ``false``, ``7`` for 7.0, the parts of a list joined by ``;``.

    Raises
    ------
    TypeError
        If it is of a type that no table can hold.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    value = plain(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return ";".join(cell(part) for part in value)
    raise TypeError(f"{type(value).__name__} cannot stand in a table")


def json_line(names: Iterable[str], values: Iterable[object]) -> str:
    """Return one record as one line of JSON, with its line end, on one line for every reader."""
    record = {name: plain(value) for name, value in zip(names, values, strict=True)}
    return json.dumps(record, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS) + "\n"
