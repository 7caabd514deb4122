import datetime
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.model.claim import Claim
from helpers.model.decision import Ruling
from helpers.model.document import Document
from helpers.panel.reopened import lapsed
from helpers.panel.rows import Lapsed
from helpers.review import Journal, decide, judged

REST = "A long visit, coffee and all.\n"
OLD = REST + "No rest is needed.\n" + REST


@pytest.fixture
def noted(make_claim: Callable[..., Claim], tmp_path: Path) -> Callable[..., dict[int, Lapsed]]:
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

    def notes(new: str, needed: int = 1) -> dict[int, Lapsed]:
        with Journal(tmp_path / "journal.db", clock=lambda: datetime.datetime(2031, 5, 4, tzinfo=datetime.UTC)) as journal:
            journal.append(decide([judged(claims(OLD)[0], document(OLD))], Ruling("misleading"), reviewer="Sand"))
            now = claims(new)
            told = lapsed(journal, {"mist": document(new)}, now, needed=needed)
        return {claim.start: told[claim.claim_id][0] for claim in now if claim.claim_id in told}

    return notes


def test_a_claim_that_stayed_has_no_note(noted: Callable[[str], dict[int, Lapsed]]) -> None:
    assert noted(OLD) == {}
    assert noted("Two words more.\n" + OLD) == {}


def test_what_stands_in_its_place_now_is_told_with_who_when_and_what_changed(noted: Callable[..., dict[int, Lapsed]]) -> None:
    assert noted(REST + "Rest for two days.\n" + REST) == {
        len(REST): {
            "words": "Decided before: Sand, 2031-05-04: Misleading. Since then other words stand in its place. Decide it again.",
            "changes": [["gone", "No rest is needed."], ["new", "Rest for two days."]],
        }
    }
    [edited] = noted(REST + "No rest is ever needed.\n" + REST).values()
    assert edited["changes"] == [["same", "No rest is"], ["new", "ever"], ["same", "needed."]]


def test_where_it_is_ambiguous_every_place_is_noted(noted: Callable[[str], dict[int, Lapsed]]) -> None:
    found = noted(OLD + "No rest is needed.\n" + REST)
    assert len(found) == 2
    assert all("2 places that fit equally" in one["words"] and not one["changes"] for one in found.values())


def test_what_vanished_has_no_claim_to_stand_beside(noted: Callable[[str], dict[int, Lapsed]]) -> None:
    assert noted(REST + REST) == {}


def test_a_verdict_is_told_only_where_as_many_as_needed_had_decided(noted: Callable[..., dict[int, Lapsed]]) -> None:
    (one,) = noted(REST + "Rest for two days.\n" + REST, needed=2).values()
    assert one["words"].startswith("Decided before. Since then")
