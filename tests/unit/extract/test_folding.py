"""What lies between the letters only to a program hides no phrase, and every character can be found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_texts import read

from helpers.extract.folding import fold, squeeze


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a **red** shoe", "a red shoe"),
        ("a _red_ shoe", "a red shoe"),
        ("a red  shoe", "a red shoe"),
        ("a red\u00a0shoe", "a red shoe"),
        ("a red<br>shoe", "a red shoe"),
        ("a re\u00add shoe", "a red shoe"),
        ("a r\u200bed shoe", "a red shoe"),
        ("a **r**ed shoe", "a red shoe"),
        ("a red-shoe", "a red shoe"),
        ("a red, shoe", "a red  shoe"),
        ("a red - shoe", "a red   shoe"),
        ("a red_shoe", "a red_shoe"),
    ],
)
def test_what_a_reader_sees_is_what_is_searched(text, seen):
    assert squeeze(text).text == seen


@given(st.text(alphabet="aB1 *_\u00ad\u200b\u00a0\n,.-<br/>", max_size=40))
def test_every_character_stands_where_it_stood(text):
    squeezed = squeeze(text)
    for place, char in enumerate(squeezed.text):
        if char not in " _":
            assert fold(text[squeezed.places[place]]) == char
    places = list(squeezed.places)
    assert len(places) == len(squeezed.text)
    assert places == sorted(set(places))


@pytest.mark.parametrize(
    "text", ["Avoid the **steam** **room** for two weeks.", "Avoid the steam\u00a0ro\u00adom for **two** weeks."]
)
def test_emphasis_and_soft_hyphens_change_no_claim(text):
    (claim,) = read(text)
    assert (claim.topic, claim.item, claim.low) == ("aftercare", "heat", 14)
    assert claim.quote == text[claim.start : claim.end]
