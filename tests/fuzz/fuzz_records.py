"""Damaged journals, exported journals with their heads and texts, manifests and claim tables."""

import datetime
import hashlib
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from mutate import run

from helpers.export import read_table, write_table
from helpers.load import read_manifest
from helpers.model import Claim, Document
from helpers.model.decision import Anchor, Judged, Ruling
from helpers.review import Journal, decide, export_journal, import_journal, undo

Kind = tuple[str, bytes, Callable[[Path], object]]
TEXT = "Mist softens lines. It may sting.\n"
CLAIM = Claim(
    claim_id="0123456789abcdef",
    source_id="page",
    topic="downtime",
    treatment="mesotherapy",
    item=None,
    level="minimal",
    low=1,
    high=2.5,
    unit="day",
    vague=False,
    certainty="asserted",
    zone="body",
    start=0,
    end=15,
    quote="little downtime",
    sentence_start=0,
    sentence_end=16,
    rule="downtime.word",
)
MANIFEST = f"""sources:
  page.txt:
    title: A page
    publisher: null
    date: 2024-02-03
    sells: nothing
    sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
"""


def kinds() -> list[Kind]:
    """Return each kind of file: its name, one that is whole, and what reads it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_journal(folder / "journal.db")
        with Journal(folder / "journal.db") as journal:
            export_journal(journal, folder / "export.jsonl")
        with closing(sqlite3.connect(folder / "journal.db")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        parts = {part: (folder / part).read_bytes() for part in ("export.jsonl", "export.head.json", "export.texts.jsonl")}
        tables = {}
        for suffix in ("csv", "jsonl", "parquet"):
            write_table([CLAIM], Claim, folder / f"claims.{suffix}")
            tables[f"claims.{suffix}"] = (folder / f"claims.{suffix}").read_bytes()
        database = (folder / "journal.db").read_bytes()
    return [
        ("journal.db", database, _read_database),
        *((part, content, lambda file: _import(file, parts)) for part, content in parts.items()),
        ("manifest.yml", MANIFEST.encode(), _read_manifest),
        *((table, content, read_table) for table, content in tables.items()),
    ]


def _write_journal(file: Path) -> None:
    page = Document("page", TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), "page.txt")
    claim = Judged("0" * 16, "page", page.sha256, "f" * 16, Anchor("softens lines", "Mist ", ".", 5, 18, 0, 19, -1))
    with Journal(file, clock=lambda: datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)) as journal:
        for number in range(6):
            event = journal.append(decide([claim], Ruling("misleading", f"seen {number}"), reviewer="Sand"), [page])
        journal.append(undo(event, reviewer="Sand"))


def _read_database(file: Path) -> None:
    with Journal(file, make=False) as journal:
        journal.verify()
        journal.events()
        journal.texts()


def _import(file: Path, parts: dict[str, bytes]) -> None:
    for part, content in parts.items():
        if not (file.parent / part).exists():
            (file.parent / part).write_bytes(content)
    with Journal(":memory:") as journal:
        import_journal(journal, file.parent / "export.jsonl")


def _read_manifest(file: Path) -> None:
    (file.parent / "page.txt").write_text(TEXT, encoding="utf-8")
    read_manifest(file.parent)


if __name__ == "__main__":
    run(kinds())
