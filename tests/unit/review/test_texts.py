"""The texts that were decided on are kept with the decision, each once, and a change in one is found."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, text

from helpers.errors import WorkbookError
from helpers.load import read_document
from helpers.model.claim import Claim
from helpers.model.decision import Judged, Ruling
from helpers.model.document import Document
from helpers.review import Journal, Verified, decide, judged, undo
from helpers.review.store import TEXTS, Store

FINE = Ruling("substantiated")
HOSTILE = "\ufeffGlow mist\r\nsoftens\x00 lines\x1b[31m.\r\u202eAsk \u2066us\u2069 \x85\u2028 anything \U0001f600.\n"


@pytest.fixture(params=["sqlite", "postgresql"])
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("empty_postgres"))
    return f"sqlite:///{tmp_path}/anywhere.db"


@pytest.fixture
def judged_in(claim_in: Callable[..., Claim]) -> Callable[..., Judged]:
    """Make a claim of a quote in a document, as a reviewer sees it."""
    return lambda document, quote: judged(claim_in(document, quote), document)


def change(url: str, statement: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_the_text_that_was_decided_on_is_kept_once(anywhere: str, page: Document, lines_claim: Judged) -> None:
    with Journal(anywhere) as journal:
        for name in ("Sand", "Brook"):
            journal.append(decide([lines_claim], FINE, reviewer=name), [page])
        assert journal.texts() == {page.sha256: page.text}
        assert journal.text(page.sha256) == page.text
        assert journal.text("0" * 64) is None
        assert journal.verify() == Verified(journal.head(), texts=1, without_text=0)
    with Journal(anywhere) as again:
        assert again.text(page.sha256) == page.text


def test_a_hostile_text_comes_back_as_its_file_is(
    anywhere: str, tmp_path: Path, judged_in: Callable[[Document, str], Judged]
) -> None:
    file = tmp_path / "hostile.md"
    file.write_bytes(HOSTILE.encode())
    document = read_document(file)
    with Journal(anywhere) as journal:
        journal.append(decide([judged_in(document, "softens")], FINE, reviewer="Sand"), [document])
        kept = journal.text(document.sha256)
        assert kept is not None and kept.encode() == file.read_bytes()
        assert journal.verify().texts == 1


def test_only_documents_that_the_decision_names_are_kept(
    journal: Journal, page: Document, lines_claim: Judged, document_of: Callable[..., Document]
) -> None:
    journal.append(decide([lines_claim], FINE, reviewer="Sand"), [document_of("Another page.", "other"), page])
    assert list(journal.texts()) == [page.sha256]


def test_an_undo_keeps_no_text(journal: Journal, page: Document, lines_claim: Judged) -> None:
    first = journal.append(decide([lines_claim], FINE, reviewer="Sand"))
    journal.append(undo(first, reviewer="Sand"), [page])
    assert journal.texts() == {}
    assert journal.verify() == Verified(journal.head(), texts=0, without_text=1)


def test_each_version_has_its_own_text(
    journal: Journal, page: Document, document_of: Callable[..., Document], judged_in: Callable[[Document, str], Judged]
) -> None:
    later = document_of(page.text + "Since May.\n")
    for document in (page, later, page):
        journal.append(decide([judged_in(document, "softens fine lines")], FINE, reviewer="Sand"), [document])
    assert journal.texts() == {page.sha256: page.text, later.sha256: later.text}


def test_more_documents_than_one_question_may_name(
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
    document_of: Callable[..., Document],
    judged_in: Callable[[Document, str], Judged],
) -> None:
    monkeypatch.setattr("helpers.review.texts.AT_ONCE", 2)
    pages = [document_of(f"Mist {number} softens lines.\n", f"page-{number}") for number in range(5)]
    for some in (pages[:2], pages):
        group = [replace(judged_in(one, "softens"), statement_id="one") for one in some]
        journal.append(decide(group, FINE, reviewer="Sand"), pages)
    assert journal.texts() == {one.sha256: one.text for one in pages}
    assert journal.verify().texts == 5


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sha256": "5e" * 32}, "source glow: the decision is about another version of it; give the document that it names"),
        ({"text": "Glow mist.\r\n"}, "source glow: its text is not the one that its SHA-256 names; load it from its file"),
        ({"text": "Half \ud800."}, "source glow: its text is not the one that its SHA-256 names; load it from its file"),
    ],
)
def test_another_text_than_the_one_decided_on_is_refused(
    journal: Journal, page: Document, lines_claim: Judged, changes: dict[str, str], message: str
) -> None:
    with pytest.raises(WorkbookError) as caught:
        journal.append(decide([lines_claim], FINE, reviewer="Sand"), [replace(page, **changes)])
    assert str(caught.value) == message
    assert journal.events() == ()
    assert journal.texts() == {}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_texts SET text = 'Glow mist smooths wrinkles.'",
        "UPDATE journal_texts SET text = ''",
        "UPDATE journal_texts SET sha256 = 'f'",
    ],
)
def test_verify_finds_a_text_that_was_changed(anywhere: str, page: Document, lines_claim: Judged, statement: str) -> None:
    with Journal(anywhere) as journal:
        journal.append(decide([lines_claim], FINE, reviewer="Sand"), [page])
        change(anywhere, statement)
        for read in (journal.verify, journal.texts):
            with pytest.raises(WorkbookError, match=r"^text (f|[0-9a-f]{64}): it was changed after it was stored; import"):
                read()


def test_bytes_that_are_no_text_are_found_under_their_own_hash(journal: Journal, page: Document, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], FINE, reviewer="Sand"), [page])
    hash_of_ff = "a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89"
    change(f"sqlite:///{journal.name}", f"INSERT INTO journal_texts VALUES ('{hash_of_ff}', x'ff')")
    with pytest.raises(WorkbookError, match=f"text {hash_of_ff}: it was changed"):
        journal.verify()


def test_a_text_that_was_taken_out_is_counted(journal: Journal, page: Document, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], FINE, reviewer="Sand"), [page])
    change(f"sqlite:///{journal.name}", "DELETE FROM journal_texts")
    assert journal.verify() == Verified(journal.head(), texts=0, without_text=1)


def test_a_journal_begun_before_texts_were_kept_gets_them_with_its_next_decision(
    anywhere: str, page: Document, lines_claim: Judged
) -> None:
    with Journal(anywhere) as journal:
        journal.append(decide([lines_claim], FINE, reviewer="Sand"))
    change(anywhere, "DROP TABLE journal_texts")
    with Journal(anywhere) as old:
        assert old.texts() == {}
        assert old.text(page.sha256) is None
        assert old.verify() == Verified(old.head(), texts=0, without_text=1)
        first = old.events()
        old.append(decide([lines_claim], FINE, reviewer="Brook"), [page])
        assert old.events()[:1] == first
        assert old.texts() == {page.sha256: page.text}
        assert old.verify() == Verified(old.head(), texts=1, without_text=0)


def test_an_older_journal_that_is_only_looked_at_stays_as_it_is(journal: Journal, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], FINE, reviewer="Sand"))
    change(f"sqlite:///{journal.name}", "DROP TABLE journal_texts")
    with Journal(f"sqlite:///file:{journal.name}?mode=ro&uri=true") as closed:
        assert closed.verify().without_text == 1
        with pytest.raises(WorkbookError, match="nothing was stored: the journal is read-only"):
            closed.append(decide([lines_claim], FINE, reviewer="Sand"))
    with sqlite3.connect(journal.name) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'journal_texts'").fetchall() == []
    connection.close()


def test_a_text_that_finds_no_room_takes_its_decision_with_it(
    journal: Journal, page: Document, lines_claim: Judged, document_of: Callable[..., Document], judged_in: Callable[..., Judged]
) -> None:
    journal.append(decide([lines_claim], FINE, reviewer="Sand"), [page])
    before = journal.verify()

    @event.listens_for(journal._store._engine, "begin")
    def _fill(connection: object) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]

    long = document_of(page.text + "It smells of pine. " * 9000)
    with pytest.raises(WorkbookError, match="nothing was stored: the disk is full; mend that and save again"):
        journal.append(decide([judged_in(long, "softens fine lines")], FINE, reviewer="Sand"), [long])
    assert journal.verify() == before
    assert list(journal.texts()) == [page.sha256]


def test_an_interrupted_writer_leaves_no_text_behind(journal: Journal, page: Document, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], FINE, reviewer="Sand"))
    store = Store(journal.name)
    with pytest.raises(KeyboardInterrupt), store.writing() as connection:
        connection.execute(TEXTS.insert().values(sha256=page.sha256, text=page.text.encode()))
        raise KeyboardInterrupt
    store.close()
    assert journal.texts() == {}
