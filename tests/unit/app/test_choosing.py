"""Folders below the root, settings that are kept, and files that are brought; no name leads anywhere else."""

import contextlib
import json
from urllib.parse import quote, urlencode

import pytest

from helpers.settings import read_settings
from helpers.up_to_date import bring_up_to_date


def form(client, address, **fields):
    body = urlencode({"form": client.form, **fields})
    kind = "application/x-www-form-urlencoded"
    return client.post(address, body, Content_Type=kind, X_Workbook="")


def bring(client, name, content=b"# Peel\n\nA peel has no downtime.\n", **query):
    return client.post(f"/upload?{urlencode({'name': name, **query})}", content)


def test_another_folder_is_read_and_kept(client, pages):
    other = pages.parent / "other"
    other.mkdir()
    (other / "peel.md").write_text("# Peel\n\nA peel has no downtime.\n", encoding="utf-8")
    assert "other" in client.get("/choose").text
    assert form(client, "/open", folder="other").status == 303
    assert "0 of 1 page" in client.wait().get("/").text
    assert read_settings().place == other


@pytest.mark.parametrize(
    "name", ["..", "../..", "/etc", "pages/../..", "nowhere", "a\0b", "out", "pages/clinic.md", "~", "x" * 5000]
)
def test_no_name_leads_out_of_the_root(client, pages, name):
    (pages.parent / "out").symlink_to("/tmp")
    answer = form(client, "/open", folder=name)
    assert answer.status == 400
    assert client.workspace.settings.place == pages
    assert client.get(f"/choose?at={quote(name)}").status == 400


def test_settings_are_kept_in_one_file(client, tmp_path):
    fields = {"pack": "aesthetics", "market": "uk", "reviewers": "2", "reviewer": " Dr. Sand ", "day": "2026-05-01"}
    assert form(client, "/settings", **fields).status == 303
    kept = read_settings()
    assert (kept.market, kept.reviewers, kept.reviewer, kept.as_of) == ("uk", 2, "Dr. Sand", "2026-05-01")
    assert (tmp_path / "decisions" / "workbook.yml").is_file()
    text = client.get("/choose").text
    assert 'value="2026-05-01"' in text and "Reviewer: Dr. Sand" in text


def test_a_model_reads_as_well_where_it_is_chosen_and_without_an_address_only_kept_answers_count(client, monkeypatch, tmp_path):
    monkeypatch.setattr("helpers.readers.ANSWERS", tmp_path / "answers")
    fields = {"pack": "aesthetics", "market": "any", "reviewers": "1", "reviewer": "", "day": ""}
    assert form(client, "/settings", **fields, reader="model").status == 303
    assert read_settings().reader == "model"
    opened = client.wait().workspace.opened
    assert [(one.parts > 0, one.answered) for one in opened.review.seconds] == [(True, 0), (True, 0)]
    assert '<option value="model" selected>' in client.get("/choose").text
    form(client, "/settings", **fields, reader="anything else")
    assert read_settings().reader == "rules" and client.wait().workspace.opened.review.seconds == ()


@pytest.mark.parametrize("wrong", [{"pack": "../english"}, {"market": "mars"}, {"day": "soon"}, {"day": "2026-02-30"}])
def test_a_choice_that_is_none_is_told_and_not_kept(client, wrong):
    fields = {"pack": "aesthetics", "market": "any", "reviewers": "1", "reviewer": "", "day": "", **wrong}
    answer = form(client, "/settings", **fields)
    assert answer.status == 400
    assert read_settings().folder == "seeds"  # nothing was written


def test_a_file_is_brought_into_the_open_folder(client, pages):
    assert json.loads(bring(client, "peel.md", into="pages").text)["stored"] == "peel.md"
    assert (pages / "peel.md").read_bytes().startswith(b"# Peel")
    form(client, "/again")
    assert "0 of 3 pages" in client.wait().get("/").text


def test_a_new_folder_is_made_below_uploads(client, pages):
    folder = json.loads(bring(client, "peel.md", fresh="May pages").text)["folder"]
    assert folder == "uploads/May pages"
    assert (pages.parent / folder / "peel.md").is_file()


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../a.md", "a/b.md", "a\\b.md", ".hidden.md", "a\nb.md", "a.exe", "a.png", "x" * 300 + ".md", "C:a.md"],
)
def test_a_name_that_is_none_is_refused(client, pages, name):
    answer = bring(client, name, into="pages")
    assert answer.status == 400
    assert json.loads(answer.text)["trouble"]
    assert sorted(path.name for path in pages.iterdir()) == ["clinic.md", "salon.md"]
    assert bring(client, "a.md", fresh=name).status == 400 or name in ("a.exe", "a.png", "")


def test_no_file_is_replaced_unless_one_says_so(client, pages):
    before = (pages / "clinic.md").read_bytes()
    assert "there is a file of this name" in json.loads(bring(client, "clinic.md", into="pages").text)["trouble"]
    assert (pages / "clinic.md").read_bytes() == before
    assert bring(client, "clinic.md", into="pages", replace="yes").status == 200
    assert (pages / "clinic.md").read_bytes() != before


@pytest.mark.parametrize("into", ["", ".", "other", "..", "/tmp"])
def test_files_go_nowhere_else(client, pages, into):
    (pages.parent / "other").mkdir()
    assert bring(client, "peel.md", into=into).status == 400
    assert not list(pages.parent.rglob("peel.md"))


def test_what_is_too_large_is_not_taken(client, pages):
    with contextlib.suppress(OSError):  # cut off while it is still being sent
        assert bring(client, "large.md", b"x" * 11_000_000, into="pages").status == 400
    assert not (pages / "large.md").exists()


def test_a_page_that_was_updated_is_read_when_somebody_says_so(client, pages):
    bring_up_to_date(pages)
    (pages / "clinic.md").write_text("# Peel\n\nA peel hurts.\n", encoding="utf-8")
    client.post("/again")
    client.wait()
    text = client.get("/").text
    assert "is not the one that manifest.yml describes" in text and "The page was updated" in text
    assert client.post("/newer").status == 303
    client.wait()
    assert client.workspace.opened is not None
    assert not bring_up_to_date(pages).changed
