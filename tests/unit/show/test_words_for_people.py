"""Counts, lists and reasons as people read them."""

import pytest

from helpers.show.words import capital, counted, listed, one_line, said, why


@pytest.mark.parametrize(
    ("number", "told"), [(0, "no entries"), (1, "1 entry"), (2, "2 entries")], ids=["none", "singular", "plural"]
)
def test_a_number_agrees_with_its_noun(number, told):
    assert counted(number, "entry", "entries") == told


@pytest.mark.parametrize(("words", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_a_list_reads_like_a_sentence(words, told):
    assert listed(words) == told


def test_text_goes_on_one_line_and_begins_with_a_capital():
    assert one_line(" a\n\tb ") == "a b"
    assert (capital("abc"), capital("")) == ("Abc", "")


def test_a_reason_stands_without_the_quotes_that_stand_beside_it(claim_in, found):
    one, other = claim_in("a", "no rest needed", "no rest"), claim_in("b", "two days of rest", "two days")
    finding = found(
        "high", one, other, reason="a says “no rest” (none) and b says “two days” (some, 2 days): both cannot be. Also: x."
    )
    assert why(finding) == "Both cannot be. Also: x."


@pytest.mark.parametrize(
    "reason",
    ["a says “no rest” and owes the warning “Be careful.”, and leaves it out: it matters.", "No quote at all: nothing.", ""],
)
def test_a_reason_of_another_shape_stands_whole(claim_in, found, reason):
    assert why(found("high", claim_in("a", "no rest needed", "no rest"), reason=reason)) == reason


def test_what_figures_say_needs_no_further_word(claim_in):
    lasting = claim_in("a", "a few days", "days", topic="side_effect", item="any", level="stated", low=2, high=5, unit="day")
    named = claim_in("a", "bruises", "bruises", topic="side_effect", item="bruising", level="stated")
    assert said(lasting) == "in general: 2 to 5 days"
    assert said(named) == "bruising: stated"
