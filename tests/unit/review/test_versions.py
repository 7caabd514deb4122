"""The version of a page before the one of now, from what was decided on."""

from collections.abc import Callable

import pytest

from helpers.model.claim import Claim
from helpers.model.decision import Decision, Judged, Ruling
from helpers.model.document import Document
from helpers.review import Journal, decide, judged, last_versions, undo

FIRST, SECOND, THIRD = ("Mist softens lines.\n", "Mist softens fine lines.\n", "Mist softens most lines.\n")


@pytest.fixture
def decided(
    journal: Journal, document_of: Callable[..., Document], claim_in: Callable[..., Claim]
) -> Callable[..., dict[str, Document]]:
    """Decide on versions one after the other; return the last versions of the sources as they are now."""

    def review(*versions: tuple[str, str], now: dict[str, str]) -> dict[str, Document]:
        for source_id, text in versions:
            document = document_of(text, source_id)
            claim = judged(claim_in(document, "Mist softens"), document)
            journal.append(decide([claim], Ruling("misleading"), reviewer="Sand"), [document])
        documents = {source_id: document_of(text, source_id) for source_id, text in now.items()}
        return last_versions(journal.events(), journal.texts(), documents)

    return review


def test_of_a_page_that_changed_it_is_the_version_decided_on(
    decided: Callable[..., dict[str, Document]], document_of: Callable[..., Document]
) -> None:
    assert decided(("glow", FIRST), now={"glow": SECOND}) == {"glow": document_of(FIRST, "glow")}


def test_of_several_it_is_the_one_decided_on_last(decided: Callable[..., dict[str, Document]]) -> None:
    found = decided(("glow", FIRST), ("glow", SECOND), now={"glow": THIRD})
    assert found["glow"].text == SECOND


def test_a_page_that_is_decided_on_anew_keeps_the_version_before(decided: Callable[..., dict[str, Document]]) -> None:
    found = decided(("glow", FIRST), ("glow", SECOND), ("glow", THIRD), now={"glow": THIRD})
    assert found["glow"].text == SECOND


def test_a_page_that_was_put_back_differs_from_what_it_was_in_between(decided: Callable[..., dict[str, Document]]) -> None:
    assert decided(("glow", FIRST), ("glow", SECOND), now={"glow": FIRST})["glow"].text == SECOND


def test_pages_that_never_changed_came_or_went_have_none(decided: Callable[..., dict[str, Document]]) -> None:
    found = decided(("same", FIRST), ("gone", FIRST), now={"same": FIRST, "new": SECOND})
    assert found == {}


def test_pages_stand_in_the_order_of_now(decided: Callable[..., dict[str, Document]]) -> None:
    found = decided(("a", FIRST), ("b", FIRST), ("c", FIRST), now={"c": SECOND, "a": SECOND, "b": FIRST})
    assert list(found) == ["c", "a"]


def test_without_its_text_no_older_version_stands_in_for_it(
    journal: Journal, page: Document, lines_claim: Judged, document_of: Callable[..., Document], claim_in: Callable[..., Claim]
) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"), [page])
    later = document_of(page.text + "Since May.\n")
    claim = judged(claim_in(later, "softens fine lines"), later)
    journal.append(decide([claim], Ruling("misleading"), reviewer="Sand"))
    now = {"glow": document_of("Glow mist is new.\n")}
    assert last_versions(journal.events(), journal.texts(), now) == {}
    assert last_versions(journal.events()[:1], journal.texts(), now) == {"glow": page}


def test_a_verdict_that_was_taken_back_was_still_taken_on_its_version(
    journal: Journal, page: Document, lines_claim: Judged, document_of: Callable[..., Document]
) -> None:
    first = journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"), [page])
    journal.append(undo(first, reviewer="Sand"))
    now = {"glow": document_of("Glow mist is new.\n")}
    assert last_versions(journal.events(), journal.texts(), now) == {"glow": page}


def test_a_warning_that_is_let_go_makes_its_version_no_later_one(
    journal: Journal, page: Document, lines_claim: Judged, document_of: Callable[..., Document], claim_in: Callable[..., Claim]
) -> None:
    later = document_of(page.text + "Since May.\n")
    claim = judged(claim_in(later, "softens fine lines"), later)
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"), [page])
    journal.append(decide([claim], Ruling("misleading"), reviewer="Sand"), [later])
    journal.append(Decision("let_go", "Sand", (lines_claim,), ruling=Ruling("out_of_scope", "said elsewhere")))
    now = {"glow": document_of("Glow mist is new.\n")}
    assert last_versions(journal.events(), journal.texts(), now) == {"glow": later}
