"""`workbook export`: every file, from the sources and the journal."""

import datetime
import json

import docx
import openpyxl
import pytest

from helpers.load import read_folder
from helpers.model.decision import Ruling
from helpers.pipeline import Pipeline
from helpers.review import Journal, decide, judged

FILES = ["annotations.jsonld", "claim_reviews.jsonld", "journal.head.json", "report.html", "review.xlsx", "sign-off.docx"]


@pytest.fixture
def no_journal(tmp_path, monkeypatch):
    """No journal is named, and none stands at the usual place."""
    monkeypatch.delenv("WORKBOOK_DB", raising=False)
    monkeypatch.setattr("helpers.review.store.DEFAULT", tmp_path / "none" / "journal.db")


@pytest.fixture
def journal(pages, tmp_path):
    """A journal in which one claim is decided."""
    documents = read_folder(pages)
    claim = next(claim for claim in Pipeline.of().review(documents).claims if claim.source_id == "clinic")
    where = tmp_path / "journal.db"
    with Journal(where, clock=lambda: datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)) as opened:
        opened.append(decide([judged(claim, documents[0])], Ruling("substantiated", expires="2026-06-30"), reviewer="Dr. Sand"))
    return where


def verdicts(path):
    page = openpyxl.load_workbook(path)["Claims"]
    titles = [cell.value for cell in page[1]]
    return {row[titles.index("Verdict")] for row in page.iter_rows(min_row=2, values_only=True)}


def test_without_a_journal_nothing_is_reviewed(workbook, pages, tmp_path, no_journal):
    out = tmp_path / "out"
    result = workbook("export", "--sources", pages, "--out", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [f"{out}/{name}" for name in FILES]
    assert sorted(path.name for path in out.iterdir()) == sorted([*FILES, "run.json"])
    assert verdicts(out / "review.xlsx") == {"not reviewed"}
    assert json.loads((out / "claim_reviews.jsonld").read_bytes())["@graph"] == []
    assert not (tmp_path / "none").exists()


def test_a_journal_that_is_named_must_be_there(workbook, pages, tmp_path):
    result = workbook("export", "--sources", pages, "--out", tmp_path / "out", "--db", tmp_path / "none.db")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("day", "words"), [("2026-06-30", "Substantiated"), ("2026-07-01", "Substantiated (expired on 2026-06-30)")]
)
def test_decisions_count_until_their_last_day(workbook, pages, tmp_path, journal, day, words):
    out = tmp_path / "out"
    assert workbook("export", "--sources", pages, "--out", out, "--db", journal, "--as-of", day).exit_code == 0
    assert verdicts(out / "review.xlsx") == {"not reviewed", words}
    signed = docx.Document(out / "sign-off.docx").tables[1]
    assert signed.rows[1].cells[0].text == "Dr. Sand"


def test_the_same_day_gives_the_same_bytes(workbook, pages, tmp_path, journal):
    for name in ("one", "two"):
        workbook("export", "--sources", pages, "--out", tmp_path / name, "--db", journal, "--as-of", "2026-02-01")
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_day_that_is_none_changes_nothing(workbook, pages, tmp_path, no_journal):
    result = workbook("export", "--sources", pages, "--out", tmp_path / "out", "--as-of", "tomorrow")
    assert result.exit_code == 2
    assert result.stderr.startswith("workbook: 'tomorrow' is no date; ")
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_run_writes_them_too(workbook, pages, tmp_path, no_journal, monkeypatch):
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setattr("helpers.cli.run.NOTEBOOKS", tmp_path / "notebooks")
    assert workbook("run", pages, "--out", tmp_path / "out").exit_code == 0
    assert {*FILES} <= {path.name for path in (tmp_path / "out").iterdir()}
