"""A rule can claim only what its topic can hold; what it cannot is told with the name that was meant."""

import pytest

from helpers.packs.fitting import misfit, nearest, strange_items
from helpers.packs.lexicon import LexiconClass
from helpers.packs.rules import Rule
from helpers.packs.topics import Topic

PAIN = Topic(title="Pain", about="How much it hurts.", scale=("none", "mild", "strong"), comparison="level")
CLASSES = {"hurt": LexiconClass(reason="x", values={"mild": ["stings"], "stong": ["hurts"]})}


def rule(**said: object) -> Rule:
    cases = {"examples": [{"text": "It stings."}], "counterexamples": ["It heals."]}
    return Rule.model_validate({"id": "pain.said", "topic": "pain", "reason": "x", "anchor": "hurt", **cases, **said})


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"level": {"default": "mlid"}}, "'mlid' is no level of pain (did you mean 'mild'?)"),
        ({"level": {"negated": "no"}}, "'no' is no level of pain"),
        ({"level": {"words": {"hurt": "="}}}, "'stong' is no level of pain (did you mean 'strong'?)"),
        ({"level": {"words": {"hurt.mild": "milder"}}}, "'milder' is no level of pain"),
        ({"level": {"bands": [{"level": "long"}]}}, "'long' is no level of pain"),
        ({"examples": [{"text": "It stings.", "level": "midl"}]}, "'midl' is no level of pain"),
        ({"item": "="}, "the rule names an item, and pain has none"),
        ({"id": "pane.said"}, "the rule's id must begin with its topic: pain.said"),
    ],
)
def test_what_does_not_fit_is_told(said: dict[str, object], told: str) -> None:
    assert misfit(rule(**said), PAIN, CLASSES).startswith(told)


def test_a_level_that_a_word_brings_is_told_with_the_class_to_correct() -> None:
    told = misfit(rule(level={"words": {"hurt": "="}}), PAIN, CLASSES)
    assert told.endswith("the class 'hurt' has such a value; correct the value, or ask for others by name")


def test_what_fits_is_not_told() -> None:
    assert misfit(rule(level={"default": "strong", "words": {"hurt.mild": "="}}), PAIN, CLASSES) == ""


def test_a_hint_is_given_only_where_something_is_alike() -> None:
    assert nearest("downtme", ["downtime", "pain"]) == " (did you mean 'downtime'?)"
    assert nearest("xyz", ["downtime", "pain"]) == ""


def test_an_item_that_no_word_of_the_topic_has_is_told() -> None:
    words, right, wrong = rule(item="="), rule(item="mild"), rule(item="midl")
    told = [(one, why) for one, why in strange_items([words, right, wrong], CLASSES)]
    assert told == [
        (wrong, "no word of pain has the item 'midl' (did you mean 'mild'?); correct it, or give it a value among them")
    ]


def test_items_that_are_all_written_are_their_own() -> None:
    assert list(strange_items([rule(item="knee"), rule(item="elbow")], CLASSES)) == []
