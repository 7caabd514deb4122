"""Where the journal's file is, and what exactly it holds, told without opening it."""

import os
from pathlib import Path

from helpers.kept import key_of
from helpers.paths import DATA

VARIABLE = "WORKBOOK_DB"
SINCE = "WORKBOOK_SINCE"
DEFAULT = DATA / "decisions" / "journal.db"
BESIDE = ("", "-wal", ".head.json")  # the file, what was not moved into it yet, and the note of its head


def journal_file(named: str = "") -> Path | None:
    """Return the file that a journal is named by; None where it is in a database.

    Parameters
    ----------
    named : str
        An SQLite file or a SQLAlchemy URL; empty is ``WORKBOOK_DB``, else the default.
    """
    chosen = named or os.environ.get(VARIABLE) or str(DEFAULT)
    return None if "://" in chosen else Path(chosen)


def journal_state(named: str = "") -> str | None:
    """Return a hash of everything that a journal's answer rests on; None where only opening it tells.

    It is over the bytes and not over the head: a journal whose past was changed is another one, and is verified again.
    """
    file = journal_file(named)
    if file is None or (named and not file.exists()):
        return None
    since = os.environ.get(SINCE, "")
    try:
        parts = [path.read_bytes() if path.is_file() else b"" for path in (file.with_name(file.name + end) for end in BESIDE)]
        noted = [Path(since), Path(since).with_suffix(".head.json")] if since else []
        parts += [path.read_bytes() for path in noted if path.is_file()]
    except (OSError, ValueError):
        return None
    return key_of([str(file), since, *parts])
