"""Warnings that pages owe: every entry of the pack on its own examples, and what holds for all of them."""

import csv

import pytest
from made_up import TABLES
from page_examples import page_of

from helpers.compare.disclosures import owed_disclosures
from helpers.model import Disclosure, Gap
from helpers.packs.disclosures import OwedDisclosure
from helpers.packs.overstatements import PageExample
from helpers.paths import DATA

OWED = {warning.id: warning for warning in TABLES.disclosures}
EXAMPLES = [(warning, example) for warning in TABLES.disclosures for example in warning.examples]
COUNTEREXAMPLES = [(warning, example) for warning in TABLES.disclosures for example in warning.counterexamples]
INFECTION = OWED["infection_after_injection"]


def records(warning: OwedDisclosure, *pages: PageExample, gaps: tuple[Gap, ...] = ()) -> list[Disclosure]:
    made = [page_of(example, source, gaps) for source, example in zip("abcd", pages, strict=False)]
    return owed_disclosures(made, [warning])


@pytest.mark.parametrize(("warning", "example"), EXAMPLES, ids=[warning.id for warning, _ in EXAMPLES])
def test_a_page_that_owes_a_warning_and_leaves_it_out(warning: OwedDisclosure, example: PageExample) -> None:
    (record,) = records(warning, example)
    assert (record.state, record.severity, record.references) == ("missing", warning.severity, warning.references)
    assert warning.title in record.reason and warning.reason in record.reason


@pytest.mark.parametrize(("warning", "example"), COUNTEREXAMPLES, ids=[warning.id for warning, _ in COUNTEREXAMPLES])
def test_a_page_that_gives_it_or_does_not_owe_it(warning: OwedDisclosure, example: PageExample) -> None:
    assert {record.state for record in records(warning, example)} <= {"given"}


def test_under_a_gap_nobody_can_know() -> None:
    gap = Gap("a", 50, 70, "side_effect", "Risks include:")
    (record,) = records(INFECTION, INFECTION.examples[0], gaps=(gap,))
    assert record.state == "unknown"
    assert "Risks include:" in record.reason and "unsafe to publish" in record.reason


def test_a_gap_on_another_topic_covers_nothing() -> None:
    gap = Gap("a", 50, 70, "composition", "It contains:")
    assert [record.state for record in records(INFECTION, INFECTION.examples[0], gaps=(gap,))] == ["missing"]


def test_what_every_page_leaves_out_weighs_most() -> None:
    warning = OWED["who_must_not_have_needles"]
    missing, given = warning.examples[0], warning.counterexamples[0]
    together = records(warning, missing, missing)
    assert {record.severity for record in together} == {warning.when_all_miss} != {warning.severity}
    assert all("none of the 2 pages that owe it gives it" in record.reason for record in together)
    assert [record.severity for record in records(warning, missing, given)] == [warning.severity] * 2


def test_every_reference_stands_in_the_register() -> None:
    with (DATA / "evidence" / "evidence.csv").open(encoding="utf-8", newline="") as file:
        register = {row["ref_id"] for row in csv.DictReader(file)}
    assert {reference for warning in TABLES.disclosures for reference in warning.references} <= register


def test_a_warning_without_references_says_so() -> None:
    for warning in TABLES.disclosures:
        assert warning.references or "the register has no entry" in warning.reason
