"""``workbook journal`` as it is typed."""

import subprocess
import sys
from pathlib import Path

import pytest

from helpers.model.decision import Judged, Ruling
from helpers.review import Journal, decide


def workbook(*words: object, **variables: str) -> tuple[int, str]:
    """Return the exit code, and the one stream that was written to."""
    command = [sys.executable, "-c", "from helpers.cli import main; main()", "journal", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", **variables})
    assert not (done.stdout and done.stderr)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def decided(journal: Journal, lines_claim: Judged) -> Journal:
    for reason in ("one", "two"):
        journal.append(decide([lines_claim], Ruling("misleading", reason), reviewer="Sand"))
    return journal


def test_a_journal_travels_as_a_file(decided: Journal, tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    last = decided.head().hash
    assert workbook("export", file, "--db", decided.name) == (0, f"{file}: 2 events; keep journal.head.json with it\n")
    fresh = str(tmp_path / "fresh.db")
    assert workbook("import", file, "--db", fresh) == (0, f"{fresh}: 2 events added, 2 in all\n")
    assert workbook("import", file, WORKBOOK_DB=fresh) == (0, f"{fresh}: 0 events added, 2 in all\n")
    assert workbook("verify", "--since", file, "--db", fresh) == (
        0,
        f"{fresh}: 2 events, nothing changed, lost or reordered; the last is {last}\n",
    )


def test_what_is_wrong_is_one_line_and_code_2(decided: Journal, tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    workbook("export", file, "--db", decided.name)
    file.write_text(file.read_text().replace("two", "2"))
    code, said = workbook("import", file, "--db", tmp_path / "fresh.db")
    assert (code, said) == (
        2,
        "workbook: journal.jsonl, line 2: this event was changed after it was written; export the journal again\n",
    )


def test_a_mistyped_name_is_not_taken_for_an_empty_journal(tmp_path: Path) -> None:
    for command in (["verify"], ["export", tmp_path / "out.jsonl"]):
        code, said = workbook(*command, "--db", tmp_path / "jurnal.db")
        assert code == 2
        assert said == f"workbook: {tmp_path / 'jurnal.db'}: there is no journal here; name the one that holds the decisions\n"
    assert not (tmp_path / "jurnal.db").exists()


def test_without_a_command_the_help_is_shown() -> None:
    code, said = workbook()
    assert code == 0
    assert "verify" in said and "export" in said and "import" in said
