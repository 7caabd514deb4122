"""Overstatements: every rule of the pack on its own examples."""

import pytest
from made_up import TABLES, made_up
from page_examples import page_of

from helpers.compare.overstatements import overstatements
from helpers.compare.pages import Page
from helpers.model import Document, Finding, Segmented, Sentence
from helpers.model.review import Reading
from helpers.packs.overstatements import OverstatedSentence, PageExample, UnlikeThings

RULES = [*TABLES.overstatements.sentences, *TABLES.overstatements.unlike]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
COUNTEREXAMPLES = [(rule, example) for rule in RULES for example in rule.counterexamples]


def found(rule: OverstatedSentence | UnlikeThings, example: PageExample) -> list[Finding]:
    return [finding for finding in overstatements(page_of(example), TABLES.overstatements) if finding.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[rule.id for rule, _ in EXAMPLES])
def test_each_rule_finds_its_examples(rule: OverstatedSentence | UnlikeThings, example: PageExample) -> None:
    (finding,) = found(rule, example)
    assert finding.kind == "overstatement"
    assert rule.reason in finding.reason
    assert finding.claim_ids


@pytest.mark.parametrize(("rule", "example"), COUNTEREXAMPLES, ids=[rule.id for rule, _ in COUNTEREXAMPLES])
def test_no_rule_finds_its_counterexamples(rule: OverstatedSentence | UnlikeThings, example: PageExample) -> None:
    assert found(rule, example) == []


def test_furniture_and_questions_overstate_nothing() -> None:
    text = "Is it the gold standard? The gold standard!"
    kinds = [("question", "body"), ("sentence", "chrome")]
    sentences = tuple(Sentence(kind, 0, len(text), 0, zone) for kind, zone in kinds)  # type: ignore[arg-type]
    claims = made_up("efficacy", item="acne", level="benefit"), made_up("efficacy", item="fat", level="benefit", zone="chrome")
    page = Page.of(Reading(Document("a", text, "", "a.txt"), Segmented("a", (), sentences, ()), claims))
    assert len(page.claims) == 1
    assert list(overstatements(page, TABLES.overstatements)) == []
