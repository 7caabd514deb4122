"""Intervals as reviewers read them."""

import pytest

from helpers.normalise import format_interval


@pytest.mark.parametrize(
    ("low", "high", "unit", "written"),
    [
        (14, None, "day", "14 days or more"),
        (1, 2, "day", "1 to 2 days"),
        (0, 3, "day", "up to 3 days"),
        (None, 3, "day", "up to 3 days"),
        (1, 1, "day", "1 day"),
        (0, 0, "day", "0 days"),
        (0.083333, 0.208333, "day", "2 to 5 hours"),
        (0.020833, 0.020833, "day", "30 minutes"),
        (0.5, 2, "day", "12 to 48 hours"),
        (3.5, 3.5, "day", "3.5 days"),
        (180, 540, "day", "6 to 18 months"),
        (365, None, "day", "1 year or more"),
        (30, 30, "day", "30 days"),
        (30, 60, "minute", "30 to 60 minutes"),
        (1, 1, "minute", "1 minute"),
        (3, 6, "count", "3 to 6"),
        (3, 6, None, "3 to 6"),
        (0, 15, "count", "up to 15"),
        (1500, 1500, "count", "1,500"),
        (1, 4, "mm", "1 to 4 mm"),
        (0.25, 0.25, "mm", "0.25 mm"),
        (1950, 1959, "year", "1950 to 1959"),
        (1950, None, "year", "1950 or later"),
        (None, None, "day", "not stated"),
    ],
)
def test_exact_bounds_are_written_in_figures(low: float | None, high: float | None, unit: str | None, written: str) -> None:
    assert format_interval(low, high, unit) == written


@pytest.mark.parametrize(
    ("low", "high", "unit", "written"),
    [
        (14, None, "day", "several weeks"),
        (60, None, "day", "several months"),
        (14, 35, "day", "a few weeks"),
        (14, 14, "day", "a couple of weeks"),
        (0, 35, "day", "up to a few weeks"),
        (0.083333, 0.208333, "day", "a few hours"),
        (120, 300, "minute", "a few hours"),
        (2, None, "count", "several"),
        (2, 2, "count", "a couple"),
        (0.083333, 1, "day", "roughly 2 to 24 hours"),
        (0, 14, "day", "up to roughly 14 days"),
        (24, None, "count", "roughly 24 or more"),
    ],
)
def test_vague_bounds_are_written_in_vague_words(low: float, high: float | None, unit: str, written: str) -> None:
    assert format_interval(low, high, unit, vague=True) == written
