from collections.abc import Callable
from dataclasses import replace

import pytest

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import Decision, Judged, Ruling
from helpers.model.document import Document
from helpers.review import Journal, adjudicate, decide, judged, undo

FINE = Ruling("substantiated")


def test_a_decision_holds_what_was_ruled_and_what_was_read(lines_claim: Judged, page: Document) -> None:
    decision = decide(
        [lines_claim], Ruling("misleading", "no trial", expires="2032-01-31"), reviewer=" Dr. Sand ", pack="aesthetics 1.0.0"
    )
    assert decision.reviewer == "Dr. Sand"
    assert decision.claims[0].sha256 == page.sha256
    assert decision.claims[0].anchor.exact == "softens fine lines"
    assert decision.ruling == Ruling("misleading", "no trial", expires="2032-01-31")


def test_a_group_leaves_its_exceptions_out(page: Document, claim_in: Callable[..., Claim]) -> None:
    first, second = (judged(claim_in(page, "softens fine lines", n), page) for n in (0, 1))
    decision = decide([first, second], FINE, reviewer="Sand", exceptions=[second.claim_id])
    assert [claim.claim_id for claim in decision.claims] == [first.claim_id]
    assert decision.exceptions == (second.claim_id,)


@pytest.mark.parametrize(
    ("reviewer", "ruling", "message"),
    [
        ("", FINE, "give the reviewer's name"),
        ("  ", FINE, "give the reviewer's name"),
        ("Sa\x00nd", FINE, "printable"),
        ("x" * 101, FINE, "no longer than 100"),
        ("Sand", Ruling("fine"), "'fine' is no verdict; choose one of substantiated"),  # type: ignore[arg-type]
        ("Sand", Ruling("misleading", expires="31.1.2032"), "write it as YYYY-MM-DD"),
        ("Sand", Ruling("misleading", expires="20320131"), "YYYY-MM-DD"),
    ],
)
def test_what_does_not_hold_together_is_refused(lines_claim: Judged, reviewer: str, ruling: Ruling, message: str) -> None:
    with pytest.raises(WorkbookError, match=message):
        decide([lines_claim], ruling, reviewer=reviewer)


def test_claims_are_decided_together_where_they_say_the_same_or_stand_on_one_page(
    lines_claim: Judged, downtime_claim: Judged
) -> None:
    assert decide([lines_claim, downtime_claim], FINE, reviewer="Sand").claims == (lines_claim, downtime_claim)
    elsewhere = replace(downtime_claim, source_id="another page")
    with pytest.raises(WorkbookError, match="neither say the same nor stand on one page"):
        decide([lines_claim, elsewhere], FINE, reviewer="Sand")


def test_a_claim_is_not_named_twice(lines_claim: Judged) -> None:
    with pytest.raises(WorkbookError, match="named twice"):
        decide([lines_claim, lines_claim], FINE, reviewer="Sand")


def test_an_exception_must_be_one_of_the_claims(lines_claim: Judged) -> None:
    with pytest.raises(WorkbookError, match="is none of the claims"):
        decide([lines_claim], FINE, reviewer="Sand", exceptions=["beef"])
    with pytest.raises(WorkbookError, match="no claim left"):
        decide([lines_claim], FINE, reviewer="Sand", exceptions=[lines_claim.claim_id])


def test_only_the_reviewer_undoes_a_decision(journal: Journal, lines_claim: Judged) -> None:
    event = journal.append(decide([lines_claim], FINE, reviewer="Sand"))
    with pytest.raises(WorkbookError, match="only Sand can undo this"):
        journal.append(undo(event, reviewer="Brook"))
    assert journal.append(undo(event, reviewer="Sand")).decision.refers == (event.hash,)


def test_an_event_that_is_not_there_cannot_be_named(journal: Journal) -> None:
    with pytest.raises(WorkbookError, match="not in the journal"):
        journal.append(Decision("undo", "Sand", refers=("f" * 64,)))
    assert journal.head().count == 0


def test_an_adjudication_names_both_reviewers_and_comes_from_a_third(
    journal: Journal, lines_claim: Judged, downtime_claim: Judged
) -> None:
    sand = journal.append(decide([lines_claim], FINE, reviewer="Sand"))
    brook = journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Brook"))
    other = journal.append(decide([downtime_claim], FINE, reviewer="Brook"))
    with pytest.raises(WorkbookError, match="two reviewers"):
        adjudicate([sand], [lines_claim], FINE, reviewer="Heath")
    with pytest.raises(WorkbookError, match="Brook is one of those who disagree"):
        journal.append(adjudicate([sand, brook], [lines_claim], FINE, reviewer="Brook"))
    with pytest.raises(WorkbookError, match="one is missing"):
        journal.append(adjudicate([sand, other], [lines_claim], FINE, reviewer="Heath"))
    settled = journal.append(adjudicate([sand, brook], [lines_claim], FINE, reviewer="Heath"))
    assert settled.decision.refers == (sand.hash, brook.hash)
