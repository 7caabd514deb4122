"""Every relation of the codebook's section 5, and every sentence of it about two claims on one topic."""

from typing import Any

import pytest
from made_up import TABLES, made_up

from helpers.compare.verdicts import Verdict, judge
from helpers.model import Claim


def verdict(a: Claim, b: Claim) -> Verdict:
    forth, back = judge(a, b, TABLES), judge(b, a, TABLES)
    assert (forth.relation, forth.strength, forth.gravity) == (back.relation, back.strength, back.gravity)
    return forth


def levels(topic: str, one: str, other: str, item: str | None = None) -> Verdict:
    return verdict(made_up(topic, "a", level=one, item=item), made_up(topic, "b", level=other, item=item))


def figures(one: tuple[float | None, float | None, bool], other: tuple[float | None, float | None, bool]) -> Verdict:
    a, b = (
        made_up("session_interval", source, low=low, high=high, vague=vague)
        for source, (low, high, vague) in (("a", one), ("b", other))
    )
    return verdict(a, b)


@pytest.mark.parametrize(
    ("one", "other", "relation", "strength"),
    [
        ((7, 7, False), (7, 7, False), "agree", "exact"),
        ((28, 28, False), (30, 30, False), "agree", "exact"),  # within 10 % of each other
        ((14, 28, False), (21, 42, False), "agree", "overlap"),
        ((7, 7, False), (7, 14, False), "agree", "overlap"),
        ((14, None, False), (7, 21, False), "agree", "overlap"),
        ((2, 5, True), (2, 5, True), "agree", "vague"),
        ((2, None, True), (4, 6, False), "agree", "overlap"),
        ((7, 14, False), (15, 28, False), "agree", "overlap"),  # 14 and 15 touch
        ((7, 7, False), (14, None, False), "conflict", ""),
        ((7, 14, False), (16, 28, False), "conflict", ""),
        ((None, 7, False), (14, 28, False), "conflict", ""),
        ((2, 5, True), (7, 7, False), "tension", ""),  # only the vague bound separates them
        ((2, 5, True), (90, 90, False), "conflict", ""),  # no reading of "a few" reaches so far
        ((0, 35, True), (60, None, True), "tension", ""),
    ],
)
def test_intervals(
    one: tuple[float | None, float | None, bool],
    other: tuple[float | None, float | None, bool],
    relation: str,
    strength: str,
) -> None:
    found = figures(one, other)
    assert (found.relation, found.strength) == (relation, strength)


def test_an_overlap_says_how_much_of_the_narrower_interval_is_shared() -> None:
    assert "share 50% of the narrower" in figures((14, 28, False), (21, 42, False)).rule
    assert "share 100% of the narrower" in figures((7, 7, False), (7, 14, False)).rule
    assert "touch" in figures((7, 14, False), (15, 28, False)).rule


def test_years_that_differ_do_not_touch() -> None:
    a = made_up("origin", "a", item="somebody", low=1952, high=1952)
    b = made_up("origin", "b", item="somebody", low=1958, high=1958)
    assert verdict(a, b).relation == "conflict"


@pytest.mark.parametrize(
    ("topic", "one", "other", "relation"),
    [
        ("downtime", "minimal", "minimal", "agree"),
        ("downtime", "none", "minimal", "tension"),
        ("downtime", "minimal", "some", "tension"),
        ("downtime", "none", "some", "conflict"),
        ("downtime", "none", "extended", "conflict"),
        ("downtime", "minimal", "extended", "conflict"),
        ("efficacy", "benefit", "strong_benefit", "tension"),
        ("efficacy", "benefit", "uncertain", "tension"),
        ("efficacy", "benefit", "no_benefit", "conflict"),
        ("efficacy", "strong_benefit", "no_benefit", "conflict"),
        ("efficacy", "strong_benefit", "uncertain", "conflict"),
        ("evidence_basis", "established", "limited", "conflict"),
        ("evidence_basis", "established", "none", "conflict"),
        ("evidence_basis", "belief", "limited", "tension"),
        ("safety", "risky", "generally_safe", "tension"),
        ("safety", "risky", "safe", "conflict"),
        ("pain", "none", "mild", "tension"),
        ("regulatory_status", "approved", "not_approved", "conflict"),
        ("regulatory_status", "approved", "considered_safe", "tension"),
        ("regulatory_status", "not_approved", "considered_safe", "tension"),
        ("regulatory_status", "cleared", "approved", "tension"),
        ("side_effect", "rare", "uncommon", "tension"),
        ("side_effect", "rare", "common", "conflict"),
        ("side_effect", "stated", "common", "agree"),
        ("side_effect", "stated", "absent", "conflict"),
        ("aftercare", "avoid", "do", "conflict"),
        ("invasiveness", "non_surgical", "minimally_invasive", "not_comparable"),
        ("variability", "individual", "individual", "agree"),
    ],
)
def test_levels(topic: str, one: str, other: str, relation: str) -> None:
    assert levels(topic, one, other).relation == relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [("epidermis", "subcutaneous", "conflict"), ("epidermis", "dermis", "tension"), ("dermis", "dermis", "agree")],
)
def test_layers_are_ordered_items(one: str, other: str, relation: str) -> None:
    found = verdict(made_up("target_layer", "a", item=one), made_up("target_layer", "b", item=other))
    assert found.relation == relation


def test_a_level_against_figures_is_not_comparable() -> None:
    individual = made_up("session_count", "a", level="individual")
    assert verdict(individual, made_up("session_count", "b", low=3, high=6)).relation == "not_comparable"
    assert verdict(made_up("onset", "a", level="gradual"), made_up("onset", "b", low=7, high=14)).relation == "not_comparable"


def test_items_that_both_name_agree() -> None:
    assert verdict(made_up("technique", "a", item="injection"), made_up("technique", "b", item="injection")).strength == "exact"


@pytest.mark.parametrize(
    ("topic", "one", "other", "item"),
    [
        ("efficacy", "benefit", "no_benefit", "acne"),
        ("evidence_basis", "established", "limited", None),
    ],
)
def test_doubt_softens_promises_and_not_their_severity(topic: str, one: str, other: str, item: str | None) -> None:
    a = made_up(topic, "a", level=one, item=item, certainty="hedged")
    found = verdict(a, made_up(topic, "b", level=other, item=item))
    assert (found.relation, found.gravity) == ("tension", "conflict")


def test_doubt_softens_onset() -> None:
    a = made_up("onset", "a", low=1, high=1, certainty="hedged")
    assert verdict(a, made_up("onset", "b", low=30, high=30)).relation == "tension"


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        ("downtime", {"level": "none"}, {"level": "some"}),
        ("session_interval", {"low": 7, "high": 7}, {"low": 30, "high": 30}),
        ("side_effect", {"item": "itching", "level": "rare"}, {"item": "itching", "level": "common"}),
        ("safety", {"level": "safe"}, {"level": "risky"}),
        ("target_layer", {"item": "epidermis"}, {"item": "subcutaneous"}),
        ("regulatory_status", {"item": "fda", "level": "approved"}, {"item": "fda", "level": "not_approved"}),
    ],
)
def test_doubt_does_not_soften_harm(topic: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert verdict(made_up(topic, "a", certainty="hedged", **one), made_up(topic, "b", **other)).relation == "conflict"


def test_where_both_give_figures_on_recovery_they_decide() -> None:
    a = made_up("downtime", "a", level="minimal", low=0, high=1)
    b = made_up("downtime", "b", level="some", low=1, high=2)
    assert verdict(a, b).relation == "agree"


def test_frequency_and_duration_of_an_effect_are_both_compared() -> None:
    short = made_up("side_effect", "a", item="itching", level="common", low=1, high=2)
    long = made_up("side_effect", "b", item="itching", level="common", low=10, high=14)
    overlapping = made_up("side_effect", "b", item="itching", level="common", low=2, high=14)
    rare = made_up("side_effect", "b", item="itching", level="rare", low=1, high=2)
    assert verdict(short, long).relation == "conflict"
    assert verdict(short, rare).relation == "conflict"
    assert (verdict(short, overlapping).relation, verdict(short, overlapping).strength) == ("agree", "overlap")


def test_a_name_alone_against_a_year_is_not_comparable() -> None:
    assert verdict(made_up("origin", "a", item="x"), made_up("origin", "b", item="x", low=1950)).relation == "not_comparable"
    assert verdict(made_up("origin", "a", item="x"), made_up("origin", "b", item="x")).relation == "agree"
