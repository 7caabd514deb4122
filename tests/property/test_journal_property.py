"""Whatever is done to a journal behind its back is found, and whatever is decided comes back as it was."""

import datetime
import hashlib
import itertools
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import EMPTY, HARMLESS, MISREAD, VERDICTS, Anchor, Decision, Event, Head, Judged, Ruling, Says
from helpers.model.document import Document
from helpers.review import Journal, anchor, chain, export_journal, find, import_journal
from helpers.review.texts import line, read_line

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)  # half a character is refused at the door
NAMES = st.sampled_from(["Sand", "Brook", "Dr. Ødegård"])
RULINGS = st.builds(
    Ruling,
    verdict=st.sampled_from([verdict for verdict in VERDICTS if verdict != MISREAD]),
    reason=ANY_TEXT,
    wording=ANY_TEXT,
    references=st.lists(ANY_TEXT, max_size=2).map(tuple),
    expires=st.none() | st.dates(min_value=datetime.date(1990, 1, 1)).map(datetime.date.isoformat),
).filter(lambda ruling: ruling.verdict != HARMLESS or bool(ruling.reason.strip()))  # no reason, no ruling: refused at the door
ANCHORS = st.builds(Anchor, ANY_TEXT, ANY_TEXT, ANY_TEXT, *[st.integers(0, 10**9)] * 4, st.integers(-1, 2))
BOUNDS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
SAYS = st.builds(
    Says,
    topic=st.just("pain") | ANY_TEXT.filter(bool),
    treatment=ANY_TEXT,
    item=st.none() | ANY_TEXT,
    level=st.none() | ANY_TEXT,
    low=BOUNDS,
    high=BOUNDS,
    unit=st.none() | ANY_TEXT,
    vague=st.booleans(),
    rule=ANY_TEXT,
)
CLAIMS = st.builds(Judged, st.uuids().map(str), ANY_TEXT, ANY_TEXT, st.just("one statement"), ANCHORS)
READ = st.builds(Judged, st.uuids().map(str), ANY_TEXT, ANY_TEXT, st.just("one statement"), ANCHORS, SAYS)


def some(claims: st.SearchStrategy[Judged], most: int = 3) -> st.SearchStrategy[tuple[Judged, ...]]:
    return st.lists(claims, min_size=1, max_size=most, unique_by=lambda claim: claim.claim_id).map(tuple)


DECIDED = st.builds(
    Decision,
    kind=st.just("decide"),
    reviewer=NAMES,
    claims=some(CLAIMS),
    exceptions=st.lists(ANY_TEXT, max_size=2).map(tuple),
    ruling=RULINGS,
    pack=ANY_TEXT,
)
MISREADINGS = st.builds(
    Decision, kind=st.just("decide"), reviewer=NAMES, claims=some(READ), ruling=st.builds(Ruling, st.just(MISREAD), ANY_TEXT)
)
MISSED = st.builds(Decision, kind=st.just("missed"), reviewer=NAMES, claims=some(READ, 1), pack=ANY_TEXT)
DECISIONS = DECIDED | MISREADINGS | MISSED
NOON = datetime.datetime(2031, 5, 4, 12, tzinfo=datetime.UTC)


def sealed(decisions: list[Decision]) -> list[Event]:
    events: list[Event] = []
    for decision in decisions:
        previous = events[-1].hash if events else EMPTY.hash
        events.append(chain.seal(decision, time="2031-05-04T12:00:00Z", previous=previous))
    return events


def rows(events: list[Event]) -> list[chain.Row]:
    return [chain.Row(number, event.hash, chain.body(event)) for number, event in enumerate(events, start=1)]


@given(st.lists(DECISIONS, max_size=5))
def test_a_line_is_read_as_it_was_written(decisions: list[Decision]) -> None:
    for event in sealed(decisions):
        text = chain.line(event)
        assert text.isascii() and "\n" not in text
        assert chain.read_line(text) == event


@given(st.lists(DECISIONS, min_size=1, max_size=6), st.data())
def test_one_character_changed_anywhere_is_found(decisions: list[Decision], data: st.DataObject) -> None:
    events = sealed(decisions)
    stored = rows(events)
    head = Head(len(events), events[-1].hash)
    assert chain.verify(stored, head) == head
    at = data.draw(st.integers(0, len(stored) - 1))
    body = stored[at].body
    place = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.characters(codec="ascii").filter(lambda letter: letter != body[place]))
    stored[at] = stored[at]._replace(body=body[:place] + other + body[place + 1 :])
    with pytest.raises(WorkbookError, match=f"event {at + 1}: its content was changed"):
        chain.verify(stored, head)


@given(st.lists(DECISIONS, min_size=2, max_size=6), st.data())
def test_any_other_selection_or_order_of_events_is_found(decisions: list[Decision], data: st.DataObject) -> None:
    events = sealed(decisions)
    head = Head(len(events), events[-1].hash)
    kept = data.draw(st.lists(st.sampled_from(events), max_size=len(events) + 1).filter(lambda chosen: chosen != events))
    with pytest.raises(WorkbookError):
        chain.verify(rows(kept), head)


@settings(max_examples=25)
@given(st.lists(DECISIONS, max_size=4))
def test_a_journal_survives_its_journey_through_a_file(decisions: list[Decision]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.jsonl"
        with Journal(Path(folder) / "a.db", clock=lambda: NOON) as first, Journal(Path(folder) / "b.db") as second:
            for decision in decisions:
                first.append(decision)
            export_journal(first, path)
            assert import_journal(second, path) == (len(decisions), 0)
            assert import_journal(second, path) == (0, 0)
            assert first.events() == second.events()
            assert first.head() == second.verify().head


TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("\0\r\n\ufeff\u202e\u2066\x85\u2028"), max_size=60)


def decisions_on(texts: list[str]) -> list[tuple[Decision, Document]]:
    """Make a decision on each text, all of them versions of one page."""
    documents = [Document("page", text, hashlib.sha256(text.encode()).hexdigest(), "page.md") for text in texts]
    anchor = Anchor("", "", "", 0, 0, 0, 0, -1)
    return [
        (Decision("decide", "Sand", (Judged("c", "page", one.sha256, "s", anchor),), ruling=Ruling("misleading")), one)
        for one in documents
    ]


@settings(max_examples=25)
@given(st.lists(TEXTS, max_size=4))
def test_texts_survive_their_journey_through_a_file(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.jsonl"
        with Journal(Path(folder) / "a.db", clock=lambda: NOON) as first, Journal(Path(folder) / "b.db") as second:
            for decision, document in decisions_on(texts):
                first.append(decision, [document])
            export_journal(first, path)
            assert import_journal(second, path) == (len(texts), len(set(texts)))
            assert import_journal(second, path) == (0, 0)
            assert set(second.texts().values()) == set(texts)
            assert first.verify() == second.verify()


@settings(max_examples=50)
@given(st.lists(TEXTS, min_size=1, max_size=3, unique=True), st.data())
def test_one_byte_changed_in_a_text_is_found(texts: list[str], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, Journal(Path(folder) / "a.db", clock=lambda: NOON) as journal:
        for decision, document in decisions_on(texts):
            journal.append(decision, [document])
        assert journal.verify().texts == len(texts)
        content = data.draw(st.sampled_from(texts)).encode()
        place = data.draw(st.integers(0, len(content)))
        other = data.draw(st.binary(max_size=2).filter(lambda put: put != content[place : place + 1]))
        name = hashlib.sha256(content).hexdigest()
        with closing(sqlite3.connect(journal.name)) as database, database:
            database.execute(
                "UPDATE journal_texts SET text = ? WHERE sha256 = ?", (content[:place] + other + content[place + 1 :], name)
            )
        with pytest.raises(WorkbookError, match=f"text {name}: it was changed after it was stored"):
            journal.verify()


@given(TEXTS, st.data())
def test_a_line_of_a_text_is_read_only_as_it_was_written(text: str, data: st.DataObject) -> None:
    name = hashlib.sha256(text.encode()).hexdigest()
    written = line(name, text)
    assert written.isascii() and len(written.splitlines()) == 1
    assert read_line(written) == (name, text)
    place = data.draw(st.integers(0, len(written) - 1))
    other = data.draw(st.characters(codec="ascii").filter(lambda letter: letter != written[place]))
    with pytest.raises(WorkbookError):
        read_line(written[:place] + other + written[place + 1 :])


SENTENCES = st.lists(
    st.sampled_from(
        ["No rest is needed.", "Mist softens lines.", "Guests go home at once.", "It smells of pine.", "Ask the team."]
    ),
    min_size=1,
    max_size=9,
)


def claims_of(text: str) -> list[Claim]:
    """Make a claim of every line but its last character."""
    starts = itertools.accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
    return [
        Claim(
            hashlib.sha256(f"{start}".encode()).hexdigest()[:16], "glow", "t", "m", None, None, None, None, None, False,
            "asserted", "body", start, start + len(line) - 1, line[:-1], start, start + len(line), "r",
        )
        for start, line in zip(starts, text.split("\n"), strict=False)
    ]  # fmt: skip


@given(SENTENCES)
def test_in_an_unchanged_text_a_place_is_its_own_or_one_of_true_twins(lines: list[str]) -> None:
    text = "\n".join(lines)
    for claim in claims_of(text):
        place = find(anchor(claim, text), text)
        assert place.found in ("unchanged", "ambiguous")
        if place.found == "unchanged":
            assert (place.start, place.end) == (claim.start, claim.end)
        else:
            assert text.count(claim.quote) > 1


@given(SENTENCES, SENTENCES)
def test_what_is_said_to_stay_stands_there_word_for_word(old: list[str], new: list[str]) -> None:
    before, after = "\n".join(old), "\n".join(new)
    for claim in claims_of(before):
        place = find(anchor(claim, before), after)
        if place.found in ("unchanged", "moved"):
            assert after[place.start : place.end] == claim.quote
            assert (place.start == claim.start) == (place.found == "unchanged")


@given(SENTENCES, st.integers(0, 8))
def test_a_deleted_sentence_never_hands_its_decision_to_a_lookalike(lines: list[str], at: int) -> None:
    """Delete one of several equal sentences: its decision must not be found on another that was there before."""
    at %= len(lines)
    before, after = "\n".join(lines), "\n".join([*lines[:at], *lines[at + 1 :]])
    if lines.count(lines[at]) > 1:
        place = find(anchor(claims_of(before)[at], before), after)
        if place.start is not None and place.found in ("unchanged", "moved"):
            others = [claim for n, claim in enumerate(claims_of(before)) if n != at and claim.quote == lines[at][:-1]]
            fits = [anchor(other, before) for other in others]
            new = next(claim for claim in claims_of(after) if claim.start == place.start)
            now = anchor(new, after)
            assert all((now.prefix, now.suffix) != (one.prefix, one.suffix) for one in fits)
