"""What changed, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.model.changes import changes, is_small

WORDS = st.text(alphabet="ab \n", max_size=30)


@given(WORDS, WORDS)
def test_both_sentences_can_be_read_from_what_changed(before: str, after: str) -> None:
    found = changes(before, after)
    assert " ".join(one.words for one in found if one.kind != "new") == " ".join(before.split())
    assert " ".join(one.words for one in found if one.kind != "gone") == " ".join(after.split())


def test_what_stands_in_place_of_words_comes_after_them() -> None:
    assert [tuple(one) for one in changes("Rest for two days.", "Rest for three days.")] == [
        ("same", "Rest for"),
        ("gone", "two"),
        ("new", "three"),
        ("same", "days."),
    ]


@pytest.mark.parametrize(
    ("before", "after", "small"),
    [
        ("Most guests need no rest at all.", "Most guests need no rest.", True),
        ("Rest for 2 days at home.", "Rest for 3 days at home.", False),
        ("Rest for 2 days.", "Rest 2 days.", True),
        ("Most guests need no rest.", "Swelling is common.", False),
    ],
)
def test_an_edit_is_small_where_words_and_figures_stand(before: str, after: str, small: bool) -> None:
    assert is_small(before, after) == small
