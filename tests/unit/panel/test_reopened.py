import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.model.claim import Claim
from helpers.model.decision import Ruling
from helpers.model.document import Document
from helpers.panel.reopened import reopened_notes
from helpers.review import Journal, decide, judged

REST = "A long visit, coffee and all.\n"
OLD = REST + "No rest is needed.\n" + REST


@pytest.fixture
def noted(make_claim: Callable[..., Claim], tmp_path: Path) -> Callable[..., dict[int, str]]:
    """Decide the claim "No rest" of the old text; return the notes on the claims of a new one, by where these stand."""

    def document(text: str) -> Document:
        return Document("mist", text, hashlib.sha256(text.encode()).hexdigest(), "mist.txt")

    def claims(text: str) -> list[Claim]:
        """Make a claim of the first two words of every line but the visits."""
        found, at = [], 0
        for line in text.splitlines(keepends=True):
            if line != REST:
                quote = " ".join(line.split()[:2])
                place = {"start": at, "end": at + len(quote), "sentence_start": at, "sentence_end": at + len(line.rstrip())}
                found.append(make_claim(claim_id=f"c{at}", source_id="mist", quote=quote, **place))
            at += len(line)
        return found

    def notes(new: str, needed: int = 1) -> dict[int, str]:
        with Journal(tmp_path / "journal.db") as journal:
            journal.append(decide([judged(claims(OLD)[0], document(OLD))], Ruling("misleading"), reviewer="Sand"))
            now = claims(new)
            told = reopened_notes(journal, {"mist": document(new)}, now, needed=needed)
        return {claim.start: told[claim.claim_id] for claim in now if claim.claim_id in told}

    return notes


def test_a_claim_that_stayed_has_no_note(noted: Callable[[str], dict[int, str]]) -> None:
    assert noted(OLD) == {}
    assert noted("Two words more.\n" + OLD) == {}


def test_what_stands_in_its_place_now_is_noted(noted: Callable[[str], dict[int, str]]) -> None:
    words = (
        "Decided before its source changed (Misleading), when it said “No rest”: other words stand in its place. Decide it again."
    )
    assert noted(REST + "Rest for two days.\n" + REST) == {len(REST): words}


def test_where_it_is_ambiguous_every_place_is_noted(noted: Callable[[str], dict[int, str]]) -> None:
    found = noted(OLD + "No rest is needed.\n" + REST)
    assert len(found) == 2
    assert all("2 places that fit equally" in words for words in found.values())


def test_what_vanished_has_no_claim_to_stand_beside(noted: Callable[[str], dict[int, str]]) -> None:
    assert noted(REST + REST) == {}


def test_a_verdict_is_told_only_where_as_many_as_needed_had_decided(noted: Callable[..., dict[int, str]]) -> None:
    (words,) = noted(REST + "Rest for two days.\n" + REST, needed=2).values()
    assert words.startswith("Decided before its source changed, when it said")
