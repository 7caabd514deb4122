"""`workbook diff`: what it prints, writes and leaves with."""

import csv

import pytest

from helpers.export import write_table
from helpers.model import Claim


@pytest.fixture
def tables(tmp_path, make_claim):
    """An old and a new table: one claim stays, one goes, one comes, one changes."""

    def claim(claim_id, start, quote, **said):
        return make_claim(claim_id=claim_id, start=start, end=start + len(quote), quote=quote, **said)

    interval = {"topic": "session_interval", "level": None, "unit": "day", "low": 14.0}
    stays = claim("1", 0, "little downtime")
    goes = claim("2", 20, "safe", topic="safety", level="safe")
    comes = claim("3", 30, "painless [b]now[/b]\x1b[2J", topic="pain", level="none")
    before = claim("4", 60, "two weeks", high=14.0, **interval)
    after = claim("5", 61, "two weeks", high=None, **interval)
    old, new = tmp_path / "old.csv", tmp_path / "new.jsonl"
    write_table([stays, goes, before], Claim, old)
    write_table([stays, comes, after], Claim, new)
    return old, new


def test_each_change_is_a_row_that_a_person_can_read(workbook, tables):
    result = workbook("diff", *tables)
    assert result.exit_code == 0
    header, *rows, counts = [line.rstrip() for line in result.stdout.splitlines()]
    assert header.split() == ["change", "source", "topic", "old", "new", "quote"]
    assert [row.split()[0] for row in rows] == ["removed", "added", "changed"]
    assert "mesotherapy, 14 days  mesotherapy, 14 days or more  two weeks" in rows[2]
    assert counts == "1 added, 1 removed, 1 changed"


def test_words_of_a_document_are_no_markup(workbook, tables):
    assert "painless [b]now[/b]\\x1b[2J" in workbook("diff", *tables).stdout


def test_changes_as_a_table(workbook, tables, tmp_path):
    workbook("diff", *tables, "--out", tmp_path / "changes.csv")
    with (tmp_path / "changes.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [(row["change"], row["fields"], row["old_claim_id"], row["new_claim_id"]) for row in rows] == [
        ("removed", "", "2", ""),
        ("added", "", "", "3"),
        ("changed", "high", "4", "5"),
    ]


def test_exit_code_tells_only_when_asked(workbook, tables):
    old, new = tables
    assert workbook("diff", old, new, "--exit-code").exit_code == 1
    assert workbook("diff", old, new).exit_code == 0
    same = workbook("diff", old, old, "--exit-code")
    assert (same.exit_code, same.stdout) == (0, "0 added, 0 removed, 0 changed\n")


@pytest.fixture
def versions(pages, tmp_path):
    """A folder of pages, and the same after an edit that took a warning away."""
    edited = tmp_path / "edited"
    edited.mkdir()
    for page in pages.iterdir():
        text = page.read_text(encoding="utf-8").replace(" You may see bruising for a week.", "")
        (edited / page.name).write_text(text, encoding="utf-8")
    return pages, edited


def test_between_two_folders_a_warning_that_went_is_told(workbook, versions, tmp_path):
    result = workbook("diff", *versions, "--warnings", tmp_path / "lost.csv", "--exit-code")
    assert result.exit_code == 1
    *_, told, counts, lost = result.stdout.splitlines()
    assert told.startswith("salon: The last version warned: “You may see bruising for a week.”.")
    assert told.endswith("this version does not say it in other words either.")
    assert (counts, lost) == ("0 added, 1 removed, 0 changed", "sentences of safety text that disappeared: 1")
    with (tmp_path / "lost.csv").open(encoding="utf-8", newline="") as handle:
        assert [(row["source_id"], row["quote"], row["still_said"]) for row in csv.DictReader(handle)] == [
            ("salon", "You may see bruising for a week.", "false")
        ]


def test_the_same_folder_has_lost_nothing(workbook, pages):
    result = workbook("diff", pages, pages, "--exit-code")
    assert (result.exit_code, result.stdout) == (
        0,
        "0 added, 0 removed, 0 changed\nsentences of safety text that disappeared: 0\n",
    )


def test_warnings_need_two_folders(workbook, tables, pages, tmp_path):
    mixed = workbook("diff", pages, tables[1])
    assert (mixed.exit_code, mixed.stdout) == (2, "")
    assert "name two folders or two claim tables" in mixed.stderr
    asked = workbook("diff", *tables, "--warnings", tmp_path / "lost.csv")
    assert (asked.exit_code, asked.stdout) == (2, "")
    assert "that needs the two folders" in asked.stderr
