"""Every rule for publishing on its examples and counter-examples, and what a wrong file says."""

from pathlib import Path

import pytest

from helpers.errors import PackError
from helpers.packs.publishing import read_publishing
from helpers.paths import PACKS

RULES = read_publishing((PACKS / "aesthetics", PACKS / "english"))
BOTH = [("claims", rule.id) for rule in RULES.claims] + [("pages", rule.id) for rule in RULES.pages]


@pytest.mark.parametrize(("kind", "name"), BOTH)
def test_each_rule_decides_its_examples_and_not_its_counterexamples(kind: str, name: str) -> None:
    rules = getattr(RULES, kind)
    rule = next(one for one in rules if one.id == name)
    for example in rule.examples:
        assert next(one.id for one in rules if one.applies(example)) == name
    for counter in rule.counterexamples:
        assert not rule.applies(counter)
    assert rule.counterexamples or rule is rules[-1]


def test_the_supplements_share_the_rules_and_know_no_market_of_their_own() -> None:
    other = read_publishing((PACKS / "supplements", PACKS / "english"))
    assert other.claims == RULES.claims
    assert list(other.markets) == ["any"]


def test_every_check_has_a_code_a_title_and_help() -> None:
    for code, check in RULES.checks.items():
        assert code[0] == "W"
        assert code[1:].isdigit()
        assert check.title
        assert check.help


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("claims: [{id: a, action: publish, reason: r, examples: [{}]}]", "the last rule must have no condition"),
        ("claims: [{id: a, action: hold, expired: true, reason: r, examples: [{}]}]", "the last rule must have no condition"),
        ("claims: [{id: a, action: hold, reason: r, examples: [{}]}, {id: a, action: hold, reason: r, examples: [{}]}]", "twice"),
        ("claims: [{id: a, action: burn, reason: r, examples: [{}]}]", "'publish', 'edit' or 'hold'"),
        ("claims: [{id: a, action: hold, colour: red, reason: r, examples: [{}]}]", "a, colour: 'colour' is no field here"),
    ],
)
def test_a_wrong_file_is_named_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "publishing.yml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"publishing\.yml") as error:
        read_publishing((tmp_path,))
    assert words in str(error.value)


def test_a_pack_without_the_file_says_which_is_missing(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"publishing\.yml: the file is missing"):
        read_publishing((tmp_path,))
