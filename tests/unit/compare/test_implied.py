"""Implied conflicts: every rule of the pack on its own examples, and what all rules have in common."""

import pytest
from made_up import TABLES, made_up

from helpers.compare import compare
from helpers.model import Claim, Relation
from helpers.packs.implied import ExampleClaim, ExamplePair, ImpliedRule

EXAMPLES = [(rule, pair) for rule in TABLES.implied for pair in rule.examples]
COUNTEREXAMPLES = [(rule, pair) for rule in TABLES.implied for pair in rule.counterexamples]


def as_claims(topic: str, example: ExampleClaim, source: str, at: int) -> list[Claim]:
    given = example.model_dump(exclude={"beside"})
    claims = [made_up(topic, source, at=at, **given)]
    if example.beside:
        claims.append(made_up(topic, source, item=example.beside, at=at + 1, sentence=at))
    return claims


def fired(rule: ImpliedRule, pair: ExamplePair) -> list[Relation]:
    claims = as_claims(rule.premise.topic, pair.premise, "a", 0)
    claims += as_claims(rule.consequence.topic, pair.consequence, "a" if pair.same_source else "b", 500)
    return [row for row in compare(claims, tables=TABLES) if row.kind == "implied" and f": {rule.reason}" in row.reason]


@pytest.mark.parametrize(("rule", "pair"), EXAMPLES, ids=[rule.id for rule, _ in EXAMPLES])
def test_each_rule_fires_on_its_examples(rule: ImpliedRule, pair: ExamplePair) -> None:
    (row,) = fired(rule, pair)
    assert row.severity == rule.severity
    assert row.scope == ("internal" if pair.same_source else "between")
    assert row.topic == rule.premise.topic


@pytest.mark.parametrize(("rule", "pair"), COUNTEREXAMPLES, ids=[rule.id for rule, _ in COUNTEREXAMPLES])
def test_no_rule_fires_on_its_counterexamples(rule: ImpliedRule, pair: ExamplePair) -> None:
    assert fired(rule, pair) == []


def implied(*claims: Claim) -> list[Relation]:
    return [row for row in compare(claims, tables=TABLES) if row.kind == "implied"]


def test_treatments_must_be_the_same() -> None:
    promise = made_up("safety", "a", level="safe", treatment="peel")
    assert implied(promise, made_up("side_effect", "b", item="infection", level="rare", treatment="laser")) == []
    assert implied(promise, made_up("side_effect", "a", item="infection", level="rare", treatment="unspecified", at=50)) == []


def test_one_row_a_distinct_consequence_and_not_a_repetition() -> None:
    promise = made_up("downtime", level="none")
    bruises = [made_up("side_effect", item="bruising", level="common", low=7, high=14, at=at) for at in (50, 90)]
    swelling = made_up("side_effect", item="swelling", level="common", low=2, high=3, at=130)
    assert len(implied(promise, *bruises, swelling)) == 2


def test_doubt_softens_an_implied_promise_and_not_an_implied_harm() -> None:
    thin = made_up("evidence_basis", level="limited", at=50)
    doubted = made_up("efficacy", item="acne", level="strong_benefit", certainty="hedged")
    assert [row.relation for row in implied(doubted, thin)] == ["tension"]
    safe = made_up("safety", level="safe", certainty="hedged", quote="safe")
    assert [row.relation for row in implied(safe, made_up("side_effect", item="necrosis", level="rare", at=50))] == ["conflict"]


def test_where_the_upper_bound_is_open_the_lower_one_counts() -> None:
    promise = made_up("downtime", level="none")
    assert len(implied(promise, made_up("side_effect", item="swelling", level="common", low=2, at=50))) == 1
    assert implied(promise, made_up("side_effect", item="swelling", level="common", low=0.5, at=50)) == []
