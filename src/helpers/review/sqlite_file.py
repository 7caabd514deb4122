"""The journal as one SQLite file: opened on a medium that takes no writing too, and still the one that was opened."""

import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from helpers.errors import WorkbookError

BRIEFLY = 0.01  # seconds
GONE = (
    "nothing is safe here: the journal's file was deleted, moved or replaced while it was open; put it back, or open the journal "
    "anew and decide again"
)
WAL_BEHIND = (
    "its last decisions stand in the -wal file beside it, which cannot be read there; copy both to a folder that takes writing"
)


class SqliteFile:
    """The file under a journal.

    Parameters
    ----------
    path : Path
    busy : float
        Seconds to wait for another writer.
    """

    def __init__(self, path: Path, busy: float) -> None:
        self.path, self._busy = path, busy
        self._opened: tuple[int, int] | None = None

    def engine(self, url: URL) -> Engine:
        """Return what opens connections to the file."""
        made = create_engine(url, creator=self._connect)
        event.listen(made, "begin", begin_sqlite)
        return made

    def check(self) -> None:
        """Refuse to go on where the file is no longer the one that was opened.

        Raises
        ------
        WorkbookError
            It was deleted, moved or replaced.
        """
        if self._opened is not None and self._identity() != self._opened:
            raise WorkbookError(GONE, path=self.path)

    def confirm(self, query: str, expected: str) -> None:
        """Ask what was stored of the file as the next one who opens it will find it.

        Raises
        ------
        WorkbookError
            It does not hold what was stored.
        """
        self.check()
        with suppress(sqlite3.Error), closing(self._bare(_address(self.path, "mode=ro"))) as other:
            if other.execute(query).fetchone() == (expected,):
                self.check()
                return
        raise WorkbookError(GONE, path=self.path)

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _connect(self) -> sqlite3.Connection:
        connection = self._open()
        if self._opened is None:
            self._opened = self._identity()
        return connection

    def _open(self) -> sqlite3.Connection:
        """Open for writing; where the medium takes none, for reading, and where it cannot even say so, as it lies there."""
        if self.path.exists() and not self.path.is_file():
            raise WorkbookError("this is no file; name the one that holds the journal", path=self.path)
        if self._takes_writing():
            connection = self._bare(str(self.path))
            try:
                prepare(connection, self._busy)
            except sqlite3.Error:
                connection.close()
                raise
            return connection
        with suppress(sqlite3.OperationalError):
            connection = self._bare(_address(self.path, "mode=ro"))
            try:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return connection
            except sqlite3.OperationalError:
                connection.close()
        wal = self.path.with_name(self.path.name + "-wal")
        if wal.exists() and wal.stat().st_size:
            raise WorkbookError(WAL_BEHIND, path=self.path)
        return self._bare(_address(self.path, "mode=ro&immutable=1"))

    def _takes_writing(self) -> bool:
        folder = self.path.absolute().parent
        return os.access(folder, os.W_OK) and (os.access(self.path, os.W_OK) or not self.path.exists())

    def _bare(self, address: str) -> sqlite3.Connection:
        is_uri = address.startswith("file:")
        opened = sqlite3.connect(address, timeout=self._busy, check_same_thread=False, isolation_level=None, uri=is_uri)
        opened.text_factory = _readable
        return opened


def prepare(connection: sqlite3.Connection, busy: float) -> None:
    """Write ahead, confirm only what has reached the disk, and leave transactions to ``begin_sqlite``."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {round(busy * 1000)}")
    _write_ahead(connection, busy)
    connection.execute("PRAGMA synchronous = FULL")


def _write_ahead(connection: sqlite3.Connection, busy: float) -> None:
    """Set how it writes; SQLite does not wait by itself while another process sets the same on a file that is new."""
    last = time.monotonic() + busy
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > last:
                raise
            time.sleep(BRIEFLY)


def _address(path: Path, how: str) -> str:
    return f"file:{quote(str(path.absolute()))}?{how}"


def _readable(content: bytes) -> str:
    """Return a text as it is stored; bytes that are none stay visible as what no event holds."""
    return content.decode(errors="surrogateescape")


def begin_sqlite(connection: Connection) -> None:
    """Take the writer's place at once, so that nobody else can move the head in between."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
