"""Every rule of a pack makes the claims of its examples, and none of its counter-examples."""

from pathlib import Path

import pytest

from helpers.extract import Extractor
from helpers.model import Claim, Document
from helpers.normalise import QuantityGrammar
from helpers.packs.furniture import read_segment_words
from helpers.packs.load import load_pack
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.packs.rules import Example, Rule
from helpers.paths import PACKS as FOLDER
from helpers.segment import Segmenter

PACKS = {path.parent.name: load_pack(path.parent.name) for path in sorted(FOLDER.glob("*/topics.yml"))}
SEGMENTERS = {name: Segmenter(read_segment_words(pack.folder_of("segments.yml"))) for name, pack in PACKS.items()}
GRAMMARS = {
    name: QuantityGrammar(read_yaml(pack.folder_of("quantities.yml") / "quantities.yml", QuantityWords))
    for name, pack in PACKS.items()
}
EXTRACTORS = {name: Extractor(pack) for name, pack in PACKS.items()}

RULES = [pytest.param(name, rule, id=f"{name}:{rule.id}") for name, pack in PACKS.items() for rule in pack.rules]


def read(pack: str, text: str) -> list[Claim]:
    document = Document("example", text, "", "example.txt")
    return EXTRACTORS[pack].extract(document, SEGMENTERS[pack].segment(document), GRAMMARS[pack].find(text), any_field=True)


def says(claim: Claim, example: Example, topic: str) -> bool:
    """Say whether the claim is the one that the example names."""
    stated = (claim.item, claim.level)
    wanted = (example.item, example.level)
    same = all(want is None or want == have for want, have in zip(wanted, stated, strict=True))
    return claim.topic == topic and same and (claim.low, claim.high) == (example.low, example.high)


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_examples(pack: str, rule: Rule) -> None:
    for example in rule.examples:
        claims = read(pack, example.text)
        made = [claim for claim in claims if claim.rule == rule.id]
        assert any(says(claim, example, rule.topic) for claim in made), f"{example} but read {claims}"
        for claim in claims:
            assert example.text[claim.start : claim.end] == claim.quote


OTHERS = {
    (name, text.replace("\\n", "\n")): set(rules.split()) - {"wrong"}
    for line in Path(__file__).with_name("said_by_others.txt").read_text(encoding="utf-8").splitlines()[1:]
    for name, text, rules in [line.split(" | ")]
}


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_counterexamples_make_no_claim_on_the_topic_but_those_that_are_known(pack: str, rule: Rule) -> None:
    for text in rule.counterexamples:
        made = {claim.rule for claim in read(pack, text) if claim.topic == rule.topic}
        assert rule.id not in made, text
        assert made == OTHERS.get((f"{pack}:{rule.id}", text), set()), text


def test_what_others_say_of_counterexamples_is_said_of_one_that_is_there() -> None:
    known = {(f"{name}:{rule.id}", text) for name, pack in PACKS.items() for rule in pack.rules for text in rule.counterexamples}
    assert OTHERS.keys() <= known
