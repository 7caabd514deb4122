"""Rows of the relation table: who is set against whom, what is left out, and what a reviewer reads."""

from dataclasses import replace

import pytest
from made_up import TABLES, made_up

from helpers.compare import compare
from helpers.errors import WorkbookError
from helpers.model import Claim, Gap, Relation


def rows(*claims: Claim, **more: object) -> list[Relation]:
    return compare(claims, tables=TABLES, **more)  # type: ignore[arg-type]


def found(relations: list[Relation], **wanted: str) -> list[Relation]:
    return [row for row in relations if all(getattr(row, name) == value for name, value in wanted.items())]


def test_the_reason_gives_both_values_in_their_own_words_and_the_rule() -> None:
    (row,) = rows(
        made_up("session_interval", "b", low=14, quote="every two weeks or more"),
        made_up("session_interval", "a", low=7, high=7, quote="7 days apart"),
    )
    assert row.reason == (
        "a says “7 days apart” (7 days) and b says “every two weeks or more” (14 days or more): the intervals do not meet."
    )
    assert (row.source_a, row.source_b, row.relation, row.scope, row.kind) == ("a", "b", "conflict", "between", "direct")
    assert row.severity == TABLES.harm("session_interval").conflict


def test_long_quotes_are_shortened_at_a_word_and_kept_on_one_line() -> None:
    long = "no downtime\n" + "whatsoever " * 40
    (row,) = rows(made_up("downtime", "a", level="none", quote=long), made_up("downtime", "b", level="none", quote="none"))
    assert row.reason.startswith("a says “no downtime whatsoever whatsoever")
    assert "whatsoever …” (none) and b says “none” (none)" in row.reason
    assert len(row.reason) < 200 and "\n" not in row.reason


def test_repetitions_give_one_row() -> None:
    claims = [made_up("downtime", source, level="minimal", at=place) for source in "ab" for place in (0, 100)]
    assert len(rows(*claims)) == 1


def test_an_undoubted_repetition_stands_for_a_doubted_one() -> None:
    doubted = made_up("efficacy", "a", item="acne", level="benefit", certainty="hedged")
    plain = made_up("efficacy", "a", item="acne", level="benefit", at=50)
    against = made_up("efficacy", "b", item="acne", level="no_benefit")
    assert rows(doubted, against)[0].relation == "tension"
    assert rows(doubted, plain, against)[0].relation == "conflict"
    assert rows(doubted, plain, against)[0].claim_a == plain.claim_id


def test_distinct_values_of_a_source_are_compared_each() -> None:
    relations = rows(
        made_up("efficacy", "a", item="acne", level="benefit"),
        made_up("efficacy", "a", item="acne", level="strong_benefit", at=50),
        made_up("efficacy", "b", item="acne", level="benefit"),
    )
    assert sorted((row.scope, row.relation) for row in relations) == [
        ("between", "agree"),
        ("between", "tension"),
        ("internal", "tension"),
    ]


def test_a_source_that_repeats_itself_is_no_row() -> None:
    assert rows(made_up("onset", level="gradual"), made_up("onset", low=7, high=14, at=50), made_up("onset", low=9, at=90)) == []


def test_first_and_full_results_are_two_milestones() -> None:
    assert rows(made_up("onset", item="first", low=7, high=14), made_up("onset", item="full", low=90, high=180, at=50)) == []


def test_two_items_are_two_subjects() -> None:
    assert (
        rows(made_up("efficacy", "a", item="acne", level="benefit"), made_up("efficacy", "b", item="fat", level="no_benefit"))
        == []
    )


def test_chrome_takes_no_part() -> None:
    claims = made_up("downtime", "a", level="none"), made_up("downtime", "b", level="some", zone="chrome")
    relations = rows(*claims, sources=["a", "b"], gaps=[])
    assert found(relations, relation="conflict") == []
    assert [row.source_a for row in found(relations, topic="downtime", relation="silent")] == ["b"]


def test_different_treatments_are_not_comparable_once_a_pair_topic_and_item() -> None:
    relations = rows(
        made_up("side_effect", "a", item="redness", level="rare", treatment="peel"),
        made_up("side_effect", "b", item="redness", level="common", treatment="laser_peel"),
        made_up("side_effect", "b", item="redness", level="stated", treatment="laser_peel", at=50),
    )
    assert [(row.relation, row.treatment) for row in relations] == [("not_comparable", "laser_peel and peel")]
    assert "laser peel and peel" in relations[0].reason


def test_a_treatment_that_is_not_said_is_not_compared() -> None:
    (row,) = rows(made_up("pain", "a", level="none"), made_up("pain", "b", level="severe", treatment="unspecified"))
    assert row.relation == "not_comparable" and "does not say which treatment" in row.reason


def test_treatments_that_both_speak_of_are_compared_and_need_no_such_row() -> None:
    claims = [made_up("pain", source, level="none", treatment=name, at=i) for source in "ab" for i, name in enumerate(("x", "y"))]
    assert [row.relation for row in rows(*claims)] == ["agree", "agree"]


def test_silence_is_a_row_a_source_and_topic_and_unknown_under_a_gap() -> None:
    gap = Gap("b", 10, 20, "side_effect", "Risks include:")
    relations = rows(made_up("side_effect", "a", item="redness", level="common"), sources=["b", "a"], gaps=[gap])
    assert len(relations) == 2 * len(TABLES.topics) - 1
    (unknown,) = found(relations, relation="unknown")
    assert (unknown.source_a, unknown.source_b, unknown.claim_a, unknown.claim_b) == ("b", "", "", "")
    assert "Risks include:" in unknown.reason
    assert found(relations, topic="side_effect", relation="silent") == []


def test_a_claim_table_alone_says_nothing_about_silence() -> None:
    assert rows(made_up("pain", level="none")) == []


def test_lists_say_what_is_shared_and_what_only_one_names() -> None:
    relations = rows(
        *(made_up("composition", "a", item=item, at=i) for i, item in enumerate(("zinc", "water", "sugar"))),
        *(made_up("composition", "b", item=item, at=i) for i, item in enumerate(("zinc", "salt"))),
    )
    (listed,) = found(relations, item="")
    assert (listed.relation, listed.strength) == ("agree", "overlap")
    assert "both name zinc (1 of the 2 on the shorter list); only a: sugar, water; only b: salt" in listed.reason
    assert [row.strength for row in found(relations, item="zinc")] == ["exact"]


def test_lists_that_share_nothing_deny_nothing() -> None:
    (row,) = rows(made_up("provider", "a", item="nurse"), made_up("provider", "b", item="dermatologist"))
    assert (row.relation, row.item) == ("not_comparable", "")


def test_equal_lists_need_no_row_of_their_own() -> None:
    assert [row.item for row in rows(made_up("technique", "a", item="device"), made_up("technique", "b", item="device"))] == [
        "device"
    ]


def test_layers_two_apart_conflict_between_and_within() -> None:
    deep, flat = made_up("target_layer", "a", item="subcutaneous"), made_up("target_layer", "a", item="epidermis", at=50)
    assert [(row.relation, row.scope) for row in rows(deep, flat)] == [("conflict", "internal")]
    other = replace(flat, source_id="b")
    assert [(row.relation, row.scope) for row in rows(deep, other)] == [("conflict", "between")]


def test_layers_that_one_sentence_joins_are_no_contradiction() -> None:
    assert rows(made_up("target_layer", item="epidermis"), made_up("target_layer", item="subcutaneous", at=30, sentence=0)) == []


def test_a_source_that_names_both_neighbours_is_in_tension_with_neither() -> None:
    both = made_up("target_layer", "a", item="epidermis"), made_up("target_layer", "a", item="dermis", at=30, sentence=0)
    relations = rows(*both, made_up("target_layer", "b", item="dermis"))
    assert {row.relation for row in relations} == {"agree"}
    assert [row.relation for row in rows(both[0], made_up("target_layer", "b", item="dermis"))] == ["tension"]


def test_a_claim_never_speaks_against_itself() -> None:
    assert rows(made_up("side_effect", item="any", level="absent")) == []


def test_a_topic_that_the_pack_does_not_know_is_a_clear_error() -> None:
    with pytest.raises(WorkbookError, match="'dose'"):
        rows(replace(made_up("pain", level="none"), topic="dose"))
