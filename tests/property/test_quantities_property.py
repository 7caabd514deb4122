"""What holds for every interval and every text."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.model import Quantity
from helpers.normalise import QuantityGrammar, format_interval
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.paths import PACKS

WORDS = read_yaml(PACKS / "english" / "quantities.yml", QuantityWords)
GRAMMAR = QuantityGrammar(WORDS)
SCALE = {"day": 1, "minute": 1440, "count": 1, "mm": 1, "year": 1}
DIMENSION = {"day": "time", "minute": "time", "count": "count", "mm": "length", "year": "year"}

days = st.one_of(
    st.integers(0, 4000).map(float),
    st.integers(0, 2000).map(lambda minutes: round(minutes / 1440, 6)),
    st.integers(0, 200).map(lambda hours: round(hours / 24, 6)),
    st.floats(0, 1000).map(lambda value: round(value, 6)),
)
values = {
    "day": days,
    "minute": st.integers(0, 6000).map(float),
    "count": st.one_of(st.integers(0, 100000).map(float), st.floats(0, 100).map(lambda value: round(value, 4))),
    "mm": st.floats(0, 100).map(lambda value: round(value, 3)),
    "year": st.integers(1900, 2030).map(float),
}


@st.composite
def intervals(draw: st.DrawFn) -> tuple[float | None, float | None, str, bool]:
    unit = draw(st.sampled_from(sorted(values)))
    low, high = sorted((draw(values[unit]), draw(values[unit])))
    shape = draw(st.sampled_from(["both", "same", "open", "upper"]))
    if shape == "same":
        high = low
    return (0.0 if shape == "upper" else low), (None if shape == "open" else high), unit, draw(st.booleans())


PIECES = [
    *("a", "an", "the", "first", "second", "every", "other", "each", "up to", "at least", "more than", "over", "lasts"),
    *("from", "within", "between", "and", "to", "or", "or more", "-", "–", "+", "/", "per", "once", "twice", "times", "weekly"),
    *("half", "quarter", "one", "two", "twenty", "hundred", "dozen", "1", "3", "24", "0.5", "1,500", "1952", "½", "week"),
    *("weeks", "days", "hours", "min", "mm", "several", "a few", "a couple of", "a course of", "some", "£", "%", "mg", "age"),
    *("old", "years", "of", "experience", "figure", "may", "in", "patients", "sessions", "apart", ".", ",", "\n", "  ", "\t"),
    *("(", ")", "'s", "2nd", "co2", "10:30", "monthly", "İ", "\u200f", "😀", "\ud800"),
]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), st.text(max_size=80))


@given(intervals())
@example((0.020833, 0.041667, "day", False))
@example((60.0, None, "day", True))
@example((14.0, 35.0, "day", True))
@example((0.0, 5.0, "day", True))
@example((0.083333, 1.0, "day", True))
def test_what_is_written_reads_back_to_the_same_bounds(interval: tuple[float | None, float | None, str, bool]) -> None:
    low, high, unit, vague = interval
    written = format_interval(low, high, unit, vague)
    (found,) = GRAMMAR.find(written)
    read = [None if bound is None else bound * SCALE[unit] for bound in (found.low, found.high)]
    close = 1e-3 if unit == "minute" else 3e-6
    assert (found.start, found.end) == (0, len(written))
    assert found.dimension == DIMENSION[unit]
    assert read == [None if bound is None else pytest.approx(bound, rel=3e-6, abs=close) for bound in (low, high)]


@given(texts)
def test_every_quantity_has_its_place_in_one_line_and_none_overlaps(text: str) -> None:
    found = GRAMMAR.find(text)
    for quantity in found:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert "\n" not in text[quantity.start : quantity.end]
        assert text[quantity.start : quantity.end].strip()
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert GRAMMAR.find(text) == GRAMMAR.find(text)


def moved(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)


@given(texts, texts)
@example("0", "A¼")
@example("A0", "once")
def test_two_texts_on_two_lines_hold_what_each_holds(first: str, second: str) -> None:
    together = GRAMMAR.find(f"{first}\n{second}")
    assert together == GRAMMAR.find(first) + [moved(quantity, len(first) + 1) for quantity in GRAMMAR.find(second)]


@given(texts, texts)
def test_a_part_of_a_text_is_read_as_if_it_stood_alone(first: str, second: str) -> None:
    text = f"{first}\n{second}\n{first}"
    start, end = len(first) + 1, len(first) + 1 + len(second)
    assert GRAMMAR.find(text, start, end) == [moved(quantity, start) for quantity in GRAMMAR.find(second)]
