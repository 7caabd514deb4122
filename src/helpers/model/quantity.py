"""A quantity as a text states it: bounds, unit, and how it was said."""

from dataclasses import dataclass
from typing import Literal

Dimension = Literal["time", "length", "count", "year", "other"]
Form = Literal["amount", "frequency", "point", "price"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of numbers with its place in the text.

    Attributes
    ----------
    start, end : int
        Half-open offsets of the phrase, its bound words included ("up to 3 days", "every two weeks or more").
    low, high : float or None
        Bounds: days for ``time``, millimetres for ``length``, plain numbers for ``count``, calendar years for ``year``;
        None is open.
    dimension : str
        ``time``, ``length``, ``count`` (a bare number or a counting word such as "several"), ``year`` (a decade or a
        calendar year), ``other`` (money, per cent, doses, ages, dates: known so that none is taken for a count).
    form : str
        ``amount`` ("3 days"), ``frequency`` ("every 4 weeks", "twice a week", "monthly": the bounds are the time
        between two), ``point`` ("week 2", "days 3-4": a place on a time line), ``price`` (of
        dimension ``other``).
    vague : bool
        The bounds come from words such as "several", not from figures.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    dimension: Dimension
    form: Form
    vague: bool
