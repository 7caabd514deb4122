"""Intervals in plain English for reviewers; what is written here reads back to the same bounds."""

_VAGUE_UNITS = (("hour", 1 / 24), ("day", 1.0), ("week", 7.0), ("month", 30.0), ("year", 365.0))
_CLOSE = 1e-5


def format_interval(low: float | None, high: float | None, unit: str | None = None, vague: bool = False) -> str:
    """Write an interval as a reviewer would say it.

    Parameters
    ----------
    low, high : float or None
        Bounds in ``unit``; None is open, both None is "not stated".
    unit : str, optional
        ``day``, ``minute``, ``mm``, ``count``, ``year``; without one the bare numbers.
    vague : bool
        The bounds come from words such as "several".

    Returns
    -------
    str
        "14 days or more", "1 to 2 days", "up to 3 days", "30 to 60 minutes", "several weeks", "3 to 6".
    """
    if low is None and high is None:
        return "not stated"
    if vague:
        words = _vague(low or 0.0, high, unit)
        if words:
            return words
    if unit == "day":
        name, size = _time_unit([bound for bound in (low, high) if bound])
        return _written(low, high, name, size)
    return _written(low, high, {"minute": "minute", "mm": "mm"}.get(unit or "", ""), 1.0)


def _vague(low: float, high: float | None, unit: str | None) -> str:
    for name, size in _VAGUE_UNITS if unit == "day" else ((("minute", 1.0),) if unit == "minute" else (("", 1.0),)):
        many = f" {name}s" if name else ""
        if _same(low, 2 * size) and high is None:
            return f"several{many}"
        if _same(low, 2 * size) and _same(high, 5 * size):
            return f"a few{many}"
        if _same(low, 2 * size) and _same(high, 2 * size):
            return f"a couple of{many}"
        if low == 0 and _same(high, 5 * size):
            return f"up to a few{many}"
    return ""


def _same(value: float | None, other: float) -> bool:
    return value is not None and abs(value - other) < _CLOSE


def _time_unit(bounds: list[float]) -> tuple[str, float]:
    """Choose the unit that writes both bounds as whole numbers; days where none does."""
    candidates = [("day", 1.0), ("hour", 1 / 24), ("minute", 1 / 1440)]
    if bounds and min(bounds) >= 60:
        candidates = [("year", 365.0), ("month", 30.0), *candidates]
    for name, size in candidates:
        if all(_same(bound, round(bound / size) * size) for bound in bounds) and (size >= 1 or min(bounds) < 1):
            return name, size
    return "day", 1.0


def _written(low: float | None, high: float | None, name: str, size: float) -> str:
    def number(value: float) -> str:
        scaled = round(value / size, 6) if size >= 1 or name == "day" else round(value / size)
        return f"{scaled:.6f}".rstrip("0").rstrip(".")

    last = number(high if high is not None else low or 0.0)
    unit = "" if not name else f" {name}" if name == "mm" or last == "1" else f" {name}s"
    if high is None:
        return f"{last}{unit} or more"
    if low is None or low == 0 < high:
        return f"up to {last}{unit}"
    if low == high:
        return f"{last}{unit}"
    return f"{number(low)} to {last}{unit}"
