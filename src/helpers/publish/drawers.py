"""A library that was laid out, as a table in a few bytes: a draft looks up in it what speaks about its words."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import Any

from helpers.publish.index import Entry, Look

AT_ONCE = 500  # keys that one question names


def packed(laid_out: Iterable[Entry]) -> bytes:
    """Return a library that was laid out as bytes that ``unpacked`` reads."""
    with closing(sqlite3.connect(":memory:")) as table:
        table.execute("CREATE TABLE entries (drawer TEXT, key TEXT, value TEXT, PRIMARY KEY (drawer, key)) WITHOUT ROWID")
        rows = ((one.drawer, one.key, json.dumps(one.value)) for one in laid_out)
        table.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
        table.commit()
        return table.serialize()


def unpacked(content: bytes) -> Look:
    """Return what looks up in a library as ``packed`` returned it."""
    table = sqlite3.connect(":memory:", check_same_thread=False)
    table.deserialize(content)

    def look(drawer: str, keys: Iterable[str]) -> dict[str, Any]:
        asked = list(keys)
        found: dict[str, Any] = {}
        for at in range(0, len(asked), AT_ONCE):
            some = asked[at : at + AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = table.execute(f"SELECT key, value FROM entries WHERE drawer = ? AND key IN ({marks})", (drawer, *some))
            found |= {key: json.loads(value) for key, value in rows}
        return {key: found[key] for key in asked if key in found}

    return look
