"""Whatever opens a journal tells that somebody changed it, in one line, and shows nothing of it."""

import datetime
import hashlib

import pytest
from tampering import TOLD, deleted, event_added, head_changed, rewritten_whole, tail_cut, tail_cut_with_its_head

from helpers.desk import open_desk
from helpers.errors import WorkbookError
from helpers.load import read_folder
from helpers.model.decision import Ruling
from helpers.notebook import open_review
from helpers.panel import Decisions, review_panel
from helpers.pipeline import Pipeline
from helpers.review import Journal, decide, export_journal, judged
from helpers.show.view import View

EARLY = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)


@pytest.fixture
def review(pages):
    return Pipeline.of().review(read_folder(pages))


@pytest.fixture
def journal(review, tmp_path):
    """A journal of three decisions, with the texts that they were taken on."""
    documents = {reading.document.source_id: reading.document for reading in review.readings}
    where = tmp_path / "journal.db"
    with Journal(where, clock=lambda: EARLY) as opened:
        for claim in review.claims[:3]:
            opened.append(
                decide([judged(claim, documents[claim.source_id])], Ruling("misleading"), reviewer="Sand"), documents.values()
            )
    return where


COMMANDS = {
    "verify": ("journal", "verify"),
    "status": ("journal", "status"),
    "journal export": ("journal", "export", "OUT/new.jsonl"),
    "library": ("library", "--sources", "PAGES"),
    "lint": ("lint", "PAGES/clinic.md", "--sources", "PAGES"),
    "redline": ("redline", "--sources", "PAGES", "--out", "OUT"),
    "export": ("export", "--sources", "PAGES", "--out", "OUT"),
}


@pytest.mark.parametrize("tamper", TOLD)
def test_every_command_tells_every_kind_of_tampering(workbook, pages, journal, tmp_path, tamper):
    commands = {
        name: [word.replace("PAGES", str(pages)).replace("OUT", str(tmp_path / "out")) for word in words]
        for name, words in COMMANDS.items()
    }
    for name, words in commands.items():
        assert workbook(*words, "--db", journal).exit_code == 0 or name == "lint", name
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    tamper(journal)
    for name, words in commands.items():
        result = workbook(*words, "--db", journal)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1), name
        assert TOLD[tamper] in result.stderr or (tamper is deleted and "there is no journal here" in result.stderr), name
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


@pytest.mark.parametrize("tamper", TOLD)
def test_notebooks_the_app_and_the_panel_tell_it(pages, review, journal, tamper):
    view, seen = View.of(review), judged(review.claims[0], review.readings[0].document)
    tamper(journal)
    with Journal(journal, clock=lambda: EARLY) as opened:
        for look in (
            lambda: open_desk(review, "aesthetics", journal=str(journal)),
            lambda: open_review(str(pages), "aesthetics", journal=str(journal)),
            lambda: review_panel(view, opened),
            lambda: Decisions.read(view, opened),
            opened.head,
            opened.texts,
            lambda: opened.text(review.sources[0].sha256),
            lambda: opened.append(decide([seen], Ruling("misleading"), reviewer="Sand")),
        ):
            with pytest.raises(WorkbookError, match=TOLD[tamper]):
                look()
    assert tamper is not deleted or not journal.exists()


@pytest.mark.parametrize("tamper", [tail_cut, tail_cut_with_its_head, rewritten_whole, event_added, head_changed, deleted])
def test_a_panel_that_is_open_adds_nothing_where_the_end_is_not_the_one_it_knows(pages, review, journal, tamper):
    """What a process has verified it does not read again: a change further back is told by the next one that opens it."""
    with Journal(journal, clock=lambda: EARLY) as opened:
        panel = review_panel(View.of(review), opened, reviewer="Brook")
        tamper(journal)
        with pytest.raises(WorkbookError):
            panel._session.rule([review.claims[0].claim_id], Ruling("misleading"))


def test_a_committed_head_tells_it_when_the_note_is_gone_too(workbook, journal, tmp_path, monkeypatch):
    with Journal(journal) as opened:
        export_journal(opened, tmp_path / "committed.jsonl")
    for tamper in (tail_cut_with_its_head, rewritten_whole):
        tamper(journal)
        journal.with_name("journal.db.head.json").unlink(missing_ok=True)
        assert workbook("journal", "status", "--db", journal).exit_code == 0
        assert (
            "no longer holds what was noted in what --since names"
            in workbook("journal", "verify", "--db", journal, "--since", tmp_path / "committed.jsonl").stderr
        )
        monkeypatch.setenv("WORKBOOK_SINCE", str(tmp_path / "committed.jsonl"))
        told = workbook("journal", "status", "--db", journal)
        assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
        assert "committed.head.json: it was cut, or its past was rewritten" in told.stderr
        monkeypatch.delenv("WORKBOOK_SINCE")


def test_exports_say_which_head_they_rest_on_and_are_not_replaced_by_those_of_less(workbook, pages, journal, tmp_path):
    out = tmp_path / "out"
    assert workbook("export", "--sources", pages, "--out", out, "--db", journal).exit_code == 0
    with Journal(journal) as opened:
        assert workbook("journal", "verify", "--db", journal, "--since", out / "journal.head.json").exit_code == 0
        assert opened.head().hash in (out / "journal.head.json").read_text(encoding="ascii")
    before = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}
    tail_cut_with_its_head(journal)
    journal.with_name("journal.db.head.json").unlink()
    told = workbook("export", "--sources", pages, "--out", out, "--db", journal)
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert "the files here rest on event 3" in told.stderr
    assert {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()} == before


def test_an_older_copy_is_told_until_its_note_is_removed(workbook, journal):
    copy = journal.read_bytes()
    with Journal(journal) as opened:
        opened.append(decide(opened.events()[0].decision.claims, Ruling("substantiated"), reviewer="Brook"))
    journal.write_bytes(copy)
    for beside in ("-wal", "-shm"):
        journal.with_name(f"journal.db{beside}").unlink(missing_ok=True)
    assert "remove the note" in workbook("journal", "status", "--db", journal).stderr
    journal.with_name("journal.db.head.json").unlink()
    assert workbook("journal", "status", "--db", journal).exit_code == 0
