"""What people decide on, dealt out: a few cards a page, everything on exactly one of them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from helpers.load import read_folder, read_manifest
from helpers.model import Document, Finding
from helpers.model.cards import ORDER, Card, cards_of
from helpers.model.owed import OWED, owed_to_judge
from helpers.model.review import Review
from helpers.model.unread import UNREAD
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline

PAGE = """# Lip fillers at the Heath Rooms

Our lip fillers are completely painless. You will love your new look, guaranteed for everyone who comes to us.

Results last 6 to 9 months. Swelling is common and settles within 3 days.
"""


@pytest.fixture(scope="module")
def review() -> Review:
    return Pipeline.of().review(read_folder(SEEDS), read_manifest(SEEDS))


@pytest.fixture(scope="module")
def page() -> Review:
    return Pipeline.of().review([Document("heath", PAGE, "0" * 64, "heath.txt")])


def test_everything_that_people_judge_is_on_exactly_one_card_of_its_page(review: Review) -> None:
    dealt = [claim_id for card in review.cards for claim_id in card.claim_ids]
    assert sorted(dealt) == sorted(claim.claim_id for claim in review.to_judge)
    for card in review.cards:
        assert {review.judged[claim_id].source_id for claim_id in card.claim_ids} <= {card.source_id}
    assert len({card.card_id for card in review.cards}) == len(review.cards)


def test_every_finding_is_on_a_card_of_each_page_it_is_about(review: Review) -> None:
    for finding in review.findings:
        pages = {card.source_id for card in review.cards if finding in card.findings}
        assert pages == {finding.source_a, finding.source_b or finding.source_a}


def test_a_page_is_a_few_cards_the_grave_ones_first_and_the_rest_last(review: Review) -> None:
    assert len(review.cards) <= 6 * len(review.sources)
    for source in review.sources:
        own = [card for card in review.cards if card.source_id == source.source_id]
        graded = [card.severity for card in own if card.severity]
        assert graded == sorted(graded, key=("high", "medium").index)
        assert [card.kind for card in own].index("rest") == len(own) - 1


def test_every_problem_of_a_page_leads_to_words_that_can_be_decided(review: Review, page: Review) -> None:
    for one in (review, page):
        ids = {claim.claim_id for claim in one.to_judge}
        for finding in one.findings:
            assert finding.kind in ("lost", "warning_gone") or (finding.claim_ids and ids.issuperset(finding.claim_ids))


def test_a_sentence_without_a_claim_is_unread_as_soon_as_a_finding_quotes_it(page: Review) -> None:
    [promise] = [one for one in page.findings if one.problem == "guarantee"]
    sentence = next(row for row in page.ledger if row.start <= promise.start_a < row.end)
    assert (sentence.status, sentence.reason) == ("unread", "a finding rests on it: a result promised without exception")
    [unread] = [one for one in page.unread if one.start == sentence.start]
    assert promise.claim_ids[0] == unread.claim_id
    assert next(card.kind for card in page.cards if unread.claim_id in card.claim_ids) == "wording"


def test_warnings_left_out_are_decided_once_a_treatment(page: Review) -> None:
    [owed] = page.owed
    [finding] = [one for one in page.findings if one.kind == "disclosure"]
    assert (owed.topic, owed.treatment, owed.item) == (OWED, "dermal_filler", ", ".join(finding.warning))
    assert finding.claim_ids == (owed.claim_id,)
    [card] = [one for one in page.cards if one.kind == "warnings"]
    assert (card.claim_ids, card.title) == ((owed.claim_id,), "Warnings owed: dermal filler")
    fewer = owed_to_judge(replace(finding, warning=finding.warning[1:]))
    assert fewer is not None and fewer.claim_id != owed.claim_id  # another list is another decision


def test_what_several_findings_rest_on_lies_with_the_gravest(make_claim: Callable[..., object], page: Review) -> None:
    first = next(one for one in page.findings if one.problem == "absolute_safety")
    second = replace(first, finding_id="x", problem="internal_contradiction", severity="medium")
    cards = cards_of(["heath"], page.to_judge, [first, second], page.ledger)
    assert _on(cards, first) == (first.claim_ids, "wording")
    assert _on(cards, second) == ((), "contradictions")
    assert not next(card for card in cards if card.kind == "contradictions").is_open


def _on(cards: tuple[Card, ...], finding: Finding) -> tuple[tuple[str, ...], str]:
    [card] = [one for one in cards if finding in one.findings]
    return card.claim_ids, card.kind


def test_unread_harms_are_a_card_and_other_unread_sentences_belong_to_the_rest(page: Review) -> None:
    words = "It numbs."
    text = f"{PAGE}\n{words}"
    claim = page.told[0]
    harm = replace(claim, claim_id="h", topic=UNREAD, start=len(PAGE) + 1)
    other = replace(claim, claim_id="o", topic=UNREAD, start=len(text) + 9)
    rows = [replace(page.ledger[0], status="unread", start=harm.start, grave=True)]
    cards = cards_of(["heath"], [harm, other], (), rows)
    assert [(card.kind, card.claim_ids) for card in cards] == [("unread", ("h",)), ("rest", ("o",))]
    assert ORDER[-1] == "rest"
