"""Where the journal lives: one SQLite file by default, or any database that SQLAlchemy reaches."""

import math
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from helpers.errors import NoJournalError, WorkbookError
from helpers.journal_file import DEFAULT, VARIABLE
from helpers.model.decision import EMPTY, Head
from helpers.review.heads import note_path
from helpers.review.sqlite_file import SqliteFile, begin_sqlite, prepare

BUSY_SECONDS = 15
NONE_HERE = "there is no journal here; name the one that holds the decisions"
SETUP_LOCK = 5_021_977  # any number that nothing else in a shared database uses

_METADATA = MetaData()
EVENTS = Table(
    "journal_events",
    _METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("body", Text, nullable=False),
)
HEAD = Table(
    "journal_head",
    _METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("count", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)
TEXTS = Table(
    "journal_texts",
    _METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("text", LargeBinary, nullable=False),  # the file's bytes: PostgreSQL takes no NUL in words
)


class Store:
    """Three tables: the events in order, the head, and the texts; one writer at a time, in one transaction.

    A journal that is named is made when it is opened. The default one is made with its first decision, so that who only looks
    leaves nothing behind; one that was begun before texts were kept gets their table with its next decision.

    Parameters
    ----------
    url : str or Path or None
        A SQLAlchemy URL or an SQLite file; by default the variable ``WORKBOOK_DB``, else ``data/decisions/journal.db``.
    make : bool
        Begin one where there is none yet; until the default one is begun, it reads as empty.

    Raises
    ------
    WorkbookError
        The database cannot be reached, or there is no journal in it and none is to be made (``NoJournalError``).
    """

    def __init__(self, url: str | Path | None = None, *, make: bool = True) -> None:
        chosen = str(url or os.environ.get(VARIABLE) or DEFAULT)
        is_url = "://" in chosen
        try:
            address = make_url(chosen) if is_url else URL.create("sqlite", database=chosen)
            self.name = address.render_as_string(hide_password=True) if is_url else chosen
            file = _file(address)
            self._file = SqliteFile(file, BUSY_SECONDS) if file is not None else None
            self._engine = self._file.engine(address) if self._file is not None else _engine(address)
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError):
            wrong = f"no database can be reached by this address; set {VARIABLE} to a file or a SQLAlchemy URL"
            raise WorkbookError(wrong, path=_without_password(chosen)) from None
        self.noted_at = None if _in_memory(address) else note_path(file, self.name)
        self._found: set[str] = set()
        if not self._holds(HEAD):
            if not make:
                raise NoJournalError(NONE_HERE, path=self.name)
            if url and not (
                self.noted_at is not None and self.noted_at.exists()
            ):  # one of which a head is noted was there before
                with self._plain_errors("write"):
                    self._begin()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state and holds up no writer."""
        self._check_file()
        if not self._holds(HEAD):
            with _nothing_yet() as connection:
                yield connection
            return
        with self._plain_errors("open"), self._engine.connect() as bare:
            one_state = {"isolation_level": "REPEATABLE READ"} if bare.dialect.name == "postgresql" else {}
            connection = bare.execution_options(**one_state)
            with connection.begin():
                yield connection
        self._check_file()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that writes; it is stored whole, or not at all."""
        self._check_file()
        with self._plain_errors("write"):
            if not (self._holds(HEAD) and self._holds(TEXTS)):
                self._begin()
            with self._transaction() as connection:
                yield connection
        self._check_file()

    def confirm(self, head: Head) -> None:
        """Make sure that what was stored is there for the next one who opens the journal.

        Raises
        ------
        WorkbookError
            Its file was deleted, moved or replaced meanwhile.
        """
        if self._file is not None:
            self._file.confirm(f"SELECT hash FROM journal_events WHERE position = {head.count}", head.hash)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _holds(self, table: Table) -> bool:
        """Say whether a table is there; one that was found stays."""
        if table.name not in self._found and (self._file is None or self._file.path.exists()):
            with self._plain_errors("open"), self._engine.connect() as connection, connection.begin():
                if inspect(connection).has_table(table.name):
                    self._found.add(table.name)
        return table.name in self._found

    def _begin(self) -> None:
        """Make the tables that are not there; several processes may come at once."""
        if self._file is not None:
            self._file.path.parent.mkdir(parents=True, exist_ok=True)
        with self._transaction() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": SETUP_LOCK})
            _make_tables(connection)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._engine.connect() as bare:
            connection = bare.execution_options(writing=True)
            with connection.begin():
                yield connection

    def _check_file(self) -> None:
        if self._file is not None:
            self._file.check()

    @contextmanager
    def _plain_errors(self, doing: str) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise WorkbookError(_plain(str(error.orig), doing), path=self.name) from None
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise WorkbookError(_plain(str(error), doing), path=self.name) from None
        except UnicodeDecodeError:  # SQLite quotes what it found in a damaged schema
            raise WorkbookError(_plain("malformed", doing), path=self.name) from None
        except OSError as error:
            wrong = f"the journal's folder cannot be made ({error.strerror}); choose another place"
            raise WorkbookError(wrong, path=self.name) from None


def _without_password(address: str) -> str:
    """Hide what stands between the scheme and the host of an address that could not be read."""
    return re.sub(r"//.*@", "//***@", address)


def _make_tables(connection: Connection) -> None:
    _METADATA.create_all(connection)
    if connection.execute(select(HEAD.c.id)).first() is None:
        connection.execute(insert(HEAD).values(id=1, count=EMPTY.count, hash=EMPTY.hash))


@contextmanager
def _nothing_yet() -> Iterator[Connection]:
    """Open an empty journal in memory: what there is before the first decision."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        _make_tables(connection)
        yield connection
    engine.dispose()


def _file(url: URL) -> Path | None:
    """Return the file of an SQLite database that is named as a file."""
    if url.get_backend_name() != "sqlite" or not url.database or url.query or url.database.startswith((":memory:", "file:")):
        return None
    return Path(url.database)


def _in_memory(url: URL) -> bool:
    return url.get_backend_name() == "sqlite" and _file(url) is None


def _engine(url: URL) -> Engine:
    """Return what reaches a database that is no plain file; it waits for nobody longer than ``BUSY_SECONDS``."""
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", begin_sqlite)
        return engine
    has_timeout = url.get_driver_name().startswith("psycopg") and "connect_timeout" not in url.query
    patience = {"connect_timeout": math.ceil(BUSY_SECONDS)} if has_timeout else {}
    engine = create_engine(url, pool_pre_ping=True, connect_args=patience)
    if url.get_backend_name() == "postgresql":
        event.listen(engine, "connect", _wait_no_longer)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    with suppress(sqlite3.OperationalError):  # an address may ask for reading only
        prepare(connection, BUSY_SECONDS)


def _wait_no_longer(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
    connection.commit()


_CAUSES = {
    "full": "the disk is full",
    "disk i/o error": "the disk takes no more, or fails",
    "No space left": "the disk is full",
    "readonly": "the journal is read-only",
    "read-only": "the journal is read-only",
    "unable to open": "the file cannot be opened",
    "lock timeout": "somebody else has kept the journal busy too long",
    "locked": "somebody else has kept the journal busy too long",
    "not a database": "this file is no journal",
    "malformed": "the file is damaged",
}


def _plain(message: str, doing: str) -> str:
    first = message.strip().splitlines()[0] if message.strip() else "no reason given"
    cause = next((words for sign, words in _CAUSES.items() if sign.lower() in message.lower()), first)
    return f"nothing was stored: {cause}; mend that and save again" if doing == "write" else f"it cannot be opened: {cause}"
