"""Sentences that no rule has read are reviewed like claims: nothing goes out unseen, and a refused one does not come back."""

from collections.abc import Callable

import pytest

from helpers.desk import Desk
from helpers.load import draft_of_text
from helpers.model import Claim
from helpers.model.review import Review
from helpers.model.unread import UNREAD
from helpers.publish import edited, readiness

Make = Callable[..., Desk]


@pytest.fixture
def sentence(review: Review) -> Claim:
    """A whole sentence with a full stop that no rule has read."""
    return next(one for one in review.unread if one.quote.endswith(".") and len(one.quote.split()) > 8)


def test_each_unread_sentence_of_the_ledger_is_to_judge_once(review: Review) -> None:
    rows = [(row.source_id, row.start, row.end) for row in review.ledger if row.status == "unread"]
    assert [(one.source_id, one.start, one.end) for one in review.unread] == rows
    assert len({one.claim_id for one in review.to_judge}) == len(review.to_judge)
    texts = {reading.document.source_id: reading.document.text for reading in review.readings}
    assert all(texts[one.source_id][one.start : one.end] == one.quote for one in review.unread)


def test_a_page_waits_until_its_unread_sentences_are_reviewed(
    open_desk: Make, decide_all: Callable, record: Callable, sentence: Claim
) -> None:
    decide_all({"verdict": "out_of_scope"})
    record(sentence, verdict="misleading", reason="It promises more than is known.")
    desk = open_desk()
    [row] = [row for row in desk.queue if row.claim_id == sentence.claim_id]
    assert (row.action, row.rule, row.topic) == ("hold", "refused", UNREAD)
    rules = [rule for rule in desk.rules.pages if rule.id in ("sentences_on_hold", "claims_on_hold", "ready", "nothing_decides")]
    pages = {page.source_id: page for page in readiness(desk.review, desk.queue, rules, risk_topics=())}
    held = pages.pop(sentence.source_id)
    assert (held.action, held.rule, held.hold, held.unread) == ("hold", "sentences_on_hold", 0, 0)
    assert sentence.quote in held.reason
    assert {page.rule for page in pages.values()} == {"ready"}


def test_a_refused_sentence_does_not_come_back_in_a_draft(open_desk: Make, record: Callable, sentence: Claim) -> None:
    record(sentence, verdict="misleading", reason="It promises more than is known.")
    found = open_desk().check(draft_of_text(f"# News\n\nWelcome. {sentence.quote}\n", "draft.md"))
    assert "W101" in [problem.code for problem in found]


def test_an_approved_sentence_may_be_used_and_a_new_one_is_told(open_desk: Make, record: Callable, sentence: Claim) -> None:
    draft = draft_of_text(f"# Mesotherapy\n\nMesotherapy is done here. {sentence.quote}\n", "draft.md")
    assert "W110" in [problem.code for problem in open_desk().check(draft)]
    record(sentence)
    assert not {"W101", "W102", "W110"} & {problem.code for problem in open_desk().check(draft)}
    [row] = open_desk().library.rows
    assert (row.wording, row.topic, row.state) == (" ".join(sentence.quote.split()), UNREAD, "approved")


def test_a_suggested_wording_takes_its_place(open_desk: Make, record: Callable, sentence: Claim) -> None:
    record(sentence, verdict="needs_qualification", wording="Ask a physician.")
    desk = open_desk()
    text = desk.case.texts[sentence.source_id]
    assert edited(desk.redline(sentence.source_id)) == text.replace(sentence.quote, "Ask a physician.")
