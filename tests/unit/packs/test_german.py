"""A second language is a pack: two topics are read on German pages, from data alone, and set against each other."""

import pytest

from helpers.model import Document
from helpers.pipeline import Pipeline

PAGE = """# Mesotherapie für ein frisches Gesicht

Bei der Mesotherapie bringt die Hautärztin mit feinen Nadeln Vitamine in die Haut.
Wir empfehlen vier Sitzungen im Abstand von {weeks} Wochen.

## Wie lange falle ich aus?

Die Behandlung kommt {free} Ausfallzeit aus. In den meisten Fällen sind Sie nach einem Tag wieder gesellschaftsfähig.
"""


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline.of("german")


def document(name, text):
    return Document(name, text, "0" * 64, f"{name}.txt")


def said(claims):
    return [(claim.topic, claim.treatment, claim.level, claim.low, claim.high, claim.certainty) for claim in claims]


def test_a_german_page_is_read(pipeline):
    reading = pipeline.read(document("a", PAGE.format(weeks="drei bis vier", free="ohne")))
    assert reading.reach.could_be_read
    assert said(reading.claims) == [
        ("session_interval", "mesotherapy", None, 21, 28, "asserted"),
        ("downtime", "mesotherapy", "none", None, None, "asserted"),
        ("downtime", "mesotherapy", "some", 1, 1, "hedged"),
    ]


@pytest.mark.parametrize(
    "denied", ["Es gibt keine Ausfallzeit.", "Eine Ausfallzeit tritt nicht auf.", "Eine Ausfallzeit entfällt."]
)
def test_what_is_denied_is_not_said(pipeline, denied):
    claims = pipeline.read(document("a", PAGE.format(weeks="vier", free="ohne") + denied)).claims
    assert [claim.level for claim in claims if claim.start > 300] == ["none"]


def test_german_pages_are_set_against_each_other(pipeline):
    pages = [
        document("a", PAGE.format(weeks="zwei", free="ohne")),
        document("b", PAGE.format(weeks="acht", free="mit einer kurzen")),
    ]
    relations = {(row.topic, row.relation) for row in pipeline.review(pages).relations if row.scope == "between"}
    assert ("session_interval", "conflict") in relations


def test_an_english_page_is_no_german_one_and_a_german_one_no_english_one(pipeline):
    english = "Mesotherapy has no downtime, and the sessions are spaced four weeks apart in all of the clinics that we know of.\n"
    assert pipeline.read(document("a", english)).reach.language == "English"
    assert Pipeline.of().read(document("a", PAGE.format(weeks="vier", free="ohne"))).reach.language == "German"
