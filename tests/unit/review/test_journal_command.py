"""``workbook journal`` as it is typed."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from helpers.cli import app
from helpers.model.claim import Claim
from helpers.model.decision import Judged, Ruling
from helpers.model.document import Document
from helpers.review import Journal, as_read, decide, judged, missed, undo


def workbook(*words: object, **variables: str) -> tuple[int, str]:
    """Return the exit code, and the one stream that was written to."""
    done = CliRunner().invoke(app, ["journal", *map(str, words)], env={"WORKBOOK_DB": None, **variables})
    assert not (done.stdout and done.stderr)
    return done.exit_code, done.stdout + done.stderr


@pytest.fixture
def decided(journal: Journal, lines_claim: Judged) -> Journal:
    for reason in ("one", "two"):
        journal.append(decide([lines_claim], Ruling("misleading", reason), reviewer="Sand"))
    return journal


def test_a_journal_travels_as_a_file(decided: Journal, tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    last = decided.head().hash
    assert workbook("export", file, "--db", decided.name) == (
        0,
        f"{file}: 2 events; keep journal.head.json and journal.texts.jsonl with it\n",
    )
    fresh = str(tmp_path / "fresh.db")
    assert workbook("import", file, "--db", fresh) == (0, f"{fresh}: 2 events and 0 texts added, 2 events in all\n")
    assert workbook("import", file, WORKBOOK_DB=fresh) == (0, f"{fresh}: 0 events and 0 texts added, 2 events in all\n")
    assert workbook("verify", "--since", file, "--db", fresh) == (
        0,
        f"{fresh}: 2 events, nothing changed, lost or reordered; the last is {last}\n"
        "texts that were decided on, each as it was then: 0; versions that were decided on and have no text here: 1\n",
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


def test_texts_travel_with_their_decisions(decided: Journal, lines_claim: Judged, page: Document, tmp_path: Path) -> None:
    decided.append(decide([lines_claim], Ruling("substantiated"), reviewer="Brook"), [page])
    file, fresh = tmp_path / "journal.jsonl", str(tmp_path / "fresh.db")
    workbook("export", file, "--db", decided.name)
    assert workbook("import", file, "--db", fresh) == (0, f"{fresh}: 3 events and 1 texts added, 3 events in all\n")
    code, said = workbook("verify", "--db", fresh)
    assert (code, said.splitlines()[1]) == (0, "texts that were decided on, each as it was then: 1")
    texts = tmp_path / "journal.texts.jsonl"
    texts.write_text(texts.read_text().replace("redness", "warmth"))
    wrong = "workbook: journal.texts.jsonl, line 1: this text is not the one that its SHA-256 names; export the journal again\n"
    assert workbook("import", file, "--db", fresh) == (2, wrong)


def test_a_mistyped_name_is_not_taken_for_an_empty_journal(tmp_path: Path) -> None:
    for command in (["verify"], ["status"], ["export", tmp_path / "out.jsonl"]):
        code, said = workbook(*command, "--db", tmp_path / "jurnal.db")
        assert code == 2
        assert said == f"workbook: {tmp_path / 'jurnal.db'}: there is no journal here; name the one that holds the decisions\n"
    assert not (tmp_path / "jurnal.db").exists()


def test_without_a_command_the_help_is_shown() -> None:
    code, said = workbook()
    assert code == 0
    assert "verify" in said and "export" in said and "import" in said


def test_status_of_a_team(decided: Journal, lines_claim: Judged, downtime_claim: Judged) -> None:
    decided.append(decide([downtime_claim], Ruling("substantiated"), reviewer="Sand"))
    decided.append(decide([lines_claim], Ruling("unsubstantiated"), reviewer="Brook"))
    code, said = workbook("status", "--db", decided.name, "--reviewers", "2", "--reviewer", "Brook")
    assert code == 0
    first, heads, brook, sand, settle, where, agreed = said.splitlines()
    assert first == f"{decided.name}: events 4; with a verdict: statements 2, claims 2"
    assert heads.split()[:3] == ["reviewer", "statements", "claims"]
    assert heads.split()[-1] == "hidden"
    assert brook.split() == ["Brook", "1", "1", "0", "0", "1", "0", "0", "0", "0", "0"]
    assert sand.split() == ["Sand", "2", "2", "0", "0", "0", "1", "0", "0", "0", "1"]
    assert settle == "to settle, because reviewers disagree: statements 1"
    assert where == "  glow, “softens fine lines”: Brook: Unsubstantiated, Sand: Misleading"
    assert agreed == (
        "Brook and Sand, decisions that both took: 1; same verdict 0.00 (0.00 to 0.79), Cohen's kappa 0.00 (no interval), "
        "Krippendorff's alpha cannot be told; intervals of 95 %"
    )


def test_status_of_one_reviewer_says_no_more_than_there_is(decided: Journal) -> None:
    code, said = workbook("status", "--db", decided.name)
    assert code == 0
    _, heads, sand = said.splitlines()
    assert "hidden" not in heads
    assert sand.split() == ["Sand", "1", "1", "0", "0", "0", "1", "0", "0", "0"]


def test_what_was_misread_and_missed_is_handed_to_those_who_make_the_pack(
    journal: Journal, page: Document, claim_in: Callable[..., Claim], tmp_path: Path
) -> None:
    lines = claim_in(page, "softens fine lines")
    wrong = replace(judged(lines, page), says=as_read(lines))
    journal.append(decide([wrong], Ruling("misread", "It speaks of drawn lines."), reviewer="Sand", pack="aesthetics 1"))
    journal.append(decide([wrong], Ruling("misread", "As Sand says."), reviewer="Brook"))
    said = journal.append(missed(replace(lines, topic="pain"), page, reviewer="Sand"))
    file = tmp_path / "cases.csv"
    assert workbook("cases", str(file), "--db", journal.name) == (0, f"{file}: misread 1, missed 1\n")
    first, second = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    assert (first["kind"], first["topic"], first["reason"], first["reviewer"]) == (
        "misread",
        lines.topic,
        "It speaks of drawn lines.",
        "Sand",
    )
    assert (first["quote"], first["sentence"], first["rule"]) == (lines.quote, "Glow mist softens fine lines.", lines.rule)
    assert (second["kind"], second["topic"], second["quote"]) == ("missed", "pain", lines.quote)
    assert "misread 1, missed 1" in workbook("status", "--db", journal.name)[1]
    journal.append(undo(said, reviewer="Sand"))
    assert workbook("cases", str(file), "--db", journal.name) == (0, f"{file}: misread 1, missed 0\n")
