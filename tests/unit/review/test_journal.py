import datetime
import sqlite3
from pathlib import Path

import pytest

from helpers.errors import WorkbookError
from helpers.model.decision import EMPTY, NO_EVENT, Head, Judged, Ruling
from helpers.review import Journal, Verified, decide


@pytest.fixture
def five(journal: Journal, lines_claim: Judged) -> Journal:
    for reason in ("one", "two", "three", "four", "five"):
        journal.append(decide([lines_claim], Ruling("misleading", reason), reviewer="Sand"))
    return journal


def change(journal: Journal, *statements: str) -> None:
    with sqlite3.connect(journal.name) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_each_event_carries_the_hash_of_the_one_before(five: Journal) -> None:
    events = five.events()
    assert [event.previous for event in events] == [NO_EVENT, *(event.hash for event in events[:-1])]
    assert five.head() == Head(5, events[-1].hash) == five.verify().head
    assert [event.decision.ruling.reason for event in five.events(after=3) if event.decision.ruling] == ["four", "five"]


def test_times_come_from_the_clock_in_utc(tmp_path: Path, lines_claim: Judged) -> None:
    east = datetime.timezone(datetime.timedelta(hours=5))
    with Journal(tmp_path / "j.db", clock=lambda: datetime.datetime(2031, 1, 1, 2, 30, 5, 999, tzinfo=east)) as journal:
        assert journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand")).time == "2030-12-31T21:30:05Z"
    with (
        Journal(tmp_path / "j.db", clock=lambda: datetime.datetime(2031, 1, 1)) as journal,
        pytest.raises(WorkbookError, match="without a zone"),
    ):
        journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))


def test_the_same_decisions_at_the_same_times_give_the_same_chain(tmp_path: Path, lines_claim: Judged) -> None:
    noon = datetime.datetime(2031, 1, 1, 12, tzinfo=datetime.UTC)
    heads = set()
    for name in ("a.db", "b.db"):
        with Journal(tmp_path / name, clock=lambda: noon) as journal:
            journal.append(decide([lines_claim], Ruling("misleading", "naïve ‮ claim \x00"), reviewer="Sand"))
            heads.add(journal.verify().head)
    assert len(heads) == 1


def test_what_was_written_is_there_for_the_next_who_opens_it(five: Journal) -> None:
    with Journal(five.name) as again:
        assert again.events() == five.events()


@pytest.mark.parametrize(
    ("statements", "message"),
    [
        (
            ["UPDATE journal_events SET body = replace(body, 'three', 'drei') WHERE position = 3"],
            "event 3: its content was changed",
        ),
        (["UPDATE journal_events SET hash = 'f' WHERE position = 2"], "event 2: its content was changed"),
        (["DELETE FROM journal_events WHERE position = 2"], "event 2: it is missing"),
        (["DELETE FROM journal_events WHERE position = 1"], "event 1: it is missing"),
        (
            [
                "DELETE FROM journal_events WHERE position = 2",
                "UPDATE journal_events SET position = position - 1 WHERE position > 2",
            ],
            "event 2: it does not follow",
        ),
        (
            [
                "UPDATE journal_events SET position = -1 WHERE position = 2",
                "UPDATE journal_events SET position = 2 WHERE position = 3",
                "UPDATE journal_events SET position = 3 WHERE position = -1",
            ],
            "event 2: it does not follow",
        ),
        (
            ["DELETE FROM journal_events WHERE position > 3"],
            "event 3: the journal ends here, its head counts 5: the tail was cut",
        ),
        (["DELETE FROM journal_events"], "event 0: the journal ends here, its head counts 5: the tail was cut"),
        (["UPDATE journal_head SET count = 4"], "past the head"),
        (["UPDATE journal_head SET hash = 'f'"], "not the one that the head names"),
        (["DELETE FROM journal_head"], "lost its head"),
    ],
)
def test_verify_finds_what_was_done_behind_its_back(five: Journal, statements: list[str], message: str) -> None:
    change(five, *statements)
    with pytest.raises(WorkbookError, match=message):
        five.verify()


def test_a_head_noted_earlier_shows_a_past_that_was_rewritten_with_its_head(
    five: Journal, lines_claim: Judged, tmp_path: Path
) -> None:
    noted = five.head()
    five.append(decide([lines_claim], Ruling("substantiated"), reviewer="Brook"))
    assert five.verify(since=noted).head.count == 6
    with Journal(tmp_path / "forged.db") as forged:
        for _ in range(6):
            forged.append(decide([lines_claim], Ruling("substantiated"), reviewer="Brook"))
        assert forged.verify().head.count == 6
        with pytest.raises(WorkbookError, match="its past was rewritten"):
            forged.verify(since=noted)


def test_an_empty_journal_holds_together(journal: Journal) -> None:
    assert journal.verify() == Verified(EMPTY, texts=0, without_text=0)
    assert journal.events() == ()
    assert journal.texts() == {}


def test_the_variable_says_where_the_journal_lives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines_claim: Judged) -> None:
    monkeypatch.setenv("WORKBOOK_DB", f"sqlite:///{tmp_path}/team/shared.db")
    with Journal() as journal:
        journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
        assert journal.name.endswith("team/shared.db")
    assert (tmp_path / "team" / "shared.db").exists()


def test_a_file_name_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_DB", str(tmp_path / "mine.db"))
    with Journal() as journal:
        assert journal.name == str(tmp_path / "mine.db")


@pytest.mark.parametrize("url", ["nothing://x", "://", "oracle+nodriver://host/x"])
def test_an_address_of_no_database_says_what_to_set(url: str) -> None:
    with pytest.raises(WorkbookError, match="set WORKBOOK_DB to a file or a SQLAlchemy URL"):
        Journal(url)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(WorkbookError) as caught:
        Journal("postgresql+psycopg://reviewer:hush-hush@127.0.0.1:1/workbook")
    assert "hush-hush" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_journal_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("just some notes, long enough to be taken for a file with a header of its own " * 3)
    with pytest.raises(WorkbookError, match=r"notes\.db: .*this file is no journal"):
        Journal(tmp_path / "notes.db")


def test_two_journals_open_at_once_continue_one_chain(five: Journal, lines_claim: Judged) -> None:
    with Journal(five.name, clock=five._clock) as other:
        for turn in (five, other, five):
            turn.append(decide([lines_claim], Ruling("out_of_scope"), reviewer="Sand"))
        assert other.verify().head == five.verify().head == Head(8, five.events()[-1].hash)
