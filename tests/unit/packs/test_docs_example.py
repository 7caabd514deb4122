"""The worked example of docs/packs.md, done as the page says: its lines are added to a copy of the pack, its sentences read."""

import re
import shutil
from typing import Any

import pytest
import yaml

from helpers.model import Document
from helpers.packs.load import load_pack
from helpers.packs.rules import Amount, Condition, Level, Rule
from helpers.paths import PACKS, ROOT
from helpers.pipeline import Pipeline

PAGE = (ROOT / "docs" / "packs.md").read_text(encoding="utf-8")
FRAGMENTS = re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL)
SENTENCES = [
    [cell.strip() or None for cell in line.strip("|").split("|")]
    for line in PAGE.partition("| sentence |")[2].splitlines()
    if line.startswith("| ") and line.count("|") == 6
]


def merged(whole: Any, added: Any) -> Any:
    """Add lines to a file as a person would: under the keys that are there."""
    if isinstance(whole, dict):
        return {**whole, **{key: merged(whole[key], value) if key in whole else value for key, value in added.items()}}
    return whole + added


@pytest.fixture(scope="module")
def before() -> Pipeline:
    return Pipeline.of("supplements")


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    packs = tmp_path_factory.mktemp("packs")
    for name in ("english", "supplements"):
        shutil.copytree(PACKS / name, packs / name)
    for name, text in FRAGMENTS:
        path = packs / "supplements" / name
        added = yaml.safe_load(text)
        whole = merged(yaml.safe_load(path.read_text(encoding="utf-8")), added) if path.exists() else added
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return Pipeline(load_pack("supplements", packs=packs))


def read(pipeline: Pipeline, text: str) -> list[tuple[str | None, ...]]:
    claims = pipeline.read(Document("page", text, "", "page.txt")).claims
    return [(claim.topic, claim.treatment, claim.item, claim.level) for claim in claims]


def test_the_page_adds_a_treatment_an_outcome_a_side_effect_and_a_topic() -> None:
    files = [name for name, _ in FRAGMENTS]
    assert files == [
        *("lexicons/products.yml", "topics/effect/words.yml", "topics/side_effect/words.yml", "topics.yml"),
        *(f"topics/storage/{name}.yml" for name in ("topic", "words", "rules")),
    ]
    assert {row[1] for row in SENTENCES} == {"effect", "side_effect", "storage"}


@pytest.mark.parametrize("row", SENTENCES, ids=[row[0] for row in SENTENCES])
def test_a_sentence_of_the_page_makes_its_claim_only_with_the_added_lines(
    row: list[str], before: Pipeline, after: Pipeline
) -> None:
    assert tuple(row[1:]) not in read(before, row[0])
    assert read(after, row[0]) == [tuple(row[1:])]


def test_the_example_and_the_counterexample_of_the_new_rule_hold(after: Pipeline) -> None:
    (rule,) = [rule for rule in after.pack.rules if rule.topic == "storage"]
    text = rule.examples[0].text
    (claim,) = after.read(Document("page", f"Zinc is a supplement. {text}", "", "page.txt")).claims
    assert (claim.rule, claim.item, claim.low, claim.high, claim.unit) == (rule.id, "fridge", 0, 30, "day")
    assert read(after, f"Zinc is a supplement. {rule.counterexamples[0]}") == []


def test_the_page_names_every_field_and_every_place() -> None:
    rules = PAGE.partition("## Rules")[2]
    for name in (*Rule.model_fields, *Condition.model_fields, *Level.model_fields):
        assert f"`{name}" in rules, name
    for name in Amount.model_fields.keys() - {"context"}:
        assert f"`{name}" in rules, name


def test_the_page_names_every_file_of_the_packs() -> None:
    packs = [PACKS / name for name in ("english", "supplements", "aesthetics")]
    files = {path.name for pack in packs for path in (*pack.glob("*.yml"), *pack.glob("topics/*/*.yml"))}
    assert not [name for name in files if f"`{name}`" not in PAGE]
