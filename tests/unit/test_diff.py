"""Two claim tables: which claims are the same, which changed, which are only in one."""

from helpers.diff import diff


def short(changes):
    return [(one.change, one.fields, one.old, one.new) for one in changes]


def test_a_claim_that_only_moved_or_came_from_another_rule_is_the_same(make_claim):
    old = make_claim(start=10, end=25, sentence_start=10, sentence_end=26)
    new = make_claim(start=90, end=105, sentence_start=90, sentence_end=106, rule="downtime.other")
    assert diff([old], [new]) == []


def test_the_same_words_with_another_value_changed(make_claim):
    old = make_claim(claim_id="1", level="minimal", start=10)
    new = make_claim(claim_id="2", level="none", start=90)
    assert short(diff([old], [new])) == [("changed", ("level",), "mesotherapy, minimal", "mesotherapy, none")]


def test_the_same_place_with_other_words_changed(make_claim):
    old = make_claim(claim_id="1", topic="session_count", level=None, low=3.0, high=3.0, unit="count", quote="3 sessions", end=10)
    new = make_claim(
        claim_id="2", topic="session_count", level=None, low=4.0, high=4.0, unit="count", quote="four sessions", end=13
    )
    assert short(diff([old], [new])) == [("changed", ("low", "high", "quote"), "mesotherapy, 3", "mesotherapy, 4")]


def test_what_takes_a_claim_back_is_part_of_what_it_says(make_claim):
    old = make_claim()
    new = make_claim(certainty="hedged", zone="chrome")
    assert short(diff([old], [new])) == [
        ("changed", ("certainty", "zone"), "mesotherapy, minimal", "mesotherapy, minimal, hedged, furniture")
    ]


def test_another_source_or_topic_is_another_claim(make_claim):
    old = make_claim(claim_id="1")
    for other in (make_claim(claim_id="2", source_id="other"), make_claim(claim_id="2", topic="safety")):
        assert sorted(one.change for one in diff([old], [other])) == ["added", "removed"]


def test_items_named_in_one_quote_are_paired_by_item(make_claim):
    quote = {"topic": "side_effect", "level": "stated", "quote": "redness and swelling"}
    old = [make_claim(claim_id="1", item="redness", **quote), make_claim(claim_id="2", item="swelling", **quote)]
    new = [make_claim(claim_id="3", item="swelling", **quote | {"level": "rare"})]
    assert short(diff(old, new)) == [
        ("changed", ("level",), "mesotherapy, swelling, stated", "mesotherapy, swelling, rare"),
        ("removed", (), "mesotherapy, redness, stated", ""),
    ]


def test_each_claim_is_paired_once(make_claim):
    twice = [make_claim(claim_id="1", start=0), make_claim(claim_id="2", start=50)]
    once = [make_claim(claim_id="3", start=50, level="none")]
    assert sorted(one.change for one in diff(twice, once)) == ["changed", "removed"]


def test_swapping_the_tables_swaps_added_and_removed(make_claim):
    old = [make_claim(claim_id="1"), make_claim(claim_id="2", topic="safety", start=30)]
    new = [make_claim(claim_id="3", level="none"), make_claim(claim_id="4", topic="pain", start=60)]
    swapped = {"added": "removed", "removed": "added", "changed": "changed"}
    there = [(swapped[one.change], one.new, one.old) for one in diff(old, new)]
    assert sorted(there) == sorted((one.change, one.old, one.new) for one in diff(new, old))
