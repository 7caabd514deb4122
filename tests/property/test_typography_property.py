"""A text in other typography is the same text: nothing is gained, lost or reopened."""

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.diff import between
from helpers.load import draft_of_text
from helpers.model import Document
from helpers.model.judgement import STAYS
from helpers.model.review import Reading
from helpers.model.typography import unstyled, unstyled_at
from helpers.packs.safety import SafetyText, read_safety
from helpers.paths import PACKS
from helpers.pipeline import Pipeline
from helpers.review import follow, judged, lost_between

TEXT = """# Microneedling

Microneedling makes "tiny channels" in the skin - it's done in 30 minutes. Redness settles within 24-48 hours.

- Do not have it if you are pregnant.
- Scars are possible.
- Call us if the redness spreads.

## Aftercare

Avoid the sun for two weeks. Most people need 3-6 sessions, four weeks apart.
"""
STYLES: dict[str, Callable[[str], str]] = {
    "quotes": lambda text: re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’"),
    "bullets": lambda text: re.sub(r"^- ", "• ", text, flags=re.MULTILINE),
    "stars": lambda text: re.sub(r"^- ", "* ", text, flags=re.MULTILINE),
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "bold": lambda text: text.replace("Do not", "**Do not**").replace("Redness", "__Redness__").replace("sun", "*sun*"),
    "spaces": lambda text: text.replace("30 minutes", "30\u00a0minutes").replace("two weeks", "two\u202fweeks"),
    "dashes": lambda text: text.replace("24-48", "24–48").replace("3-6", "3–6"),
    "double spaces": lambda text: text.replace(". ", ".  "),
    "unseen": lambda text: text.replace("pregnant", "preg\u00adnant"),
    "no last line end": lambda text: text.rstrip("\n"),
}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.of("aesthetics")


@pytest.fixture(scope="module")
def safety() -> SafetyText:
    return read_safety(PACKS / "aesthetics")


def document(text: str) -> Document:
    made = draft_of_text(text, "page.md").document
    return Document("page", made.text, made.sha256, "page.md")


def reading(pipeline: Pipeline, text: str) -> Reading:
    return pipeline.read(document(text))


@given(st.lists(st.sampled_from(sorted(STYLES)), unique=True))
def test_a_text_in_other_typography_did_not_change(pipeline: Pipeline, safety: SafetyText, styles: list[str]) -> None:
    text = TEXT
    for style in styles:
        text = STYLES[style](text)
    assert unstyled(text) == unstyled(TEXT)
    old, new = [reading(pipeline, TEXT)], [reading(pipeline, text)]
    assert between(old, new) == []
    assert lost_between(old, new, safety) == lost_between(new, old, safety) == ()


@given(st.sampled_from(sorted(STYLES.keys() - {"unseen"})))
def test_no_decision_reopens(pipeline: Pipeline, style: str) -> None:
    old, text = document(TEXT), STYLES[style](TEXT)
    claims = pipeline.read(old).claims
    now = reading(pipeline, text)
    found = follow([judged(claim, old) for claim in claims], {"page": now.document}, now.claims)
    assert claims
    assert {one.found for one in found.values()} <= set(STAYS)


def test_an_edit_beside_other_typography_is_still_told(pipeline: Pipeline, safety: SafetyText) -> None:
    edited = STYLES["bold"](STYLES["quotes"](TEXT)).replace("two weeks", "one week").replace("- Scars are possible.\n", "")
    old, new = [reading(pipeline, TEXT)], [reading(pipeline, edited)]
    assert "aftercare" in {one.topic for one in between(old, new)}
    assert [one.quote for one in lost_between(old, new, safety) if "Scars" in one.quote]


@given(st.text())
def test_places_lead_back_to_the_text(text: str) -> None:
    found = unstyled_at(text)
    assert len(found.text) == len(found.places)
    assert list(found.places) == sorted(found.places)
    assert all(0 <= place < len(text) for place in found.places)


@given(st.integers())
def test_figures_and_words_always_count(seed: int) -> None:
    chance = random.Random(seed)
    words = TEXT.split(" ")
    place = chance.choice([at for at, word in enumerate(words) if word.isalnum()])
    assert unstyled(" ".join([*words[:place], "other", *words[place + 1 :]])) != unstyled(TEXT)
