"""Half an emoji is refused at the door; where an older journal or a file's name has one, it is shown as its escape."""

import json
import os
from pathlib import Path

import pytest

from helpers.errors import WorkbookError
from helpers.load import read_folder
from helpers.model.decision import Judged, Ruling
from helpers.review import Journal, chain, decide, export_journal, import_journal

HALF = "\ud83d"


@pytest.mark.parametrize(
    ("reviewer", "ruling"),
    [
        ("Sand", Ruling("misleading", f"seen {HALF}")),
        ("Sand", Ruling("misleading", wording=f"may help {HALF}")),
        ("Sand", Ruling("misleading", references=("E001", HALF))),
        (f"Sand{HALF}", Ruling("misleading")),
    ],
)
def test_half_a_character_is_refused_in_one_line(journal: Journal, lines_claim: Judged, reviewer: str, ruling: Ruling) -> None:
    with pytest.raises(WorkbookError, match=r"half a character \(.*\\ud83d") as caught:
        journal.append(decide([lines_claim], ruling, reviewer=reviewer))
    str(caught.value).encode()
    assert journal.head().count == 0


def test_what_an_older_journal_holds_is_read_as_its_escape_and_travels_as_it_is(
    journal: Journal, lines_claim: Judged, tmp_path: Path
) -> None:
    whole = journal.append(decide([lines_claim], Ruling("misleading", "seen \U0001f489"), reviewer="Sand"))
    assert journal.events() == (whole,)
    forged = chain.seal(
        chain._DECISION.validate_python({**json.loads(chain.body(whole))["decision"], "ruling": Ruling("misleading", HALF)}),
        time=whole.time,
        previous=whole.hash,
    )
    journal.extend([forged], after=journal.head())
    ruling = journal.events()[1].decision.ruling
    assert ruling is not None and ruling.reason == "\\ud83d"
    export_journal(journal, tmp_path / "j.jsonl")
    with Journal(tmp_path / "fresh.db") as fresh:
        assert import_journal(fresh, tmp_path / "j.jsonl").events == 2
        assert fresh.verify().head == journal.verify().head


def test_a_file_whose_name_is_no_utf8_is_called_by_its_escape(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Mesotherapy has no downtime.", encoding="utf-8")
    (document,) = read_folder(tmp_path)
    assert (document.source_id, document.name) == ("caf\\udce9", "caf\\udce9.txt")
