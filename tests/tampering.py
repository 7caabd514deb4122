"""What somebody may do to a journal behind its back: each way, and what is said of it."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from helpers.model.decision import EMPTY
from helpers.review import chain


def _do(journal: Path, *statements: str) -> None:
    with closing(sqlite3.connect(journal)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def _rewrite(journal: Path, *, keep: int | None = None, change: Callable[[str], str] = str) -> None:
    """Write the first ``keep`` events anew, each sealed again, and a head to match."""
    with closing(sqlite3.connect(journal)) as connection, connection:
        bodies = [body for (body,) in connection.execute("SELECT body FROM journal_events ORDER BY position")][:keep]
        connection.execute("DELETE FROM journal_events")
        previous = EMPTY.hash
        for position, body in enumerate(bodies, start=1):
            record = json.loads(change(body))
            record["previous"] = previous
            sealed = chain._dump(record)
            previous = chain._digest(sealed)
            connection.execute("INSERT INTO journal_events VALUES (?, ?, ?)", (position, previous, sealed))
        connection.execute("UPDATE journal_head SET count = ?, hash = ?", (len(bodies), previous))


def verdict_changed(journal: Path) -> None:
    _do(journal, "UPDATE journal_events SET body = replace(body, 'misleading', 'substantiated') WHERE position = 1")


def one_event_sealed_again(journal: Path) -> None:
    with closing(sqlite3.connect(journal)) as connection, connection:
        (body,) = connection.execute("SELECT body FROM journal_events WHERE position = 2").fetchone()
        forged = body.replace("misleading", "substantiated")
        connection.execute("UPDATE journal_events SET body = ?, hash = ? WHERE position = 2", (forged, chain._digest(forged)))


def event_lost(journal: Path) -> None:
    _do(journal, "DELETE FROM journal_events WHERE position = 2")


def event_added(journal: Path) -> None:
    _do(journal, f"INSERT INTO journal_events SELECT count + 1, '{'a' * 64}', '{{}}' FROM journal_head")


def events_reordered(journal: Path) -> None:
    _do(
        journal,
        "UPDATE journal_events SET position = -1 WHERE position = 1",
        "UPDATE journal_events SET position = 1 WHERE position = 2",
        "UPDATE journal_events SET position = 2 WHERE position = -1",
    )


def tail_cut(journal: Path) -> None:
    _do(journal, "DELETE FROM journal_events WHERE position = (SELECT count FROM journal_head)")


def tail_cut_with_its_head(journal: Path) -> None:
    _rewrite(journal, keep=2)


def rewritten_whole(journal: Path) -> None:
    _rewrite(journal, change=lambda body: body.replace("misleading", "substantiated"))


def head_changed(journal: Path) -> None:
    _do(journal, f"UPDATE journal_head SET hash = '{'b' * 64}'")


def text_changed(journal: Path) -> None:
    _do(journal, "UPDATE journal_texts SET text = CAST('No risks at all.' AS BLOB)")


def deleted(journal: Path) -> None:
    journal.unlink()


def no_words(journal: Path) -> None:
    _do(journal, "UPDATE journal_events SET body = CAST(x'ff' || CAST(body AS BLOB) AS TEXT) WHERE position = 3")


def event_without_decision(journal: Path) -> None:
    _rewrite(journal, change=lambda body: json.dumps({"time": "2026-01-02T00:00:00Z", "previous": ""}))


TOLD: dict[Callable[[Path], None], str] = {
    verdict_changed: "event 1: its content was changed after it was written",
    one_event_sealed_again: "event 3: it does not follow the one before",
    event_lost: "event 2: it is missing",
    event_added: "event 4: its content was changed",
    events_reordered: "event 1: it does not follow the one before",
    tail_cut: "the tail was cut",
    tail_cut_with_its_head: "no longer holds what was noted in",
    rewritten_whole: "no longer holds what was noted in",
    head_changed: "not the one that the head names",
    text_changed: "it was changed after it was stored",
    deleted: "no longer holds what was noted in",
    no_words: "event 3: its content was changed",
    event_without_decision: "no longer holds what was noted in",
}
