"""A small page about a made-up treatment, its claims, a clock that ticks by itself, and a journal to write in."""

import datetime
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from helpers.model.claim import Claim, claim_id
from helpers.model.decision import Judged
from helpers.model.document import Document
from helpers.review import Journal, judged

PAGE = """Glow mist at a glance
There is hardly any downtime after glow mist.
Glow mist softens fine lines.
Side effects
A little redness may follow.
In short, glow mist softens fine lines, and most guests go straight back to work.
"""


class Ticking:
    """A clock that moves on by a minute each time somebody looks."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2031, 5, 4, 9, 0, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(minutes=1)
        return self.now


@pytest.fixture
def document_of() -> Callable[..., Document]:
    """Make a document of a text."""

    def make(text: str, source_id: str = "glow") -> Document:
        return Document(source_id, text, hashlib.sha256(text.encode()).hexdigest(), f"{source_id}.txt")

    return make


@pytest.fixture
def claim_in(make_claim: Callable[..., Claim]) -> Callable[..., Claim]:
    """Make a claim of the quote's n-th place in a document; its sentence is its line."""

    def make(document: Document, quote: str, occurrence: int = 0, **said: str | None) -> Claim:
        text, start = document.text, -1
        for _ in range(occurrence + 1):
            start = text.index(quote, start + 1)
        line = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", start)
        parts: dict[str, str | None] = {
            "topic": "efficacy",
            "treatment": "glow_mist",
            "item": "wrinkles",
            "level": "benefit",
        } | said
        identity = claim_id(
            source_id=document.source_id,
            topic=parts["topic"] or "",
            treatment=parts["treatment"] or "",
            item=parts["item"],
            level=parts["level"],
            low=None,
            high=None,
            quote=quote,
            occurrence=occurrence,
        )
        return make_claim(
            claim_id=identity,
            source_id=document.source_id,
            start=start,
            end=start + len(quote),
            quote=quote,
            sentence_start=line,
            sentence_end=len(text) if line_end < 0 else line_end,
            **parts,
        )

    return make


@pytest.fixture
def page(document_of: Callable[..., Document]) -> Document:
    """The page as it was when it was decided."""
    return document_of(PAGE)


@pytest.fixture
def lines_claim(page: Document, claim_in: Callable[..., Claim]) -> Judged:
    """The first of the page's two claims on fine lines, as a reviewer sees it."""
    return judged(claim_in(page, "softens fine lines"), page)


@pytest.fixture
def downtime_claim(page: Document, claim_in: Callable[..., Claim]) -> Judged:
    """The page's claim on downtime, as a reviewer sees it."""
    return judged(claim_in(page, "hardly any downtime", topic="downtime", item=None, level="minimal"), page)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """An empty journal in a file of its own."""
    with Journal(tmp_path / "journal.db", clock=Ticking()) as empty:
        yield empty


@pytest.fixture
def empty_postgres(postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A PostgreSQL database without a journal in it, of which no head is noted."""
    monkeypatch.setenv("WORKBOOK_HEADS", str(tmp_path / "heads"))
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS journal_events, journal_head, journal_texts"))
    engine.dispose()
    return postgres_url
