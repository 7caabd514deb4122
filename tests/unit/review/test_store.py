"""The journal under what goes wrong for real: many writers, a killed process, a full disk, a file that cannot be written."""

import resource
import signal
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, text

from helpers.errors import NoJournalError, WorkbookError
from helpers.model.decision import EMPTY, Judged, Ruling
from helpers.review import Journal, Verified, decide, sqlite_file
from helpers.review.store import EVENTS, HEAD, Store

WRITER = Path(__file__).with_name("write_decisions.py")
EACH = 500


def writer(url: str, reviewer: str, count: int) -> subprocess.Popen[str]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, str(WRITER), url, reviewer, str(count)], text=True, **pipes)


def begin(*writers: subprocess.Popen[str]) -> None:
    """Let them all begin once each of them is there."""
    for process in writers:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in writers:
        assert process.stdin is not None
        process.stdin.write("begin\n")
        process.stdin.flush()


def two_write_at_once(url: str) -> None:
    writers = [writer(url, name, EACH) for name in ("Sand", "Brook")]
    begin(*writers)
    confirmed: set[str] = set()
    for process in writers:
        out, err = process.communicate(timeout=240)
        assert process.returncode == 0, err
        confirmed.update(out.split())
    with Journal(url) as journal:
        assert journal.verify() == Verified(journal.head(), texts=2 * EACH // 10, without_text=0)
        assert journal.head().count == 2 * EACH
        events = journal.events()
    assert {one.hash for one in events} == confirmed
    for name in ("Sand", "Brook"):
        reasons = [one.decision.ruling.reason for one in events if one.decision.ruling and one.decision.reviewer == name]
        assert reasons == [f"number {number}" for number in range(EACH)]
    takes_turns = [one.decision.reviewer for one in events]
    assert takes_turns != sorted(takes_turns) and takes_turns != sorted(takes_turns, reverse=True)


def killed_while_writing(url: str) -> None:
    process = writer(url, "Sand", 0)
    begin(process)
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    confirmed = [process.stdout.readline().strip() for _ in range(60)]
    process.send_signal(signal.SIGKILL)
    confirmed += process.stdout.read().split("\n")[:-1]
    process.wait(timeout=60)
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()
    with Journal(url) as journal:
        found = journal.verify()
        head = found.head
        stored = [one.hash for one in journal.events()]
        assert stored[: len(confirmed)] == confirmed
        assert head.count - len(confirmed) in (0, 1)
        assert found.without_text == 0


def test_two_processes_lose_nothing_and_keep_one_chain(tmp_path: Path) -> None:
    two_write_at_once(f"sqlite:///{tmp_path}/team.db")


def test_two_processes_lose_nothing_on_postgresql(empty_postgres: str) -> None:
    two_write_at_once(empty_postgres)


def test_a_killed_process_loses_nothing_that_was_confirmed(tmp_path: Path) -> None:
    killed_while_writing(f"sqlite:///{tmp_path}/killed.db")


def test_a_killed_process_loses_nothing_that_was_confirmed_on_postgresql(empty_postgres: str) -> None:
    killed_while_writing(empty_postgres)


def test_postgresql_keeps_what_sqlite_keeps(empty_postgres: str, lines_claim: Judged, tmp_path: Path) -> None:
    with Journal(empty_postgres) as journal:
        first = journal.append(decide([lines_claim], Ruling("misleading", "naïve ‮ \x00"), reviewer="Sand"))
        assert journal.events() == (first,)
        journal.verify()
        with create_engine(empty_postgres).begin() as connection:
            connection.execute(text("UPDATE journal_events SET body = replace(body, 'Sand', 'Bond')"))
        connection.engine.dispose()
        with pytest.raises(WorkbookError, match="event 1: its content was changed"):
            journal.verify()


def test_a_team_database_that_takes_no_writing_is_one_line(empty_postgres: str, lines_claim: Judged) -> None:
    with Journal(empty_postgres) as journal:
        event.listen(journal._store._engine, "begin", lambda connection: connection.exec_driver_sql("SET TRANSACTION READ ONLY"))
        with pytest.raises(WorkbookError, match="nothing was stored: the journal is read-only"):
            journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))


def test_a_full_disk_is_one_clear_line_and_nothing_half_stored(journal: Journal, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))

    @event.listens_for(journal._store._engine, "begin")
    def _fill(connection: object) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]

    with pytest.raises(WorkbookError) as caught:
        for _ in range(100):
            journal.append(decide([lines_claim], Ruling("misleading", "long " * 300), reviewer="Sand"))
    assert str(caught.value) == f"{journal.name}: nothing was stored: the disk is full; mend that and save again"
    assert journal.verify().head.count == len(journal.events())


def test_a_file_that_may_not_grow_is_one_clear_line(tmp_path: Path) -> None:
    process = subprocess.run(
        [sys.executable, str(WRITER), f"sqlite:///{tmp_path}/small.db", "Sand", "0"],
        input="\n",
        capture_output=True,
        text=True,
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000)),
    )
    last = process.stderr.strip().splitlines()[-1]
    assert last.startswith("helpers.errors.WorkbookError") and "nothing was stored: the disk takes no more" in last
    confirmed = process.stdout.split()[1:]
    with Journal(tmp_path / "small.db") as journal:
        assert journal.verify().without_text == 0
        assert [one.hash for one in journal.events()] == confirmed
        assert len(confirmed) > 3


def test_a_read_only_journal_is_read_but_not_written(journal: Journal, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    with Journal(f"sqlite:///file:{journal.name}?mode=ro&uri=true", clock=journal._clock) as closed:
        assert closed.verify().head.count == 1
        with pytest.raises(WorkbookError, match="nothing was stored: the journal is read-only; mend that and save again"):
            closed.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))


def test_a_journal_that_somebody_keeps_busy_is_one_clear_line(
    journal: Journal, lines_claim: Judged, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    monkeypatch.setattr("helpers.review.store.BUSY_SECONDS", 0.05)
    with Journal(journal.name, clock=journal._clock) as other:
        blocker = sqlite3.connect(journal.name, isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkbookError, match="somebody else has kept the journal busy"):
            other.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
        assert other.verify().head.count == 1
        blocker.close()


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkbookError, match="the journal's folder cannot be made"):
        Journal(tmp_path / "file" / "below" / "journal.db")


def test_a_journal_that_is_named_is_made_when_it_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "below" / "journal.db"
    Journal(file).close()
    assert file.is_file()
    with Journal(file, make=False) as journal:
        assert journal.verify().head == EMPTY


def test_the_default_journal_leaves_nothing_behind_when_it_is_only_looked_at(
    tmp_path: Path, lines_claim: Judged, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "below" / "journal.db"
    monkeypatch.delenv("WORKBOOK_DB", raising=False)
    monkeypatch.setattr("helpers.review.store.DEFAULT", file)
    with Journal() as journal, Journal() as other:
        assert (journal.head(), journal.events(), journal.verify().head) == (EMPTY, (), EMPTY)
        assert not file.parent.exists()
        first = other.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
        assert journal.events() == (first,)
    with pytest.raises(NoJournalError):
        Journal(tmp_path / "other.db", make=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["below"]


def test_sqlite_writes_ahead_and_waits_for_the_disk(journal: Journal, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    with journal._store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 15_000


def test_an_interrupted_writer_leaves_the_journal_as_it_was(journal: Journal, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    before = journal.head()
    store = Store(journal.name)
    with pytest.raises(KeyboardInterrupt), store.writing() as connection:
        connection.execute(EVENTS.delete())
        connection.execute(HEAD.update().values(count=0))
        raise KeyboardInterrupt
    store.close()
    assert journal.verify().head == before


def test_a_new_file_that_another_process_is_setting_up_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Busy:
        def execute(self, words: str) -> None:
            asked.append(words)
            if len(asked) < 3:
                raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(sqlite_file, "BRIEFLY", 0)
    sqlite_file._write_ahead(Busy(), 15)  # type: ignore[arg-type]
    assert len(asked) == 3
    asked.clear()
    with pytest.raises(sqlite3.OperationalError):
        sqlite_file._write_ahead(Busy(), -1)  # type: ignore[arg-type]


@pytest.mark.parametrize("lose", [Path.unlink, lambda file: file.rename(file.with_name("aside.db"))])
def test_a_file_that_is_gone_is_never_said_to_hold_a_decision(journal: Journal, lines_claim: Judged, lose: object) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    lose(Path(journal.name))  # type: ignore[operator]
    for ask in (
        journal.events,
        journal.head,
        lambda: journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand")),
    ):
        with pytest.raises(WorkbookError, match="deleted, moved or replaced while it was open"):
            ask()
    assert not Path(journal.name).exists()


def test_a_file_that_goes_while_a_decision_is_stored_is_told(
    journal: Journal, lines_claim: Judged, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    monkeypatch.setattr("helpers.review.journal.keep", lambda *_: Path(journal.name).unlink())
    with pytest.raises(WorkbookError, match="deleted, moved or replaced while it was open"):
        journal.append(decide([lines_claim], Ruling("substantiated"), reviewer="Sand"))


def test_a_copy_put_in_the_place_of_the_file_is_told(journal: Journal, lines_claim: Judged, tmp_path: Path) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    copy = tmp_path / "copy.db"
    copy.write_bytes(Path(journal.name).read_bytes())
    copy.replace(journal.name)
    with pytest.raises(WorkbookError, match="deleted, moved or replaced while it was open"):
        journal.append(decide([lines_claim], Ruling("substantiated"), reviewer="Sand"))


def test_decisions_that_only_a_lost_log_holds_are_told(journal: Journal, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    Path(f"{journal.name}-wal").unlink()
    with pytest.raises(WorkbookError):
        journal.append(decide([lines_claim], Ruling("substantiated"), reviewer="Sand"))


@pytest.mark.parametrize("lock", ["SELECT * FROM journal_head FOR UPDATE", "LOCK TABLE journal_events, journal_head"])
def test_a_team_database_that_somebody_keeps_locked_is_one_clear_line(
    empty_postgres: str, lines_claim: Judged, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    monkeypatch.setattr("helpers.review.store.BUSY_SECONDS", 0.2)
    engine = create_engine(empty_postgres)
    with Journal(empty_postgres) as journal:
        journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
        with engine.connect() as blocker, blocker.begin():
            blocker.execute(text(lock))
            with pytest.raises(WorkbookError, match="somebody else has kept the journal busy too long"):
                journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
        assert journal.verify().head.count == 1
    engine.dispose()


def test_a_team_database_that_does_not_answer_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpers.review.store.BUSY_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgresql+psycopg://reviewer@127.0.0.1:{silent.getsockname()[1]}/workbook"
        with pytest.raises(WorkbookError, match=r"workbook: it cannot be opened: .*timeout expired"):
            Journal(address)


def test_a_head_is_noted_by_each_machine_that_writes_to_a_team_database(empty_postgres: str, lines_claim: Judged) -> None:
    with Journal(empty_postgres) as journal:
        journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
        journal.append(decide([lines_claim], Ruling("substantiated"), reviewer="Sand"))
    engine = create_engine(empty_postgres)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM journal_events WHERE position = 2"))
        connection.execute(text("UPDATE journal_head SET count = 1, hash = (SELECT hash FROM journal_events)"))
    engine.dispose()
    with Journal(empty_postgres) as journal, pytest.raises(WorkbookError, match=r"event 2: .* no longer holds what was noted in"):
        journal.events()
