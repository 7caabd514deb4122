"""Promises by page, and which page stands against which."""

from helpers.show.contradictions import conflict_counts, contradiction_picture
from helpers.show.levels import level_picture, level_table

TEXT = "one two three"


def test_the_strongest_word_of_each_page_is_shown(look, claim_in):
    def promise(source, quote, item, level, **changes):
        return claim_in(source, TEXT, quote, topic="efficacy", item=item, level=level, **changes)

    claims = [
        promise("a", "one", "wrinkles", "benefit"),
        promise("a", "two", "wrinkles", "strong_benefit"),
        promise("b", "one", "wrinkles", "benefit", certainty="hedged"),
        promise("b", "two", "acne", "no_benefit"),
    ]
    view = look(dict.fromkeys("ab", TEXT), claims)
    rows = level_table(view, "efficacy").frame().to_numpy().tolist()
    assert rows == [
        ["wrinkles", "▮▮▮▮ strong benefit\n“two”", "▮▮▮▯ benefit, hedged\n“one”"],
        ["acne", "not stated", "▮▯▯▯ no benefit\n“two”"],
    ]
    picture = level_picture(view, "efficacy")
    assert picture.title == "What it is said to improve: 2 items named, 1 by one page alone; 1 page says “no benefit” of any"
    assert picture.alt == "Wrinkles: strong benefit in a.txt and benefit, hedged in b.txt. Acne: no benefit in b.txt."


def test_no_promise_is_said_in_words(look):
    assert repr(level_picture(look({"a": TEXT}), "efficacy")) == "What it is said to improve: no page makes a claim."


def test_conflicts_are_counted_by_pair_and_within_a_page(look, claim_in, found):
    a, b = claim_in("a", TEXT, "one"), claim_in("b", TEXT, "two")
    findings = (
        found("high", a, b),
        found("low", a, b, rank=2),
        found("high", a, a, rank=3),
        found("low", a, b, rank=4, relation="tension"),
    )
    view = look(dict.fromkeys("abc", TEXT), [a, b], findings=findings)
    assert conflict_counts(view) == {("a", "b"): 2, ("a", "a"): 1}
    picture = contradiction_picture(view)
    assert picture.title == "1 of 3 pairs of pages conflict; most of all a.txt and b.txt (2)"
    assert picture.table.frame().to_numpy().tolist() == [["a.txt", 1, 2, 0], ["b.txt", 2, 0, 0], ["c.txt", 0, 0, 0]]


def test_no_conflict_is_a_title_too(look):
    assert contradiction_picture(look(dict.fromkeys("ab", TEXT))).title == "No page contradicts another or itself"
