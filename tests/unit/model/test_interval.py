"""Intervals: where they meet, what they share, and how they read."""

import math

import pytest

from helpers.model.interval import Interval, in_words


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (7, 7, "day", "7 days"),
        (1, 1, "day", "1 day"),
        (14, None, "day", "14 days or more"),
        (1, 2, "day", "1 to 2 days"),
        (0, 14, "day", "up to 14 days"),
        (None, 3, "day", "up to 3 days"),
        (0.083, 0.208, "day", "2 to 5 hours"),
        (0.083, 1, "day", "2 hours to 1 day"),
        (1 / 24, 1 / 24, "day", "1 hour"),
        (0, 0, "day", "0 days"),
        (30, 60, "minute", "30 to 60 minutes"),
        (1, 4, "mm", "1 to 4 mm"),
        (0.25, 0.5, "mm", "0.25 to 0.5 mm"),
        (3, 6, "count", "3 to 6"),
        (2, None, "count", "2 or more"),
        (1950, 1959, "year", "1950 to 1959"),
        (None, None, "day", ""),
    ],
)
def test_bounds_in_words(low: float | None, high: float | None, unit: str, words: str) -> None:
    assert in_words(low, high, unit) == words


def test_open_sides_reach_from_nothing_to_infinity() -> None:
    assert Interval.of(None, 3) == (0, 3)
    assert Interval.of(3, None) == (3, math.inf)
    assert Interval.of(None, None) is None


def test_bounds_within_the_tolerance_touch() -> None:
    assert Interval(28, 28).meets(Interval(30, 30), 0.1)
    assert not Interval(26, 26).meets(Interval(30, 30), 0.1)
    assert Interval(0, 0).meets(Interval(0, 0))


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 10), (5, 20), 0.5),
        ((0, 10), (2, 4), 1.0),
        ((5, 5), (0, 10), 1.0),
        ((0, 10), (10, 20), 0.0),
        ((0, 1), (2, 3), 0.0),
        ((2, math.inf), (14, math.inf), 1.0),
        ((0, 20), (10, math.inf), 0.5),
    ],
)
def test_the_share_is_of_the_narrower(one: tuple[float, float], other: tuple[float, float], share: float) -> None:
    assert Interval(*one).shared(Interval(*other)) == share
    assert Interval(*other).shared(Interval(*one)) == share
