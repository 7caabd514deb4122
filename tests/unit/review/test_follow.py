from collections.abc import Callable

import pytest

from helpers.model.claim import Claim
from helpers.model.decision import Judged, Ruling
from helpers.model.document import Document
from helpers.model.relation import Relation
from helpers.review import Journal, adjudicate, citations, decide, follow, in_force, judged, judgements, reopened, standing, undo

LINES = "softens fine lines"


def test_a_decision_stays_with_its_sentence_when_a_lookalike_takes_its_id(
    page: Document, document_of: Callable[..., Document], claim_in: Callable[..., Claim], journal: Journal
) -> None:
    """An id counts occurrences; a sentence put in above shifts them, and the decision must not shift with them."""
    old = claim_in(page, LINES)
    journal.append(decide([judged(old, page)], Ruling("misleading"), reviewer="Sand"))
    new_page = document_of("Rose water softens fine lines, some say.\n" + page.text)
    claims = [claim_in(new_page, LINES, n) for n in range(3)]
    assert claims[0].claim_id == old.claim_id

    following = follow([judged(old, page)], {"glow": new_page}, claims)
    state = judgements([claim.claim_id for claim in claims], standing(journal.events(), following))
    assert [state[claim.claim_id].state for claim in claims] == ["unreviewed", "decided", "unreviewed"]
    assert following[judged(old, page)].found == "moved"


def test_an_unchanged_source_keeps_everything(page: Document, claim_in: Callable[..., Claim], lines_claim: Judged) -> None:
    claim = claim_in(page, LINES)
    followed = follow([lines_claim], {"glow": page}, [claim])[lines_claim]
    assert (followed.found, followed.claim_id) == ("unchanged", claim.claim_id)


def test_the_same_words_read_otherwise_are_a_changed_claim(
    page: Document, document_of: Callable[..., Document], claim_in: Callable[..., Claim], lines_claim: Judged
) -> None:
    """The sentence now stands under another treatment's heading: the words are the same, the claim is not."""
    moved = document_of("Rose water\n" + page.text)
    claim = claim_in(moved, LINES, treatment="rose_water")
    followed = follow([lines_claim], {"glow": moved}, [claim])[lines_claim]
    assert (followed.found, followed.claim_id) == ("changed", None)
    assert "read otherwise" in followed.reason


def test_a_source_that_is_gone_takes_its_claims_with_it(lines_claim: Judged) -> None:
    followed = follow([lines_claim], {}, [])[lines_claim]
    assert (followed.found, followed.reason) == ("vanished", "its source is no longer there")


@pytest.fixture
def settled(journal: Journal, page: Document, claim_in: Callable[..., Claim], downtime_claim: Judged) -> Journal:
    """Two claims decided as a group by two reviewers who differ, settled by a third; and one more claim."""
    group = [judged(claim_in(page, LINES, n), page) for n in (0, 1)]
    sand = journal.append(decide(group, Ruling("substantiated"), reviewer="Sand"))
    brook = journal.append(decide(group, Ruling("misleading", wording="may soften fine lines"), reviewer="Brook"))
    journal.append(adjudicate([sand, brook], group, Ruling("needs_qualification"), reviewer="Heath"))
    journal.append(decide([downtime_claim], Ruling("substantiated"), reviewer="Sand"))
    return journal


def test_a_changed_sentence_reopens_its_decisions_and_lists_what_cites_them(
    settled: Journal, page: Document, document_of: Callable[..., Document], claim_in: Callable[..., Claim]
) -> None:
    now = document_of(page.text.replace("Glow mist softens fine lines.", "Glow mist erases every line."))
    claims = [claim_in(now, LINES), claim_in(now, "hardly any downtime", topic="downtime", item=None, level="minimal")]
    events = settled.events()
    following = follow({claim for event in events for claim in event.decision.claims}, {"glow": now}, claims)

    first = claim_in(page, LINES)
    lost = reopened(events, following)
    assert [(one.claim_id, one.followed.found, one.verdicts) for one in lost] == [
        (first.claim_id, "changed", ("substantiated", "misleading", "needs_qualification"))
    ]
    relation = Relation(
        "efficacy",
        "wrinkles",
        "glow_mist",
        "conflict",
        "",
        "between",
        "direct",
        "dew",
        "glow",
        "c0ffee",
        first.claim_id,
        "high",
        "yes or no",
    )
    cited = citations(lost, events=events, relations=[relation])
    assert [(one.kind, one.words) for one in cited] == [
        ("adjudication", "Heath settled a disagreement on it"),
        ("approved wording", "Brook suggested instead: may soften fine lines"),
        *[("group decision", f"{name} decided it together with 1 more") for name in by_hash(settled)],
        ("relation", "it speaks against another statement on efficacy: yes or no"),
    ]
    assert cited[-1].cited_in == "dew and glow"
    assert {one.claim_id for one in cited} == {first.claim_id}

    states = judgements([claim.claim_id for claim in claims], standing(events, following), needed=2)
    assert [state.state for state in states.values()] == ["adjudicated", "awaits_second"]


def by_hash(journal: Journal) -> list[str]:
    return [
        event.decision.reviewer for event in sorted(journal.events(), key=lambda one: one.hash) if len(event.decision.claims) > 1
    ]


def test_what_reopened_leaves_the_list_when_it_is_undone_or_decided_anew(
    settled: Journal, page: Document, document_of: Callable[..., Document], claim_in: Callable[..., Claim]
) -> None:
    now = document_of(page.text.replace("There is hardly any downtime after glow mist.", "Plan two days of rest."))
    claims = [claim_in(now, LINES, n) for n in (0, 1)]

    def lost() -> list[str]:
        events = settled.events()
        following = follow({claim for event in events for claim in event.decision.claims}, {"glow": now}, claims)
        return [one.quote for one in reopened(events, following)]

    assert lost() == ["hardly any downtime"]
    settled.append(undo(settled.events()[-1], reviewer="Sand"))
    assert lost() == []
    assert len(in_force(settled.events())) == 3
