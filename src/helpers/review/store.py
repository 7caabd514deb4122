"""Where the journal lives: one SQLite file by default, or any database that SQLAlchemy reaches."""

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from helpers.errors import NoJournalError, WorkbookError
from helpers.model.decision import EMPTY
from helpers.paths import DATA

VARIABLE = "WORKBOOK_DB"
DEFAULT = DATA / "decisions" / "journal.db"
BUSY_SECONDS = 15
BRIEFLY = 0.01  # seconds
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
            self._engine, self._file = _engine(address), _file(address)
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError):
            wrong = f"no database can be reached by this address; set {VARIABLE} to a file or a SQLAlchemy URL"
            raise WorkbookError(wrong, path=_without_password(chosen)) from None
        self._found: set[str] = set()
        if not self._holds(HEAD):
            if not make:
                raise NoJournalError(NONE_HERE, path=self.name)
            if url:
                with self._plain_errors("write"):
                    self._begin()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state and holds up no writer."""
        if not self._holds(HEAD):
            with _nothing_yet() as connection:
                yield connection
            return
        with self._plain_errors("open"), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that writes; it is stored whole, or not at all."""
        with self._plain_errors("write"):
            if not (self._holds(HEAD) and self._holds(TEXTS)):
                self._begin()
            with self._transaction() as connection:
                yield connection

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _holds(self, table: Table) -> bool:
        """Say whether a table is there; one that was found stays."""
        if table.name not in self._found and (self._file is None or self._file.exists()):
            with self._plain_errors("open"), self._engine.connect() as connection, connection.begin():
                if inspect(connection).has_table(table.name):
                    self._found.add(table.name)
        return table.name in self._found

    def _begin(self) -> None:
        """Make the tables that are not there; several processes may come at once."""
        if self._file is not None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
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

    @contextmanager
    def _plain_errors(self, doing: str) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise WorkbookError(_plain(str(error.orig), doing), path=self.name) from None
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
    if url.get_backend_name() != "sqlite" or not url.database or url.database.startswith("file:"):
        return None
    return Path(url.database)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Write ahead, confirm only what has reached the disk, and leave transactions to ``_begin_sqlite``."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")


def _write_ahead(connection: Any) -> None:
    """Set how it writes; SQLite does not wait by itself while another process sets the same on a file that is new."""
    last = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > last:
                raise
            time.sleep(BRIEFLY)


def _begin_sqlite(connection: Connection) -> None:
    """Take the writer's place at once, so that nobody else can move the head in between."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


_CAUSES = {
    "full": "the disk is full",
    "disk i/o error": "the disk takes no more, or fails",
    "No space left": "the disk is full",
    "readonly": "the journal is read-only",
    "read-only": "the journal is read-only",
    "unable to open": "the file cannot be opened",
    "locked": "somebody else has kept the journal busy too long",
    "not a database": "this file is no journal",
    "malformed": "the file is damaged",
}


def _plain(message: str, doing: str) -> str:
    first = message.strip().splitlines()[0] if message.strip() else "no reason given"
    cause = next((words for sign, words in _CAUSES.items() if sign.lower() in message.lower()), first)
    return f"nothing was stored: {cause}; mend that and save again" if doing == "write" else f"it cannot be opened: {cause}"
