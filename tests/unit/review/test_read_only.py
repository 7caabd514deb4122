"""A journal on a medium that takes no writing is verified and counted there."""

import datetime
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.errors import WorkbookError
from helpers.model.decision import Judged, Ruling
from helpers.review import Journal, decide

MOUNTED = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'


@pytest.fixture
def archived(journal: Journal, lines_claim: Judged, tmp_path: Path) -> Path:
    """A folder with a journal of one decision that nobody has open."""
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    journal.close()
    folder = tmp_path / "archive"
    folder.mkdir()
    for part in (journal.name, f"{journal.name}.head.json"):
        shutil.copy(part, folder)
    return folder


@pytest.fixture
def takes_no_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpers.review.sqlite_file.os.access", lambda path, mode: mode != os.W_OK)


def test_it_is_read_as_it_lies_there_and_nothing_is_put_beside_it(
    archived: Path, takes_no_writing: None, lines_claim: Judged
) -> None:
    before = {path.name: path.read_bytes() for path in archived.iterdir()}
    with Journal(
        archived / "journal.db", make=False, clock=lambda: datetime.datetime(2032, 1, 1, tzinfo=datetime.UTC)
    ) as journal:
        assert journal.verify().head.count == len(journal.events()) == 1
        with pytest.raises(WorkbookError, match="nothing was stored: the journal is read-only"):
            journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    assert before.items() <= {path.name: path.read_bytes() for path in archived.iterdir()}.items()


def test_decisions_that_stand_beside_it_alone_are_not_passed_over(
    archived: Path, takes_no_writing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def refuse(address: str, **options: object) -> sqlite3.Connection:
        if address.endswith("mode=ro"):
            raise sqlite3.OperationalError("unable to open database file")
        return connect(address, **options)  # type: ignore[call-overload]

    (archived / "journal.db-wal").write_bytes(b"more decisions")
    monkeypatch.setattr("helpers.review.sqlite_file.sqlite3.connect", refuse)
    with pytest.raises(WorkbookError, match="its last decisions stand in the -wal file beside it"):
        Journal(archived / "journal.db", make=False)


@pytest.mark.skipif(
    subprocess.run(["unshare", "-m", "sh", "-c", MOUNTED, "", "/tmp", "true"], capture_output=True, check=False).returncode != 0
    if shutil.which("unshare")
    else True,
    reason="no read-only medium can be mounted here",
)
@pytest.mark.parametrize("command", [("verify",), ("status",)])
def test_commands_on_a_real_one(archived: Path, command: tuple[str]) -> None:
    workbook = [
        sys.executable,
        "-c",
        "from helpers.cli import main; main()",
        "journal",
        *command,
        "--db",
        archived / "journal.db",
    ]
    ended = subprocess.run(
        ["unshare", "-m", "sh", "-c", MOUNTED, "", archived, *workbook], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "1 events" in ended.stdout or "events 1" in ended.stdout
