"""The journal: decisions are added at its end and never edited."""

import datetime
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, insert, select, update

from helpers.errors import WorkbookError
from helpers.model.decision import EMPTY, Decision, Event, Head
from helpers.model.document import Document
from helpers.review import chain
from helpers.review.decide import may_enter, may_refer
from helpers.review.heads import Noted, note, noted
from helpers.review.people import as_written, known_as, no_lookalike, person
from helpers.review.store import EVENTS, HEAD, Store
from helpers.review.texts import keep, kept, texts_of
from helpers.review.times import goes_back, in_order, stamp

Clock = Callable[[], datetime.datetime]


def utc_now() -> datetime.datetime:
    """Return the time now, in UTC."""
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True, slots=True)
class Verified:
    """What a journal holds, when all of it is as it was written.

    Attributes
    ----------
    head : Head
    texts : int
        How many texts are kept.
    without_text : int
        How many versions were decided on whose text is not kept: older journals kept none.
    back : tuple of int
        The events whose time lies before that of the event before them: a clock was wrong.
    """

    head: Head
    texts: int
    without_text: int
    back: tuple[int, ...] = ()


class Journal:
    """An append-only chain of decisions, and the texts that they were taken on.

    Parameters
    ----------
    url : str or Path or None
        Where it lives (see ``Store``).
    make : bool
        Make it where there is none yet: at once where ``url`` names it, with its first decision where it is the default one.
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
        self._walked: dict[int, str] = {}
        self._people: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Where the journal lives, without any password."""
        return self._store.name

    def append(self, decision: Decision, documents: Iterable[Document] = ()) -> Event:
        """Add a decision at the end; when this returns, it is stored for good.

        Parameters
        ----------
        documents : iterable of Document
            The sources as the reviewer saw them; the texts of those that the decision names are kept with it, each once.

        Raises
        ------
        WorkbookError
            The decision does not hold together, names an event that it may not name or another version than that of a
            document, or cannot be stored.
        """
        may_enter(decision)
        texts = texts_of(decision, documents)
        self._before_writing()
        with self._store.writing() as connection:
            head = self._walk(connection, (), lock=True)
            decision = replace(decision, reviewer=self._spelling(decision.reviewer))
            may_refer(decision, [self._named(connection, name) for name in decision.refers])
            event = chain.seal(decision, time=stamp(self._clock()), previous=head.hash)
            in_order(self._last(connection, head), [event])
            moved = _add(connection, head, [event])
            keep(connection, texts)
        self._stored(moved, [event])
        return event

    def extend(self, events: Iterable[Event], *, after: Head, texts: Mapping[str, str] | None = None) -> Head:
        """Add events that are already sealed, such as those of an exported file.

        Parameters
        ----------
        after : Head
            The head that the first of them follows; the journal must not have moved on since.
        texts : mapping of str to str, optional
            By SHA-256, texts to keep.
        """
        self._before_writing()
        with self._store.writing() as connection:
            head = self._walk(connection, (), lock=True)
            if head != after:
                raise WorkbookError("somebody else wrote meanwhile; import again", path=self.name)
            events = list(events)
            for event in events:
                self._spelling(event.decision.reviewer)
            in_order(self._last(connection, head), events)
            keep(connection, texts or {})
            moved = _add(connection, head, events)
        self._stored(moved, events)
        return moved

    def events(self, *, after: int = 0) -> tuple[Event, ...]:
        """Return the events in order, those after the first ``after``, each person under one name."""
        found = (chain.read_body(row) for row in self.rows(after=after))
        return tuple(chain.shown(event, known_as(event.decision.reviewer, self._people)) for event in found)

    def known_as(self, name: str) -> str:
        """Return the name under which the journal knows a person, however it is typed; else the name as it would hold it."""
        self.head()
        return known_as(name, self._people)

    def rows(self, *, after: int = 0) -> tuple[chain.Row, ...]:
        """Return the events in order as they are stored."""
        noted = self._noted()
        with self._store.reading() as connection:
            if not self._walked:
                _check_texts(connection)
            start = self._known(connection, after)
            rows = tuple(_rows(connection, start.count))
            self._keep(chain.verify(self._named_in(rows), _head(connection), start=start, held=noted))
        return rows[after - start.count :]

    def text(self, sha256: str) -> str | None:
        """Return the text of a version that was decided on; None where it is not kept."""
        noted = self._noted()
        with self._store.reading() as connection:
            self._walk(connection, noted)
            return dict(kept(connection, sha256)).get(sha256)

    def texts(self) -> dict[str, str]:
        """Return every text that is kept, by SHA-256."""
        noted = self._noted()
        with self._store.reading() as connection:
            self._walk(connection, noted)
            return dict(kept(connection))

    def head(self) -> Head:
        """Return how many events there are and the hash of the last."""
        noted = self._noted()
        with self._store.reading() as connection:
            return self._walk(connection, noted)

    def verify(self, *, since: Head = EMPTY) -> Verified:
        """Check every event, their order and the head (see ``chain.verify``), and every text against its SHA-256.

        Parameters
        ----------
        since : Head
            A head that was noted earlier, such as a committed one; the journal must still hold it.
        """
        noted = [*self._noted(), *([Noted(since, "what --since names")] if since != EMPTY else [])]
        with self._store.reading() as connection:
            with closing(_rows(connection, 0)) as rows:
                head = chain.verify(rows, _head(connection), held=noted)
            there = {sha256 for sha256, _ in kept(connection)}
            decided: set[str] = set()
            back: list[int] = []
            with closing(_rows(connection, 0)) as rows:
                before = ""
                for row in rows:
                    event = chain.read_body(row)
                    decided.update(claim.sha256 for claim in event.decision.claims)
                    if before and goes_back(before, event.time):
                        back.append(row.position)
                    before = event.time
        return Verified(head, texts=len(there), without_text=len(decided - there), back=tuple(back))

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def _walk(self, connection: Connection, noted: Sequence[Noted], *, lock: bool = False) -> Head:
        """Verify what was added since this journal was last walked; the first time all of it, and every text."""
        head = _head(connection, lock=lock)
        if not self._walked:
            _check_texts(connection)
        start = self._known(connection, max(self._walked, default=0))
        with closing(_rows(connection, start.count)) as rows:
            return self._keep(chain.verify(self._named_in(rows), head, start=start, held=noted))

    def _known(self, connection: Connection, count: int) -> Head:
        """Return the head of the first ``count`` events where they were walked before, else that of none.

        Raises
        ------
        WorkbookError
            They are no longer the ones that were walked.
        """
        if count not in self._walked:
            return EMPTY
        there = connection.execute(select(EVENTS.c.hash).where(EVENTS.c.position == count)).scalar()
        if count and there != self._walked[count]:
            wrong = "the journal was cut, or its past was rewritten, since it was opened; bring back the one that was opened"
            raise WorkbookError(wrong, place=f"event {count}")
        return Head(count, self._walked[count])

    def _named_in(self, rows: Iterable[chain.Row]) -> Iterator[chain.Row]:
        """Give the events, and take in whose they are."""
        for row in rows:
            self._meet(chain.reviewer_of(row))
            yield row

    def _meet(self, name: str) -> None:
        self._people.setdefault(person(name), as_written(name))

    def _spelling(self, name: str) -> str:
        """Return the name under which the journal knows who decides, and refuse one that looks like another's."""
        if person(name) not in self._people:
            no_lookalike(name, self._people.values())
        return known_as(name, self._people)

    def _keep(self, head: Head) -> Head:
        """Remember how far the journal was walked, so that nobody reads on from what was not verified, and none does it twice."""
        self._walked[head.count] = head.hash
        return head

    def _before_writing(self) -> None:
        """Verify the journal while nobody is held up by it: nothing is added to one that does not hold together."""
        self.head()

    def _noted(self) -> tuple[Noted, ...]:
        return noted(self._store.noted_at)

    def _stored(self, head: Head, events: Sequence[Event]) -> None:
        """Make sure that it is there for whoever comes next, and note the head outside the journal."""
        if head.count:
            self._store.confirm(head)
            note(self._store.noted_at, head)
        for event in events:
            self._meet(event.decision.reviewer)
        self._keep(head)

    def _last(self, connection: Connection, head: Head) -> Event | None:
        return self._named(connection, head.hash) if head.count else None

    def _named(self, connection: Connection, name: str) -> Event:
        found = connection.execute(select(EVENTS).where(EVENTS.c.hash == name)).first()
        if found is None:
            raise WorkbookError(f"it names the event {name[:12]}, which is not in the journal", path=self.name)
        return chain.read_body(_row(*found))


def _head(connection: Connection, *, lock: bool = False) -> Head:
    """Read the head; with ``lock``, nobody else can move it until the transaction ends."""
    query = select(HEAD.c["count"], HEAD.c.hash)
    found = connection.execute(query.with_for_update() if lock else query).first()
    if found is None:
        raise WorkbookError("the journal has lost its head; import its last export into a new one")
    head = Head(*found)
    if type(head.count) is not int or not isinstance(head.hash, str):
        raise WorkbookError("the journal's head was changed; import its last export into a new one")
    return head


def _rows(connection: Connection, after: int) -> Generator[chain.Row]:
    query = select(EVENTS).where(EVENTS.c.position > after).order_by(EVENTS.c.position)
    with connection.execute(query, execution_options={"yield_per": 1000}) as result:
        for found in result:
            yield _row(*found)


def _row(position: object, sealed: object, body: object) -> chain.Row:
    """Return an event as it is stored; a database may hold anything in any column."""
    if type(position) is not int or not isinstance(sealed, str) or not isinstance(body, str):
        raise WorkbookError("its content was changed after it was written", place=f"event {position!r}")
    return chain.Row(position, sealed, body)


def _check_texts(connection: Connection) -> None:
    for _ in kept(connection):
        pass


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
