"""``workbook lint``, ``library`` and ``redline`` as the content team calls them."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from helpers.cli import app
from helpers.load import read_folder
from helpers.model.decision import Ruling
from helpers.pipeline import Pipeline
from helpers.review import Journal, decide, judged

Run = Callable[..., Result]


@pytest.fixture
def database(pages: Path, tmp_path: Path) -> Iterator[Path]:
    """A journal in which one downtime was refused and the interval approved until a day."""
    place = tmp_path / "journal.db"
    review = Pipeline.of("aesthetics").review(read_folder(pages))
    documents = {reading.document.source_id: reading.document for reading in review.readings}
    rulings = {
        "downtime": Ruling("misleading", "Bruises last.", "Plan for bruises of a week."),
        "session_interval": Ruling("substantiated", references=("FR02",), expires="2026-06-30"),
    }
    with Journal(place) as journal:
        for claim in review.claims:
            if claim.source_id == "clinic" and claim.topic in rulings:
                journal.append(decide([judged(claim, documents["clinic"])], rulings[claim.topic], reviewer="Sand"))
    yield place


@pytest.fixture
def lint(workbook: Run, pages: Path, database: Path, tmp_path: Path) -> Run:
    def run(text: str, *options: object) -> Result:
        draft = tmp_path / "draft.md"
        draft.write_text(text, encoding="utf-8")
        return workbook("lint", draft, "--sources", pages, "--db", database, "--as-of", "2026-06-01", *options)

    return run


def test_a_clean_draft_leaves_with_nought(lint: Run) -> None:
    done = lint("# Mesotherapy\n\nSessions are two weeks apart.\n")
    assert (done.exit_code, done.stdout) == (0, "nothing found\n")


def test_what_was_refused_does_not_come_back(lint: Run) -> None:
    done = lint("# Mesotherapy\n\nThere is zero downtime after mesotherapy.\n")
    assert done.exit_code == 1
    assert "draft.md:3:1: W101 error" in done.stdout
    assert "May be said instead: Plan for bruises of a week." in done.stdout


@pytest.mark.parametrize(("fail_on", "code"), [("note", 1), ("warning", 1), ("error", 0)])
def test_only_what_is_grave_enough_fails(lint: Run, fail_on: str, code: int) -> None:
    text = "# Mesotherapy\n\nSessions are two weeks apart. Ask the FDA about the 30 minutes.\n"
    done = lint(text, "--format", "json", "--fail-on", fail_on)
    assert [one["severity"] for one in json.loads(done.stdout)] == ["warning"]
    assert done.exit_code == code


def test_an_expired_approval_fails(lint: Run) -> None:
    text = "# Mesotherapy\n\nSessions are two weeks apart.\n"
    done = lint(text, "--as-of", "2026-07-01")
    assert done.exit_code == 1
    assert "W103" in done.stdout


def test_a_folder_of_drafts_is_checked_file_by_file(workbook: Run, pages: Path, database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drafts" / "deep"
    folder.mkdir(parents=True)
    (folder / "bad.md").write_text("# Mesotherapy\n\nThere is zero downtime after mesotherapy.\n", encoding="utf-8")
    (folder.parent / "good.txt").write_text("Mesotherapy\n\nSessions are two weeks apart.\n", encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"no file of Word")
    done = workbook("lint", folder.parent, "--sources", pages, "--db", database, "--as-of", "2026-06-01")
    assert done.exit_code == 1
    assert [line for line in done.stdout.splitlines() if ": W" in line] == [
        f"{folder / 'bad.md'}:3:1: W101 error: a refused statement came back"
    ]
    assert "broken.docx" in done.stderr


def test_what_is_piped_in_is_checked(pages: Path, database: Path) -> None:
    run = partial(CliRunner().invoke, app)
    options = ["--sources", str(pages), "--db", str(database), "--as-of", "2026-06-01"]
    done = run(["lint", "-", *options], input="# Mesotherapy\n\nThere is zero downtime after mesotherapy.\n")
    assert done.exit_code == 1
    assert done.stdout.startswith("draft.md:3:1: W101 error")
    page = "<h1>Mesotherapy</h1>\n<p>There is zero downtime after mesotherapy.</p>\n"
    done = run(["lint", "-", "--name", "page.html", *options], input=page)
    assert done.stdout.startswith("page.html:2:4: W101 error")
    done = run(["lint", "-", "--watch", *options], input=page)
    assert (done.exit_code, "cannot be watched" in done.stderr) == (2, True)


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_programs_get_json(lint: Run, form: str) -> None:
    assert json.loads(lint("# Mesotherapy\n\nThere is zero downtime after mesotherapy.\n", "--format", form).stdout)


def test_without_a_journal_nothing_is_approved_and_one_line_says_so(
    workbook: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKBOOK_DB", raising=False)
    monkeypatch.setattr("helpers.review.store.DEFAULT", tmp_path / "none" / "journal.db")
    draft = tmp_path / "draft.md"
    draft.write_text("# Mesotherapy\n\nSessions are two weeks apart.\n", encoding="utf-8")
    done = workbook("lint", draft, "--sources", pages, "--format", "json")
    assert [one["code"] for one in json.loads(done.stdout)] == ["W102"]
    assert done.exit_code == 1
    [line] = done.stderr.splitlines()
    assert "nothing is approved" in line
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--as-of", "soon"), "'soon' is no date"),
        (("--market", "moon"), "there is no market 'moon'"),
        (("--db", "nowhere.db"), "there is no journal here"),
        (("--format", "xml"), "'xml' is not one of"),
        (("missing.md",), "there is no such file"),
    ],
)
def test_wrong_use_is_one_line(lint: Run, options: tuple[str, ...], words: str) -> None:
    done = lint("# Mesotherapy\n", *options)
    assert done.exit_code == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_library_is_shown_and_written(workbook: Run, pages: Path, database: Path, tmp_path: Path) -> None:
    table, uses = tmp_path / "library.csv", tmp_path / "uses.csv"
    options = ("--sources", pages, "--db", database, "--as-of", "2026-07-01", "--out", table, "--uses", uses)
    done = workbook("library", *options)
    assert done.exit_code == 0
    assert "expired until 2026-06-30, by Sand [session interval]" in done.stdout
    assert done.stdout.endswith("1 approved, 1 expired, 1 claims refused\n")
    assert len(table.read_text(encoding="utf-8").splitlines()) == 3
    assert uses.read_text(encoding="utf-8").startswith("statement_id,")


def test_redline_writes_a_page_and_a_document_for_each_source(workbook: Run, pages: Path, database: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = workbook("redline", "--sources", pages, "--db", database, "--out", out, "--as-of", "2026-06-01")
    assert done.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["clinic.docx", "clinic.html", "run.json", "salon.docx", "salon.html"]
    assert "<ins><bdi>Plan for bruises of a week.</bdi></ins>" in (out / "clinic.html").read_text(encoding="utf-8")
