"""The library: approved wordings from decisions that stand, until their day."""

import datetime
from collections.abc import Callable

from helpers.desk import Desk
from helpers.model import Claim
from helpers.review import Journal, undo

Find = Callable[..., list[Claim]]
Make = Callable[..., Desk]


def test_an_approved_claim_is_in_the_words_of_its_page(open_desk: Make, record: Callable, find: Find) -> None:
    claim = find("evidence_basis", source="000", level="limited")[0]
    record(claim, reason="So it is.", references=("DH01",), expires="2026-12-31")
    [row] = open_desk().library.rows
    assert (row.topic, row.as_it_stands, row.state, row.approved_by) == ("evidence_basis", True, "approved", ("Sand",))
    assert (row.approved_on, row.expires, row.references, row.reason) == ("2026-03-01", "2026-12-31", ("DH01",), "So it is.")
    assert " ".join(claim.quote.split()) in row.wording
    assert row.claim_ids == (claim.claim_id,)


def test_a_whole_sentence_only_where_all_of_it_was_approved(open_desk: Make, record: Callable, find: Find) -> None:
    claims = find("composition", source="000")
    claim = next(one for one in claims if sum(one.sentence_start == other.sentence_start for other in claims) > 1)
    record(claim)
    [row] = open_desk().library.rows
    assert row.wording == " ".join(claim.quote.split())
    assert row.wording != open_desk().case.sentence(claim)


def test_a_suggested_wording_may_only_stand_as_it_is_written(open_desk: Make, record: Callable, find: Find) -> None:
    claim = find("downtime", source="000")[0]
    record(claim, verdict="needs_qualification", wording="  Plan for\nbruises. ")
    library = open_desk().library
    [row] = library.rows
    assert (row.wording, row.as_it_stands) == ("Plan for bruises.", False)
    assert row.conditions.startswith("only in this wording")
    [refusal] = library.refusals
    assert (refusal.claim_id, refusal.wording) == (claim.claim_id, "Plan for bruises.")


def test_what_expired_is_no_longer_approved(open_desk: Make, record: Callable, find: Find) -> None:
    record(find("origin")[0], expires="2026-05-01")
    states = [open_desk(as_of=datetime.date(2026, 5, day)).library.rows[0].state for day in (1, 2)]
    assert states == ["approved", "expired"]


def test_what_was_taken_back_is_gone(open_desk: Make, record: Callable, find: Find, journal: Journal) -> None:
    event = record(find("origin")[0])
    assert open_desk().library.rows
    journal.append(undo(event, reviewer="Sand"))
    assert open_desk().library.rows == ()


def test_a_refusal_and_what_is_out_of_scope_approve_nothing(open_desk: Make, record: Callable, find: Find) -> None:
    record(find("downtime", source="000")[0], verdict="misleading")
    record(find("origin")[0], verdict="out_of_scope")
    library = open_desk().library
    assert library.rows == ()
    assert len(library.refusals) == len(library.out_of_scope) == 1


def test_uses_name_every_page_that_says_it(open_desk: Make, record: Callable, find: Find) -> None:
    minimal = find("downtime", source="001", level="minimal")
    record(*minimal)
    library = open_desk().library
    assert {(use.source_id, use.start) for use in library.uses} == {(claim.source_id, claim.start) for claim in minimal}
    assert any(use.exact for use in library.uses)
    for use in library.uses:
        assert open_desk().case.texts[use.source_id][use.start : use.end] == use.quote
