"""The versions of a page before the one of now, from what was decided on."""

from collections.abc import Callable

import pytest

from helpers.model.claim import Claim
from helpers.model.decision import Judged, Ruling
from helpers.model.document import Document
from helpers.review import Journal, decide, earlier_versions, judged

FIRST, SECOND, THIRD = ("Mist softens lines.\n", "Mist softens fine lines.\n", "Mist softens most lines.\n")
Found = list[tuple[str, str]]


@pytest.fixture
def decided(journal: Journal, document_of: Callable[..., Document], claim_in: Callable[..., Claim]) -> Callable[..., Found]:
    """Decide on versions one after the other; return the earlier versions of the sources as they are now."""

    def review(*versions: tuple[str, str], now: dict[str, str]) -> Found:
        for source_id, text in versions:
            document = document_of(text, source_id)
            claim = judged(claim_in(document, "Mist softens"), document)
            journal.append(decide([claim], Ruling("misleading"), reviewer="Sand"), [document])
        documents = {source_id: document_of(text, source_id) for source_id, text in now.items()}
        found = earlier_versions(journal.events(), journal.texts(), documents)
        assert all(one == document_of(one.text, one.source_id) for one in found)
        return [(one.source_id, one.text) for one in found]

    return review


def test_of_a_page_that_changed_it_is_the_version_decided_on(decided: Callable[..., Found]) -> None:
    assert decided(("glow", FIRST), now={"glow": SECOND}) == [("glow", FIRST)]


def test_of_several_the_one_decided_on_last_comes_first(decided: Callable[..., Found]) -> None:
    found = decided(("glow", FIRST), ("glow", SECOND), ("glow", FIRST), ("glow", THIRD), now={"glow": THIRD})
    assert found == [("glow", FIRST), ("glow", SECOND)]


def test_a_page_that_was_put_back_differs_from_what_it_was_in_between(decided: Callable[..., Found]) -> None:
    assert decided(("glow", FIRST), ("glow", SECOND), now={"glow": FIRST}) == [("glow", SECOND)]


def test_pages_that_never_changed_came_or_went_have_none(decided: Callable[..., Found]) -> None:
    assert decided(("same", FIRST), ("gone", FIRST), now={"same": FIRST, "new": SECOND}) == []


def test_pages_stand_in_the_order_of_now(decided: Callable[..., Found]) -> None:
    found = decided(("a", FIRST), ("b", FIRST), ("c", FIRST), now={"c": SECOND, "a": SECOND, "b": FIRST})
    assert [source_id for source_id, _ in found] == ["c", "a"]


def test_a_version_without_its_text_is_left_out(
    journal: Journal, page: Document, lines_claim: Judged, document_of: Callable[..., Document], claim_in: Callable[..., Claim]
) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"), [page])
    later = document_of(page.text + "Since May.\n")
    claim = judged(claim_in(later, "softens fine lines"), later)
    journal.append(decide([claim], Ruling("misleading"), reviewer="Sand"))
    now = {"glow": document_of("Glow mist is new.\n")}
    assert earlier_versions(journal.events(), journal.texts(), now) == (page,)
