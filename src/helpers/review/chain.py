"""One event, one line; each carries the hash of the one before, so that nothing changes, goes or moves unseen."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from helpers.errors import WorkbookError
from helpers.model.decision import EMPTY, Decision, Event, Head
from helpers.review.decide import checked

_EVENT = TypeAdapter(Event)


class Row(NamedTuple):
    """An event as it is stored: its place (1 is the first), its hash, and its line without the hash."""

    position: int
    hash: str
    body: str


def seal(decision: Decision, *, time: str, previous: str) -> Event:
    """Make an event of a decision: when, the hash of the event before it, and its own hash."""
    return Event(decision, time, previous, _digest(_dump({"decision": asdict(decision), "previous": previous, "time": time})))


def body(event: Event) -> str:
    """Return the canonical line that the event's hash is taken of: ASCII JSON, keys sorted, no hash."""
    record = asdict(event)
    del record["hash"]
    return _dump(record)


def line(event: Event) -> str:
    """Return the event as one line of a journal file: its canonical line with the hash in it."""
    return _dump(asdict(event))


def read_line(text: str) -> Event:
    """Read one line of a journal file.

    Raises
    ------
    WorkbookError
        It is no event, or not exactly as it was written.
    """
    try:
        event: Event = _EVENT.validate_python(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise WorkbookError(f"this is no event of a journal ({_why(error)}); export the journal again") from None
    if line(event) != text or _digest(body(event)) != event.hash:
        raise WorkbookError("this event was changed after it was written; export the journal again")
    checked(event.decision)
    return event


def read_body(row: Row) -> Event:
    """Read an event as it is stored."""
    event: Event = _EVENT.validate_python({**json.loads(row.body), "hash": row.hash})
    return event


def versions(row: Row) -> set[str]:
    """Return the SHA-256 of every version of a source that an event, which was verified, is about."""
    return {claim["sha256"] for claim in json.loads(row.body)["decision"]["claims"]}


def verify(rows: Iterable[Row], head: Head, *, since: Head = EMPTY) -> Head:
    """Walk the chain once and compare its end with the head.

    Parameters
    ----------
    rows : iterable of Row
        In order of their place.
    head : Head
        What was kept apart from the events.
    since : Head
        A head that was noted earlier, such as a committed one; the journal must still hold it.

    Returns
    -------
    Head
        ``head``, when all is as it was written.

    Raises
    ------
    WorkbookError
        The first place where something was changed, lost, added or reordered, or a tail that was cut.
    """
    last = EMPTY
    noted = since == EMPTY
    for row in rows:
        last = _next(last, row)
        noted = noted or last == since
    if last != head:
        raise WorkbookError(_tail(last, head), place=f"event {last.count}")
    if not noted:
        wrong = "the journal no longer holds what was noted earlier: its past was rewritten"
        raise WorkbookError(wrong, place=f"event {since.count}")
    return last


def _next(last: Head, row: Row) -> Head:
    place = f"event {last.count + 1}"
    if row.position != last.count + 1:
        raise WorkbookError(f"it is missing; the next one there is event {row.position}", place=place)
    if _digest(row.body) != row.hash:
        raise WorkbookError("its content was changed after it was written", place=place)
    if json.loads(row.body).get("previous") != last.hash:
        raise WorkbookError("it does not follow the one before: events were lost, added, changed or reordered here", place=place)
    return Head(row.position, row.hash)


def _tail(last: Head, head: Head) -> str:
    if last.count < head.count:
        return f"the journal ends here, its head counts {head.count}: the tail was cut"
    if last.count > head.count:
        return f"the journal ends here, its head counts {head.count}: events were added past the head, or the head was changed"
    return "the last event is not the one that the head names: one of them was changed"


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return "not valid JSON"


def _dump(record: object) -> str:
    return json.dumps(record, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
