"""Times go on, or a clock is wrong and that is said."""

import datetime
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from helpers.cli import app
from helpers.errors import WorkbookError
from helpers.model.decision import Judged, Ruling
from helpers.review import Journal, chain, decide, export_journal, import_journal

NOON = datetime.datetime(2031, 1, 1, 12, tzinfo=datetime.UTC)


def at(place: Path, claim: Judged, **before: int) -> None:
    with Journal(place, clock=lambda: NOON - datetime.timedelta(**before)) as journal:
        journal.append(decide([claim], Ruling("misleading"), reviewer="Sand"))


def test_a_clock_that_was_turned_back_stores_nothing(tmp_path: Path, lines_claim: Judged) -> None:
    at(tmp_path / "j.db", lines_claim)
    with pytest.raises(WorkbookError, match="nothing was stored: the time 2031-01-01T11:58:00Z lies before 2031-01-01T12:00:00Z"):
        at(tmp_path / "j.db", lines_claim, minutes=2)
    at(tmp_path / "j.db", lines_claim, seconds=59)  # clocks of a team are never quite the same
    with Journal(tmp_path / "j.db") as journal:
        assert journal.verify().back == ()
        assert journal.head().count == 2


def test_a_clock_that_was_wrong_before_is_told_and_stops_nobody_who_knows(
    tmp_path: Path, lines_claim: Judged, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(tmp_path / "j.db", lines_claim)
    monkeypatch.setenv("WORKBOOK_CLOCK", "right")
    at(tmp_path / "j.db", lines_claim, days=900)
    monkeypatch.delenv("WORKBOOK_CLOCK")
    at(tmp_path / "j.db", lines_claim, days=899)
    told = CliRunner().invoke(app, ["journal", "verify", "--db", str(tmp_path / "j.db")])
    assert told.exit_code == 0
    assert told.stdout.splitlines()[-1] == "times that go back, because a clock was wrong: 1; before these events: 2"
    with Journal(tmp_path / "j.db") as journal, Journal(tmp_path / "fresh.db") as fresh:
        export_journal(journal, tmp_path / "j.jsonl")
        with pytest.raises(WorkbookError, match="lies before 2031-01-01T12:00:00Z"):
            import_journal(fresh, tmp_path / "j.jsonl")
        assert fresh.head().count == 0
        monkeypatch.setenv("WORKBOOK_CLOCK", "right")
        assert import_journal(fresh, tmp_path / "j.jsonl").events == 3


@pytest.mark.parametrize(
    "time",
    [
        "yesterday",
        "",
        "2031-01-01",
        "2031-02-30T12:00:00Z",
        "2031-01-01T12:00:00+02:00",
        "2031-01-01T12:00:00z",
        "٢٠٣١-01-01T12:00:00Z",
    ],
)
def test_an_imported_time_that_is_none_is_refused(tmp_path: Path, lines_claim: Judged, time: str) -> None:
    forged = chain.seal(decide([lines_claim], Ruling("misleading"), reviewer="Sand"), time=time, previous="0" * 64)
    (tmp_path / "j.jsonl").write_text(chain.line(forged) + "\n")
    (tmp_path / "j.head.json").write_text(json.dumps({"count": 1, "hash": forged.hash}))
    with Journal(tmp_path / "fresh.db") as fresh:
        with pytest.raises(WorkbookError, match=r"j\.jsonl, line 1: this is no event of a journal"):
            import_journal(fresh, tmp_path / "j.jsonl")
        assert fresh.head().count == 0
