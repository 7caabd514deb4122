"""What to publish, edit and hold, on the five sources with decisions in a journal."""

import datetime
from collections.abc import Callable

import pytest

from helpers.desk import Desk
from helpers.errors import WorkbookError
from helpers.model import Claim
from helpers.model.owed import OWED
from helpers.model.publishing import QueueRow
from helpers.model.review import Review
from helpers.model.unread import UNREAD

Find = Callable[..., list[Claim]]
Make = Callable[..., Desk]


def row_of(desk: Desk, claim: Claim) -> QueueRow:
    return next(row for row in desk.queue if row.claim_id == claim.claim_id)


def test_nothing_is_publishable_that_nobody_reviewed(open_desk: Make, review: Review) -> None:
    desk = open_desk()
    assert len(desk.queue) == len(review.told) + len(review.unread) + len(review.owed) > 320
    assert {(row.action, row.rule) for row in desk.queue} == {("hold", "unreviewed")}
    assert {page.action for page in desk.readiness} == {"hold"}
    assert desk.library.rows == desk.library.refusals == desk.library.uses == ()


def test_an_approved_claim_is_published_until_its_last_day(open_desk: Make, record: Callable, find: Find) -> None:
    claim = find("origin")[0]
    record(claim, reason="The date is on record.", expires="2026-05-01")
    assert row_of(open_desk(as_of=datetime.date(2026, 5, 1)), claim).action == "publish"
    late = row_of(open_desk(as_of=datetime.date(2026, 5, 2)), claim)
    assert (late.action, late.rule) == ("hold", "expired")
    assert "good until 2026-05-01" in late.reason


def test_a_suggested_wording_is_an_edit_and_a_refusal_without_one_is_held(open_desk: Make, record: Callable, find: Find) -> None:
    edited, held = find("downtime", source="000")[0], find("evidence_basis", level="established")[0]
    record(edited, verdict="misleading", reason="Bruises last longer.", wording="Expect bruises for up to two weeks.")
    record(held, verdict="unsubstantiated", reason="No trial is named.")
    desk = open_desk()
    one, other = row_of(desk, edited), row_of(desk, held)
    assert (one.action, one.wording) == ("edit", "Expect bruises for up to two weeks.")
    assert (other.action, other.rule) == ("hold", "refused")
    assert "Sand decided: unsubstantiated: No trial is named." in other.reason


def test_two_reviewers_must_both_have_decided_and_agree(open_desk: Make, record: Callable, find: Find) -> None:
    claim = find("origin")[0]
    record(claim)
    assert row_of(open_desk(needed=2), claim).rule == "awaits_second"
    record(claim, verdict="misleading", reviewer="Reed")
    assert row_of(open_desk(needed=2), claim).rule == "disagreed"
    record(claim, reviewer="Reed")
    assert row_of(open_desk(needed=2), claim).action == "publish"


def test_two_approved_claims_that_conflict_are_both_held(open_desk: Make, record: Callable, find: Find) -> None:
    thin, proven = (
        find("evidence_basis", source="000", level="limited")[0],
        find("evidence_basis", source="004", level="established")[0],
    )
    record(proven, references=("DH01",))
    assert row_of(open_desk(), proven).action == "publish"
    record(thin)
    rows = [row_of(open_desk(), claim) for claim in (thin, proven)]
    assert [row.rule for row in rows] == ["two_approved_conflict"] * 2
    assert thin.quote in rows[1].reason


def test_approval_against_the_register_needs_a_reference(open_desk: Make, record: Callable, find: Find, review: Review) -> None:
    claim = find("evidence_basis", source="004", level="established")[0]
    match = next(one for one in review.matches if one.claim_id == claim.claim_id)
    assert match.verdict == "contradicts"
    record(claim)
    held = row_of(open_desk(), claim)
    assert held.rule == "approved_against_evidence"
    assert match.reason in held.reason
    record(claim, references=("DH01",))
    assert row_of(open_desk(), claim).action == "publish"


def test_the_market_says_which_laws_and_codes_apply(open_desk: Make, record: Callable, find: Find) -> None:
    claim = find("efficacy", item="fat", treatment="mesotherapy")[0]
    record(claim)
    rows = {market: row_of(open_desk(market=market), claim) for market in ("canada", "usa", "uk", "france", "any")}
    assert rows["canada"].laws == ()
    assert rows["france"].laws == ("RG06",)
    assert set(rows["any"].laws) >= {"AD01", "AD02", "RG06"}
    assert {market: row.rule for market, row in rows.items()} == {
        "canada": "approved",
        "usa": "law_not_checked",
        "uk": "code_asks_for_proof",
        "france": "law_not_checked",
        "any": "law_not_checked",
    }
    record(claim, references=("RG06",))
    checked = row_of(open_desk(market="france"), claim)
    assert checked.action == "publish"
    assert "RG06 (France, 17 Feb 2012): check against current law before use" in checked.reason


def test_an_unknown_market_names_those_there_are(open_desk: Make) -> None:
    with pytest.raises(WorkbookError, match="there is no market 'moon'; choose one of: any, usa, uk, canada, france"):
        open_desk(market="moon")


def test_a_lost_risk_list_holds_the_page_whatever_was_decided(open_desk: Make, decide_all: Callable) -> None:
    decide_all({"verdict": "out_of_scope"})
    desk = open_desk()
    assert {row.action for row in desk.queue} == {"publish"}
    pages = {page.source_id[:3]: page for page in desk.readiness}
    assert (pages["002"].action, pages["002"].rule) == ("hold", "risks_lost")
    assert "Potential risks include:" in pages["002"].reason
    assert {page.rule for name, page in pages.items() if name != "002"} == {"warning_missing"}
    assert "An infection can follow." in pages["000"].warnings_missing


def test_missing_warnings_are_let_go_only_by_a_reviewer_who_says_why(
    open_desk: Make, decide_all: Callable, record: Callable, review: Review
) -> None:
    decide_all({"verdict": "out_of_scope"})
    owed = review.owed[0]
    assert open_desk().readiness[0].rule == "warning_missing"
    record(owed, verdict="substantiated", reason="it may stand")
    assert open_desk().readiness[0].rule == "warning_missing"
    record(owed, verdict="needs_qualification", reason="it may stand with its warning", wording="An infection can follow.")
    page = open_desk().readiness[0]
    assert (page.action, page.rule, page.warnings_missing) == ("edit", "warnings_to_insert", ())
    assert "behind “" in page.reason
    record(owed, verdict="harmless", reason="the page tells how a course for nurses goes")
    assert open_desk().readiness[0].rule == "ready"
    record(owed, verdict="out_of_scope", reason="the page sells a course for nurses")
    page = open_desk().readiness[0]
    assert (page.source_id, page.rule, page.warnings_missing) == (owed.source_id, "ready", ())


def test_the_counts_of_a_page_add_up_to_its_claims(open_desk: Make, decide_all: Callable) -> None:
    decide_all({}, efficacy={"verdict": "needs_qualification", "wording": "It may help."}, downtime={"verdict": "misleading"})
    desk = open_desk()
    for page in desk.readiness:
        rows = [row for row in desk.queue if row.source_id == page.source_id]
        actions = [row.action for row in rows if row.topic not in (UNREAD, OWED)]
        assert page.unread == 0
        assert [page.publish, page.edit, page.hold] == [actions.count(one) for one in ("publish", "edit", "hold")]
    assert all(row.action == "edit" for row in desk.queue if row.topic == "efficacy")


def test_a_finding_is_cleared_where_all_its_words_are_true_and_harmless(
    open_desk: Make, record: Callable, review: Review
) -> None:
    finding = next(one for one in review.findings if one.kind == "wording" and one.severity != "low")
    claims = [review.judged[claim_id] for claim_id in finding.claim_ids]
    before = open_desk()
    assert finding.finding_id not in before.case.cleared
    for claim in claims:
        record(claim, verdict="harmless", reason="Everybody knows the phrase for a joke.", references=())
    desk = open_desk()
    assert finding.finding_id in desk.case.cleared
    row = row_of(desk, claims[0])
    assert (row.action, row.rule) in {
        ("publish", "true_and_harmless"),
        ("hold", "law_not_checked"),
        ("hold", "approved_against_evidence"),
    }
    assert desk.case.statements[claims[0].claim_id] in desk.library.out_of_scope
    assert not desk.library.rows  # nobody has shown it
