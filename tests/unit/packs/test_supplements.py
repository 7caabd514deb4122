"""A pack of another field, made of data alone: it reads its three pages, and its tables hold together."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from helpers.cli import app
from helpers.compare import compare
from helpers.load import read_folder
from helpers.model import Claim, Document
from helpers.packs.furniture import read_gap_topics
from helpers.packs.implied import ExampleClaim, ExamplePair, ImpliedRule
from helpers.packs.ledger import read_ledger_words
from helpers.packs.phrases import any_of
from helpers.paths import PACKS
from helpers.pipeline import Pipeline

PAGES = Path(__file__).with_name("supplements")
PIPELINE = Pipeline.of("supplements")
READINGS = {reading.document.name: reading for reading in map(PIPELINE.read, read_folder(PAGES))}
EXPECTED = yaml.safe_load((PAGES / "expected.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", sorted(EXPECTED))
def test_each_page_makes_these_claims(page: str) -> None:
    claims = READINGS[page].claims
    said = [[claim.topic, claim.item, claim.level, claim.low, claim.high, claim.certainty] for claim in claims]
    assert said == [row[:-1] for row in EXPECTED[page]]
    for claim, row in zip(claims, EXPECTED[page], strict=True):
        assert row[-1] in claim.quote


def test_the_supplement_is_the_page_s_own() -> None:
    treatments = {page: {claim.treatment for claim in reading.claims} for page, reading in READINGS.items()}
    assert treatments == {
        "magnesium.txt": {"magnesium"},
        "night_shop.txt": {"magnesium"},
        "st_johns_wort.md": {"st_johns_wort"},
    }


def test_every_topic_has_its_rules_and_every_rule_an_id_of_its_topic() -> None:
    pack = PIPELINE.pack
    assert {rule.topic for rule in pack.rules} == set(pack.topics)
    assert all(rule.id.startswith(f"{rule.topic}.") for rule in pack.rules)


def test_no_rule_makes_a_level_that_its_topic_does_not_have() -> None:
    pack = PIPELINE.pack
    for rule in pack.rules:
        topic, spec = pack.topics[rule.topic], rule.level
        made = {spec.default, spec.negated, *(band.level for band in spec.bands)}
        for name, level in spec.words.items():
            made |= set(pack.classes[name].values) if level == "=" else {level}
        assert made - {None} <= {*topic.scale, *topic.levels}, rule.id


def test_a_page_of_another_field_makes_no_claim() -> None:
    text = "The server was down for two hours. Restart the database once a day, and do not take it down at night."
    assert PIPELINE.read(Document("server", text, "", "server.txt")).claims == ()


@pytest.mark.parametrize("lead_in", ["It may interact with:", "Each capsule contains:"])
def test_a_list_that_was_lost_is_a_gap_with_its_topic(lead_in: str) -> None:
    (gap,) = PIPELINE.read(Document("page", f"Zinc is a mineral. {lead_in}\n\n", "", "page.txt")).gaps
    assert (gap.topic, gap.quote) == ("interaction" if "interact" in lead_in else "composition", lead_in)


def test_cues_fit_their_examples() -> None:
    for topic in read_gap_topics(PACKS / "supplements").topics:
        assert all(any_of(topic.cues).search(example) for example in topic.examples), topic.topic
        assert not any(any_of(topic.cues).search(example) for example in topic.counter_examples), topic.topic
    for cue in read_ledger_words(PACKS / "supplements").no_claim:
        assert all(any_of(cue.words).search(example) for example in cue.examples), cue.id
        assert not any(any_of(cue.words).search(example) for example in cue.counterexamples), cue.id


def fires(rule: ImpliedRule, pair: ExamplePair, make_claim: Callable[..., Claim]) -> bool:
    def claim(topic: str, example: ExampleClaim, source: str, start: int) -> Claim:
        given: dict[str, Any] = example.model_dump(exclude={"beside", "quote"})
        place = {"start": start, "end": start + 1, "sentence_start": start, "sentence_end": start + 1, "claim_id": f"{start:016}"}
        return make_claim(topic=topic, source_id=source, quote="x", **given, **place)

    premise = claim(rule.premise.topic, pair.premise, "a", 0)
    consequence = claim(rule.consequence.topic, pair.consequence, "a" if pair.same_source else "b", 50)
    rows = compare([premise, consequence], tables=PIPELINE.tables)
    return any(row.kind == "implied" and rule.reason in row.reason for row in rows)


@pytest.mark.parametrize("rule", PIPELINE.tables.implied, ids=lambda rule: rule.id)
def test_implied_conflicts_fire_on_their_examples_only(rule: ImpliedRule, make_claim: Callable[..., Claim]) -> None:
    assert all(fires(rule, pair, make_claim) for pair in rule.examples)
    assert not any(fires(rule, pair, make_claim) for pair in rule.counterexamples)


def test_a_comment_is_left_out_of_comparisons() -> None:
    (comment,) = [claim for claim in READINGS["night_shop.txt"].claims if claim.zone == "chrome"]
    assert comment.item == "headache"
    claims = [claim for reading in READINGS.values() for claim in reading.claims]
    rows = compare(claims, tables=PIPELINE.tables)
    assert comment.claim_id not in {row.claim_a for row in rows} | {row.claim_b for row in rows}


def test_the_command_line_takes_the_pack(tmp_path: Path) -> None:
    def workbook(*arguments: object) -> str:
        done = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert done.exit_code == 0, done.output
        return done.output

    count = sum(map(len, EXPECTED.values()))
    table = tmp_path / "claims.csv"
    assert f"{count} claims of 3 documents" in workbook("extract", PAGES, "--pack", "supplements", "--out", table)
    workbook("compare", PAGES, "--pack", "supplements", "--out", tmp_path)
    relations = (tmp_path / "relations.csv").read_text(encoding="utf-8")
    assert "one promises a benefit, the other says that there is none" in relations
    assert "a side effect that is named is one" in relations
