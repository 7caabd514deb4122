"""The journal: decisions are added at its end and never edited."""

import datetime
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, insert, select, update

from helpers.errors import WorkbookError
from helpers.model.decision import EMPTY, Decision, Event, Head
from helpers.review import chain
from helpers.review.decide import checked, may_refer
from helpers.review.store import EVENTS, HEAD, Store

Clock = Callable[[], datetime.datetime]


def utc_now() -> datetime.datetime:
    """Return the time now, in UTC."""
    return datetime.datetime.now(datetime.UTC)


class Journal:
    """An append-only chain of decisions.

    Parameters
    ----------
    url : str or Path or None
        Where it lives (see ``Store``).
    make : bool
        Make it where there is none yet.
    clock : callable
        Gives the time of an event, with its time zone; tests give their own.

    Raises
    ------
    WorkbookError
        From any method: one line, when the store cannot be read or written.
    """

    def __init__(self, url: str | Path | None = None, *, make: bool = True, clock: Clock = utc_now) -> None:
        self._store = Store(url, make=make)
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Where the journal lives, without any password."""
        return self._store.name

    def append(self, decision: Decision) -> Event:
        """Add a decision at the end; when this returns, it is stored for good.

        Raises
        ------
        WorkbookError
            The decision does not hold together, names an event that it may not name, or cannot be stored.
        """
        checked(decision)
        with self._store.writing() as connection:
            may_refer(decision, [self._named(connection, name) for name in decision.refers])
            head = _head(connection, lock=True)
            event = chain.seal(decision, time=_stamp(self._clock()), previous=head.hash)
            _add(connection, head, [event])
        return event

    def extend(self, events: Iterable[Event], *, after: Head) -> Head:
        """Add events that are already sealed, such as those of an exported file.

        Parameters
        ----------
        after : Head
            The head that the first of them follows; the journal must not have moved on since.
        """
        with self._store.writing() as connection:
            head = _head(connection, lock=True)
            if head != after:
                raise WorkbookError("somebody else wrote meanwhile; import again", path=self.name)
            return _add(connection, head, list(events))

    def events(self, *, after: int = 0) -> tuple[Event, ...]:
        """Return the events in order, those after the first ``after``."""
        return tuple(chain.read_body(row) for row in self.rows(after=after))

    def rows(self, *, after: int = 0) -> tuple[chain.Row, ...]:
        """Return the events in order as they are stored."""
        with self._store.reading() as connection:
            return tuple(_rows(connection, after))

    def head(self) -> Head:
        """Return how many events there are and the hash of the last."""
        with self._store.reading() as connection:
            return _head(connection)

    def verify(self, *, since: Head = EMPTY) -> Head:
        """Check every event, their order and the head (see ``chain.verify``)."""
        with self._store.reading() as connection, closing(_rows(connection, 0)) as rows:
            return chain.verify(rows, _head(connection), since=since)

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def _named(self, connection: Connection, name: str) -> Event:
        found = connection.execute(select(EVENTS).where(EVENTS.c.hash == name)).first()
        if found is None:
            raise WorkbookError(f"it names the event {name[:12]}, which is not in the journal", path=self.name)
        return chain.read_body(chain.Row(*found))


def _head(connection: Connection, *, lock: bool = False) -> Head:
    """Read the head; with ``lock``, nobody else can move it until the transaction ends."""
    query = select(HEAD.c["count"], HEAD.c.hash)
    found = connection.execute(query.with_for_update() if lock else query).first()
    if found is None:
        raise WorkbookError("the journal has lost its head; import its last export into a new one")
    return Head(*found)


def _rows(connection: Connection, after: int) -> Generator[chain.Row]:
    query = select(EVENTS).where(EVENTS.c.position > after).order_by(EVENTS.c.position)
    with connection.execute(query, execution_options={"yield_per": 1000}) as result:
        for found in result:
            yield chain.Row(*found)


def _add(connection: Connection, head: Head, events: list[Event]) -> Head:
    if not events:
        return head
    connection.execute(
        insert(EVENTS),
        [{"position": head.count + n, "hash": event.hash, "body": chain.body(event)} for n, event in enumerate(events, start=1)],
    )
    moved = Head(head.count + len(events), events[-1].hash)
    connection.execute(update(HEAD).values(count=moved.count, hash=moved.hash))
    return moved


def _stamp(time: datetime.datetime) -> str:
    if time.tzinfo is None:
        raise WorkbookError("the clock gives a time without a zone; give it in UTC")
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
