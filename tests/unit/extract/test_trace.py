"""A trace says of every rule at every word why it made a claim or made none, and changes nothing."""

import pytest

from helpers.model import Document
from helpers.model.trace import SentenceTrace, TracedRule
from helpers.packs.load import load_pack
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.show.trace import trace_lines

PIPELINE = Pipeline(load_pack("aesthetics"))


def traced(text: str) -> list[SentenceTrace]:
    return PIPELINE.explain(Document("example", text, "", "example.txt"))


def tried(text: str, rule: str) -> TracedRule:
    return next(row for one in traced(text) for row in one.tried if row.rule == rule)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_trace_changes_no_claim_and_leaves_no_rule_unexplained(path):
    document = Document(path.stem, path.read_text(encoding="utf-8"), "", path.name)
    trace = PIPELINE.explain(document)
    assert [told.claim for one in trace for told in one.claims] == list(PIPELINE.read(document).claims)
    for one in trace:
        won = {(row.rule, row.start) for row in one.tried if row.says and not row.why}
        assert {told.claim.rule for told in one.claims} == {rule for rule, _ in won}
        assert all(row.why for row in one.tried if not row.says)
        assert all(told.treatment_from for told in one.claims)


@pytest.mark.parametrize("rule", PIPELINE.pack.rules, ids=lambda rule: rule.id)
def test_every_counter_example_has_its_reason(rule):
    for text in rule.counterexamples:
        rows = [row for one in traced(text) for row in one.tried if row.rule == rule.id]
        assert all(row.why for row in rows), f"{text!r}: {rows}"


def test_a_guard_is_named_with_the_word_that_it_rests_on():
    why = tried("Botox smooths frown lines.", "efficacy.result_act").why
    assert why.startswith("unless object [complaint") and why.endswith("“frown lines”")


def test_a_need_that_nothing_fulfils_is_named():
    why = tried("Botox and acne.", "efficacy.eliminates").why
    assert why.startswith("needs ") and why.endswith(": not there")


def test_a_rule_that_came_too_late_says_which_was_first():
    assert tried("Botox does not cause bruising.", "side_effect.occurs").why == "side_effect.brought_on was first"


def test_scope_and_denial_are_told():
    unproven = traced("No evidence shows that Botox cures acne.")[0]
    assert unproven.scope == ("it calls unproven: “that Botox cures acne.”",)
    assert tried("No evidence shows that Botox cures acne.", "efficacy.eliminates").why == (
        "scope: the sentence does not assert it (unproven)"
    )
    denied = [row for row in traced("Botox does not cause bruising.")[0].tried if row.says]
    assert any("denied by “does not”" in row.notes for row in denied)


def test_where_the_treatment_comes_from():
    named, pointed = traced("Botox may cause bruising. It may cause redness.")
    assert named.claims[0].treatment_from == "named in the sentence"
    assert pointed.claims[0].treatment_from == "the sentence before speaks of it"


def test_a_wording_that_is_denied_or_excused_is_told():
    (sentence,) = traced("Dermal fillers are not guaranteed to work.")
    assert any(row.why == "denied: a word before it says the contrary" for row in sentence.problems)
    (sentence,) = traced("Dermal fillers are guaranteed to work.")
    assert any(row.says and not row.why for row in sentence.problems)


def test_text_of_a_document_cannot_break_a_line():
    text = "Botox\tcauses\nredness and\x0bbruising."
    assert all("\n" not in line for line in trace_lines(traced(text), text))
