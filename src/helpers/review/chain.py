"""One event, one line; each carries the hash of the one before, so that nothing changes, goes or moves unseen."""

import datetime
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from helpers.errors import WorkbookError
from helpers.model.decision import EMPTY, Decision, Event, Head
from helpers.model.visible import is_whole, visible
from helpers.review.decide import checked
from helpers.review.heads import Noted

_EVENT = TypeAdapter(Event)
_DECISION = TypeAdapter(Decision)
_REVIEWER = re.compile(r'"reviewer":("(?:[^"\\]|\\.)*")')  # in a line; within its texts the quotation marks are escaped
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_CHANGED = "its content was changed after it was written"


class Row(NamedTuple):
    """An event as it is stored: its place (1 is the first), its hash, and its line without the hash."""

    position: int
    hash: str
    body: str


def seal(decision: Decision, *, time: str, previous: str) -> Event:
    """Make an event of a decision: when, the hash of the event before it, and its own hash."""
    made = Event(decision, time, previous, "")
    return replace(made, hash=_digest(body(made)))


def body(event: Event) -> str:
    """Return the canonical line that the event's hash is taken of: ASCII JSON, keys sorted, no hash."""
    record = _record(event)
    del record["hash"]
    return _dump(record)


def line(event: Event) -> str:
    """Return the event as one line of a journal file: its canonical line with the hash in it."""
    return _dump(_record(event))


def read_line(text: str) -> Event:
    """Read one line of a journal file.

    Raises
    ------
    WorkbookError
        It is no event, or not exactly as it was written.
    """
    event = _event(text, {})
    if line(event) != text or _digest(body(event)) != event.hash:
        raise WorkbookError("this event was changed after it was written; export the journal again")
    checked(event.decision)
    return event


def read_body(row: Row) -> Event:
    """Read an event as it is stored.

    Raises
    ------
    WorkbookError
        It was changed after it was written, or was no event when somebody sealed it.
    """
    place = f"event {row.position}"
    if _digest(row.body) != row.hash:
        raise WorkbookError(_CHANGED, place=place)
    try:
        return _event(row.body, {"hash": row.hash})
    except WorkbookError as error:
        raise WorkbookError(str(error), place=place) from None


def shown(event: Event, name: str) -> Event:
    """Return an event as people read it: its reviewer under one name, and half characters, which older journals hold, escaped."""
    decision = event.decision
    if decision.reviewer != name:
        decision = replace(decision, reviewer=name)
    if not is_whole(json.dumps(asdict(decision), ensure_ascii=False)):
        decision = _DECISION.validate_python(_visible(asdict(decision)))
    return event if decision is event.decision else replace(event, decision=decision)


def reviewer_of(row: Row) -> str:
    """Return whose event it is, as it stands in the line."""
    found = _REVIEWER.search(row.body)
    return str(json.loads(found[1])) if found else ""


def line_of(row: Row) -> str:
    """Return an event as it is stored as one line of a journal file."""
    return _dump({**json.loads(row.body), "hash": row.hash})


def verify(rows: Iterable[Row], head: Head, *, start: Head = EMPTY, held: Iterable[Noted] = ()) -> Head:
    """Walk the chain once and compare its end with the head.

    Parameters
    ----------
    rows : iterable of Row
        In order of their place.
    head : Head
        What was kept apart from the events.
    start : Head
        Where the walk begins: what was walked before.
    held : iterable of Noted
        Heads that were noted earlier outside the journal; it must still hold each.

    Returns
    -------
    Head
        ``head``, when all is as it was written.

    Raises
    ------
    WorkbookError
        The first place where something was changed, lost, added or reordered, or a tail that was cut.
    """
    last = start
    owed = {one.head: one.where for one in held if one.head.count > start.count}
    for row in rows:
        last = _next(last, row)
        owed.pop(last, None)
    if last != head:
        raise WorkbookError(_tail(last, head), place=f"event {last.count}")
    for missing, where in owed.items():
        wrong = (
            f"the journal of {last.count} events no longer holds what was noted in {where}: it was cut, or its past was "
            "rewritten; bring back the journal that does, or, if an older one was put here on purpose, remove the note"
        )
        raise WorkbookError(wrong, place=f"event {missing.count}")
    return last


def _next(last: Head, row: Row) -> Head:
    place = f"event {last.count + 1}"
    if row.position != last.count + 1:
        raise WorkbookError(f"it is missing; the next one there is event {row.position}", place=place)
    if _digest(row.body) != row.hash:
        raise WorkbookError(_CHANGED, place=place)
    if _previous(row.body) != last.hash:
        raise WorkbookError("it does not follow the one before: events were lost, added, changed or reordered here", place=place)
    return Head(row.position, row.hash)


def _previous(body: str) -> object:
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return record.get("previous") if isinstance(record, dict) else None


def _event(text: str, more: Mapping[str, str]) -> Event:
    """Read an event, to which ``more`` belongs."""
    try:
        record = json.loads(text)
        event: Event = _EVENT.validate_python({**record, **more} if more else record)
        if not _TIME.fullmatch(event.time):
            raise ValueError
        datetime.datetime.fromisoformat(event.time)
    except ValidationError as error:
        first = error.errors()[0]
        why = f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    except json.JSONDecodeError:
        why = "not valid JSON"
    except (ValueError, TypeError, RecursionError):
        why = "not written as an event is"
    else:
        return event
    raise WorkbookError(f"this is no event of a journal ({why}); export the journal again")


def _tail(last: Head, head: Head) -> str:
    if last.count < head.count:
        return f"the journal ends here, its head counts {head.count}: the tail was cut"
    if last.count > head.count:
        return f"the journal ends here, its head counts {head.count}: events were added past the head, or the head was changed"
    return "the last event is not the one that the head names: one of them was changed"


def _record(event: Event) -> dict[str, Any]:
    """Return an event as it is written; what older events did not have is left out where it says nothing."""
    record = asdict(event)
    for claim in record["decision"]["claims"]:
        if claim["says"] is None:
            del claim["says"]
        if not claim["read_by"]:
            del claim["read_by"]
    return record


def _visible(record: object) -> object:
    if isinstance(record, str):
        return visible(record)
    if isinstance(record, dict):
        return {name: _visible(part) for name, part in record.items()}
    return [_visible(part) for part in record] if isinstance(record, list | tuple) else record


def _dump(record: object) -> str:
    return json.dumps(record, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
