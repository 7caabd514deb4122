"""What reviewers said of how a page was read: nothing rests on what was misread, and what was missed is a claim."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.desk import Desk, day_of
from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import Event, Judged, Ruling, Says
from helpers.model.document import Document
from helpers.model.review import Past, Review
from helpers.pipeline import Pipeline
from helpers.review import (
    Journal,
    as_read,
    claim_at,
    decide,
    export_journal,
    follow,
    import_journal,
    judged,
    missed,
    past_of,
    reopened,
    undo,
)
from helpers.review.chain import line, read_line

TEXT = """Microneedling at the Heath Rooms

You can expect two days of downtime. The room smells of pine.

Guests with diabetes are seen by a nurse first.
"""
WORDS = "Guests with diabetes are seen by a nurse first"


def page(text: str = TEXT) -> Document:
    return Document("heath", text, hashlib.sha256(text.encode()).hexdigest(), "heath.txt")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.db") as opened:
        yield opened


@pytest.fixture
def downtime() -> Claim:
    return next(claim for claim in read().claims if claim.topic == "downtime")


def read(journal: Journal | None = None, text: str = TEXT, needed: int = 1) -> Review:
    past = past_of(journal, [page(text)], needed=needed) if journal else Past()
    return Pipeline.of().review([page(text)], past=past)


def misread(claim: Claim) -> Judged:
    return replace(judged(claim, page()), says=as_read(claim))


def say_misread(journal: Journal, claim: Claim, who: str = "Sand") -> Event:
    return journal.append(decide([misread(claim)], Ruling("misread", "It speaks of the room."), reviewer=who), [page()])


def say_missed(journal: Journal, says: Says) -> Event:
    start = TEXT.index(WORDS)
    sentences = Pipeline.of().read(page()).segmented.sentences
    claim = claim_at(page(), sentences, start, start + len(WORDS), says)
    return journal.append(missed(claim, page(), reviewer="Sand"), [page()])


def test_nothing_rests_on_what_was_misread_and_nobody_is_asked_again(journal: Journal, downtime: Claim) -> None:
    event = say_misread(journal, downtime)
    found = read(journal)
    assert downtime.claim_id not in {claim.claim_id for claim in (*found.claims, *found.to_judge)}
    assert found.misread == (downtime,)
    assert all(downtime.claim_id not in one.claim_ids for one in (*found.findings, *found.cards, *found.ledger))
    [row] = [row for row in found.ledger if row.start == downtime.sentence_start]
    assert (row.status, "reviewers looked at it" in row.reason) == ("no claim", True)
    journal.append(undo(event, reviewer="Sand"))
    assert read(journal) == read()


def test_with_two_reviewers_one_alone_hides_nothing(journal: Journal, downtime: Claim) -> None:
    say_misread(journal, downtime)
    assert not read(journal, needed=2).misread
    say_misread(journal, downtime, "Brook")
    assert read(journal, needed=2).misread == (downtime,)


def test_what_was_misread_is_nothing_to_publish_even_before_the_page_is_read_anew(journal: Journal, downtime: Claim) -> None:
    stale = read()
    say_misread(journal, downtime)
    for review in (stale, read(journal)):
        desk = Desk(Pipeline.of(), review, journal.events(), as_of=day_of("2031-01-01"))
        assert downtime.claim_id not in {row.claim_id for row in desk.queue}


def test_a_misreading_follows_its_sentence_and_never_reopens(journal: Journal, downtime: Claim) -> None:
    say_misread(journal, downtime)
    moved = read(journal, f"New on top.\n\n{TEXT}")
    assert [claim.quote for claim in moved.misread] == [downtime.quote]
    edited = TEXT.replace("You can expect", "Expect at least")
    changed = read(journal, edited)
    assert not changed.misread
    following = follow(
        {one for event in journal.events() for one in event.decision.claims}, {"heath": page(edited)}, changed.to_follow
    )
    assert reopened(journal.events(), following) == ()


def test_what_was_missed_is_a_claim_like_others_as_long_as_its_words_stand(journal: Journal) -> None:
    event = say_missed(journal, Says("contraindication", "microneedling", "diabetes"))
    [claim] = [claim for claim in read(journal).claims if claim.rule == "reviewer"]
    assert (claim.topic, claim.item, claim.quote) == ("contraindication", "diabetes", WORDS)
    assert claim.claim_id in {one.claim_id for one in read(journal).to_judge}
    assert TEXT[claim.sentence_start : claim.sentence_end] == f"{WORDS}."
    assert [one.quote for one in read(journal, f"On top.\n\n{TEXT}").claims if one.rule == "reviewer"] == [WORDS]
    assert not [one for one in read(journal, TEXT.replace("diabetes", "asthma")).claims if one.rule == "reviewer"]
    journal.append(undo(event, reviewer="Sand"))
    assert read(journal) == read()


def test_what_a_rule_reads_by_now_is_not_said_twice(journal: Journal, downtime: Claim) -> None:
    start, end = downtime.start, downtime.end
    sentences = Pipeline.of().read(page()).segmented.sentences
    again = claim_at(page(), sentences, start, end, as_read(downtime))
    journal.append(missed(again, page(), reviewer="Sand"), [page()])
    assert read(journal).claims == read().claims


def test_the_new_events_are_verified_exported_and_imported(journal: Journal, downtime: Claim, tmp_path: Path) -> None:
    say_misread(journal, downtime)
    say_missed(journal, Says("contraindication", "microneedling", "diabetes"))
    assert journal.verify().head.count == 2
    export_journal(journal, tmp_path / "out.jsonl")
    with Journal(tmp_path / "other.db") as other:
        assert import_journal(other, tmp_path / "out.jsonl") == (2, 1)
        assert other.events() == journal.events()
    told = (tmp_path / "out.jsonl").read_text().splitlines()
    (tmp_path / "out.jsonl").write_text("\n".join(told).replace('"diabetes"', '"asthma"') + "\n")
    with Journal(tmp_path / "third.db") as third, pytest.raises(WorkbookError, match="line 2: this event was changed"):
        import_journal(third, tmp_path / "out.jsonl")


def test_events_without_a_reading_are_written_as_they_always_were(journal: Journal, downtime: Claim) -> None:
    event = journal.append(decide([judged(downtime, page())], Ruling("misleading", "why"), reviewer="Sand"), [page()])
    [claim] = json.loads(line(event))["decision"]["claims"]
    assert sorted(claim) == ["anchor", "claim_id", "sha256", "source_id", "statement_id"]
    assert read_line(line(event)) == event


def test_what_says_nothing_is_refused(downtime: Claim) -> None:
    with pytest.raises(WorkbookError, match="told with what was read"):
        decide([judged(downtime, page())], Ruling("misread", "no"), reviewer="Sand")
    with pytest.raises(WorkbookError, match="choose a topic"):
        missed(replace(downtime, topic=""), page(), reviewer="Sand")


def test_what_was_missed_on_a_topic_of_another_pack_is_left_to_that_pack(journal: Journal) -> None:
    say_missed(journal, Says("roof_tiles"))
    say_missed(journal, Says("pain", "microneedling", None, "purple"))
    assert read(journal) == read()
