"""Versions in words: what became of each page, of its sentences, and of what it warned of."""

import dataclasses
import json

import pytest

from helpers.app.versions import versions
from helpers.load import draft_of_text
from helpers.packs.safety import read_safety
from helpers.pipeline import Pipeline

BEFORE = "# Peel\n\nA peel has no downtime.\n\n## Risks\n\nDo not have a peel if you are pregnant.\n"


@pytest.fixture
def compare():
    pipeline = Pipeline.of()
    safety = read_safety(pipeline.pack.folder_of("review.yml"))

    def read(text):
        return [pipeline.read(dataclasses.replace(draft_of_text(text, "page.md").document, source_id="page"))] if text else []

    return lambda old, new: versions(read(old), read(new), safety)


def test_a_page_that_did_not_change_says_so(compare):
    assert [(one.state, one.sentences, one.warnings, one.claims) for one in compare(BEFORE, BEFORE)] == [("same", (), (), ())]


def test_line_ends_and_spaces_are_no_change(compare):
    assert compare(BEFORE, BEFORE.replace("\n", "\r\n").replace(" ", "  "))[0].sentences == ()


def test_a_sentence_is_told_word_by_word(compare):
    [page] = compare(BEFORE, BEFORE.replace("no downtime", "little downtime"))
    assert [tuple(one) for one in page.sentences[0]] == [
        ("same", "A peel has"),
        ("gone", "no"),
        ("new", "little"),
        ("same", "downtime."),
    ]
    assert page.claims


def test_a_warning_that_went_comes_first(compare):
    [page] = compare(BEFORE, BEFORE.replace("Do not have a peel if you are pregnant.\n", ""))
    assert page.lost == 1
    assert "pregnant" in page.warnings[0].quote


def test_pages_that_came_and_went(compare):
    assert [one.state for one in compare("", BEFORE)] == ["new"]
    assert [one.state for one in compare(BEFORE, "")] == ["gone"]


def test_a_folder_of_before_is_compared(client, pages):
    before = pages.parent / "before"
    before.mkdir()
    (before / "clinic.md").write_text((pages / "clinic.md").read_text(encoding="utf-8").replace("two", "three"), encoding="utf-8")
    text = client.get("/compare?before=before").text
    assert "1 changed, 1 new" in text
    assert "<del>three</del> <ins>two</ins>" in text


@pytest.mark.parametrize("before", ["..", "/etc", "nowhere"])
def test_no_name_leads_elsewhere(client, before):
    assert client.get(f"/compare?before={before}").status == 400


def test_a_page_is_compared_with_what_was_decided_on(client, pages):
    queue = json.loads(_panel(client, kind="open", reviewer="Sand"))
    detail = json.loads(_panel(client, kind="detail", entries=[next(one["id"] for one in queue["entries"] if one["open"])]))
    chosen = [one["claim_id"] for one in detail["details"][0]["places"]]
    seen = [*chosen, *(f"warning {number + 1}" for number in range(len(detail["details"][0]["owed"])))]
    fields = {"reason": "known otherwise", "wording": "", "references": "", "expires": ""}
    _panel(client, kind="rule", verdict="misleading", chosen=chosen, exceptions=[], seen=seen, **fields)
    assert client.get("/compare?id=clinic").status == 400
    page = pages / "clinic.md"
    page.write_text(page.read_text(encoding="utf-8").replace("has no downtime", "has little downtime"), encoding="utf-8")
    client.post("/again")
    client.wait()
    text = client.get("/compare?id=clinic").text
    assert "<del>no</del> <ins>little</ins>" in text


def _panel(client, **message):
    client.get("/review")
    return client.post("/panel", json.dumps({"ticket": "1", **message})).text
