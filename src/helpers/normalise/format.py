"""Intervals in plain English for reviewers; what is written here reads back to the same bounds."""

_MINUTES = {"minute": 1.0, "hour": 60.0, "day": 1440.0, "month": 43200.0, "year": 525600.0}
_VAGUE_MINUTES = {**_MINUTES, "week": 10080.0}
_FROM_MONTHS = 60  # days; from two months on, months and years read better than days
_CLOSE = 2e-6  # relative; bounds in days are rounded to six digits


def format_interval(low: float | None, high: float | None, unit: str | None = None, vague: bool = False) -> str:
    """Write an interval as a reviewer would say it.

    Parameters
    ----------
    low, high : float or None
        Bounds in ``unit``; None is open, both None is "not stated".
    unit : str, optional
        ``day``, ``minute``, ``mm``, ``year`` (a calendar year), ``count``; without one a count.
    vague : bool
        The bounds come from words such as "several".

    Returns
    -------
    str
        "14 days or more", "1 to 2 days", "up to 3 days", "30 to 60 minutes", "several weeks", "3 to 6".

    Examples
    --------
    >>> format_interval(14, None, "day")
    '14 days or more'
    >>> format_interval(2, 5, "day", vague=True)
    'a few days'
    """
    if low is None and high is None:
        return "not stated"
    if vague:
        return _vague(low or 0.0, high, unit) or _exact(low, high, unit, about="roughly ")
    return _exact(low, high, unit, about="")


def _vague(low: float, high: float | None, unit: str | None) -> str:
    """Return the vague words that mean these bounds, or nothing where none do."""
    if unit in _MINUTES:
        sizes = {f" {name}s": size / _MINUTES[unit] for name, size in _VAGUE_MINUTES.items()}
    else:
        sizes = {" mm" if unit == "mm" else "": 1.0}
    for name, size in sizes.items():
        if high is None and _same(low, 2 * size):
            return f"several{name}"
        if high is None or not _same(high, 2 * size if _same(low, high) else 5 * size):
            continue
        if low == 0:
            return f"up to a few{name}"
        if _same(low, 2 * size):
            return f"a couple of{name}".removesuffix(" of") if _same(low, high) else f"a few{name}"
    return ""


def _exact(low: float | None, high: float | None, unit: str | None, about: str) -> str:
    """Write the bounds in figures; ``about`` goes before them."""
    name, size = _unit(unit, [bound for bound in (low, high) if bound])
    last = _figure(high if high is not None else low or 0.0, size, unit)
    words = f"{last} {name}".rstrip() if name in ("", "mm") or last == "1" else f"{last} {name}s"
    if high is None:
        return f"{about}{words} or {'later' if unit == 'year' else 'more'}"
    if low is None or low == 0 < high:
        return f"up to {about}{words}"
    return f"{about}{words}" if low == high else f"{about}{_figure(low, size, unit)} to {words}"


def _unit(unit: str | None, bounds: list[float]) -> tuple[str, float]:
    """Choose the unit, and its size in ``unit``, that writes all bounds as whole numbers."""
    if unit != "day":
        return (unit if unit in ("minute", "mm") else ""), 1.0
    small = not bounds or min(bounds) < 1
    large = bounds and min(bounds) >= _FROM_MONTHS
    for name in ("year", "month", "day") if large else ("day", "hour", "minute") if small else ("day",):
        size = _MINUTES[name] / _MINUTES["day"]
        if all(_same(bound, round(bound / size) * size) for bound in bounds):
            return name, size
    return "day", 1.0


def _figure(value: float, size: float, unit: str | None) -> str:
    scaled = value / size
    whole = round(scaled)
    if size != 1 or scaled == whole:
        return str(whole) if unit == "year" else f"{whole:,}"
    return f"{scaled:,.6f}".rstrip("0")


def _same(value: float, other: float) -> bool:
    return abs(value - other) <= _CLOSE * max(1.0, abs(other))
