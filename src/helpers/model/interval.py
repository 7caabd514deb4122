"""Intervals of numbers: where they meet, how much they share, and how a reviewer reads them."""

import math
from typing import NamedTuple

NOUNS = {"day": ("day", "days"), "minute": ("minute", "minutes"), "mm": ("mm", "mm")}
HOURS_IN_A_DAY = 24
NEARLY_WHOLE = 0.01  # 0.083 of a day is 2 hours, not 1.99


class Interval(NamedTuple):
    """A closed interval; an open side is 0 (``low``) or infinity (``high``), since nothing here is negative."""

    low: float
    high: float

    @classmethod
    def of(cls, low: float | None, high: float | None) -> "Interval | None":
        """Return the interval of a claim's bounds, or None where no number was given."""
        if low is None and high is None:
            return None
        return cls(low if low is not None else 0.0, high if high is not None else math.inf)

    def meets(self, other: "Interval", tolerance: float = 0.0) -> bool:
        """Say whether the two share a point, or their nearest bounds differ by at most ``tolerance`` of the larger."""
        above = max(self.low, other.low)
        below = min(self.high, other.high)
        return above <= below or above - below <= tolerance * above

    def equals(self, other: "Interval", tolerance: float = 0.0) -> bool:
        """Say whether both bounds are the same within ``tolerance`` of the larger."""
        pairs = ((self.low, other.low), (self.high, other.high))
        return all(a == b or abs(a - b) <= tolerance * max(a, b) < math.inf for a, b in pairs)

    def stretched(self, factor: float) -> "Interval":
        """Return the interval with its lower bound divided and its upper bound multiplied by ``factor``."""
        return Interval(self.low / factor, self.high * factor)

    def shared(self, other: "Interval") -> float:
        """Return how much of the narrower interval both share, from 0 (they only touch or do not meet) to 1."""
        above = max(self.low, other.low)
        below = min(self.high, other.high)
        if above > below:
            return 0.0
        narrower = min(self.high - self.low, other.high - other.low)
        return 1.0 if narrower in (0.0, math.inf) else (below - above) / narrower


def in_words(low: float | None, high: float | None, unit: str | None) -> str:
    """Say a claim's bounds as a reviewer reads them.

    Parameters
    ----------
    low, high : float or None
        Bounds in ``unit``; None is open.
    unit : str or None
        ``day``, ``minute``, ``count``, ``mm`` or ``year``.

    Returns
    -------
    str
        ``""`` without a bound.

    Examples
    --------
    >>> in_words(14, None, "day")
    '14 days or more'
    >>> in_words(0.0833, 1, "day")
    '2 hours to 1 day'
    >>> in_words(0, 14, "day")
    'up to 14 days'
    """
    if low is None and high is None:
        return ""
    if high is None:
        return f"{_bound(low or 0.0, unit)} or more"
    if not low and high > 0:
        return f"up to {_bound(high, unit)}"
    if low is None or low == high:
        return _bound(high, unit)
    first, second = _bound(low, unit), _bound(high, unit)
    noun = second.partition(" ")[2]
    same_noun = noun and noun.rstrip("s") == first.partition(" ")[2].rstrip("s")
    return f"{first.partition(' ')[0]} to {second}" if same_noun else f"{first} to {second}"


def _bound(value: float, unit: str | None) -> str:
    if unit == "day" and 0 < value < 1:
        return _counted(value * HOURS_IN_A_DAY, "hour", "hours")
    if unit in NOUNS:
        return _counted(value, *NOUNS[unit])
    return _number(value)


def _counted(value: float, one: str, many: str) -> str:
    number = _number(value)
    return f"{number} {one if number == '1' else many}"


def _number(value: float) -> str:
    whole = round(value)
    return str(whole) if abs(value - whole) < NEARLY_WHOLE else f"{value:.2f}".rstrip("0")
