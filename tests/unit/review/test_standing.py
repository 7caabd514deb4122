"""Each case is a short history, one event a line: who, what; and how the claim stands at its end."""

import pytest

from helpers.model.decision import Event, Judged, Ruling
from helpers.model.judgement import Judgement
from helpers.review import Journal, adjudicate, decide, disagreements, in_force, judgements, shown_to, standing, undo

WORDS = {"yes": "substantiated", "no": "unsubstantiated", "half": "needs_qualification"}


def play(journal: Journal, claim: Judged, history: list[str]) -> list[Event]:
    """Write a history: "Sand yes", "Sand undoes 1", "Heath settles 1 2 half"; events are counted from 1."""
    for line in history:
        who, what, *rest = line.split()
        events = journal.events()
        if what == "undoes":
            decision = undo(events[int(rest[0]) - 1], reviewer=who)
        elif what == "settles":
            named = [events[int(number) - 1] for number in rest[:-1]]
            decision = adjudicate(named, [claim], Ruling(WORDS[rest[-1]]), reviewer=who)  # type: ignore[arg-type]
        else:
            decision = decide([claim], Ruling(WORDS[what]), reviewer=who)  # type: ignore[arg-type]
        journal.append(decision)
    return list(journal.events())


HISTORIES = [
    ([], 1, "unreviewed", None),
    (["Sand yes"], 1, "decided", "yes"),
    (["Sand yes"], 2, "awaits_second", None),
    (["Sand yes", "Sand no"], 1, "decided", "no"),
    (["Sand yes", "Sand no", "Sand undoes 2"], 1, "decided", "yes"),
    (["Sand yes", "Sand undoes 1"], 1, "unreviewed", None),
    (["Sand yes", "Sand undoes 1", "Sand undoes 2"], 1, "decided", "yes"),
    (["Sand yes", "Sand no", "Sand undoes 1"], 1, "decided", "no"),
    (["Sand yes", "Brook yes"], 2, "agreed", "yes"),
    (["Sand yes", "Brook no"], 2, "disagreed", None),
    (["Sand yes", "Brook no"], 1, "disagreed", None),
    (["Sand yes", "Brook no", "Brook yes"], 2, "agreed", "yes"),
    (["Sand yes", "Brook no", "Heath settles 1 2 half"], 2, "adjudicated", "half"),
    (["Sand yes", "Brook no", "Heath settles 1 2 half", "Heath settles 1 2 no"], 2, "adjudicated", "no"),
    (["Sand yes", "Brook no", "Heath settles 1 2 half", "Heath undoes 3"], 2, "disagreed", None),
    (["Sand yes", "Brook no", "Heath settles 1 2 half", "Sand half"], 2, "disagreed", None),
    (["Sand yes", "Brook no", "Heath settles 1 2 half", "Sand no"], 2, "agreed", "no"),
    (["Sand yes", "Brook no", "Heath settles 1 2 half", "Brook undoes 2"], 2, "awaits_second", None),
    (["Sand yes", "Brook no", "Heath settles 1 2 half", "Reed yes"], 2, "agreed", "yes"),
    (["Sand yes", "Brook no", "Heath settles 1 2 half", "Reed half"], 2, "disagreed", None),
    (["Sand yes", "Brook no", "Reed yes"], 2, "agreed", "yes"),
    (["Sand yes", "Brook no", "Reed yes"], 1, "agreed", "yes"),
    (["Sand yes", "Brook no", "Reed half"], 2, "disagreed", None),
    (["Sand yes", "Brook no", "Reed yes", "Reed undoes 3"], 2, "disagreed", None),
    (["Sand yes", "Brook no", "Reed yes", "Moor no"], 2, "disagreed", None),
]


@pytest.mark.parametrize(
    ("history", "needed", "state", "verdict"), HISTORIES, ids=[f"{'; '.join(h)} of {n}" for h, n, *_ in HISTORIES]
)
def test_what_stands_after(
    journal: Journal, lines_claim: Judged, history: list[str], needed: int, state: str, verdict: str | None
) -> None:
    events = play(journal, lines_claim, history)
    judgement = judgements([lines_claim.claim_id], standing(events), needed=needed)[lines_claim.claim_id]
    assert judgement.state == state
    assert (judgement.ruling.verdict if judgement.ruling else None) == (WORDS[verdict] if verdict else None)


def test_a_judgement_names_who_and_which_events(journal: Journal, lines_claim: Judged) -> None:
    events = play(journal, lines_claim, ["Sand yes", "Brook no", "Heath settles 1 2 half"])
    judgement = judgements([lines_claim.claim_id], standing(events), needed=2)[lines_claim.claim_id]
    assert judgement.reviewers == ("Brook", "Sand", "Heath")
    assert judgement.events == (events[1].hash, events[0].hash, events[2].hash)


def ruled(journal: Journal, claim: Judged, *rulings: tuple[str, Ruling]) -> Judgement:
    for reviewer, ruling in rulings:
        journal.append(decide([claim], ruling, reviewer=reviewer))
    return judgements([claim.claim_id], standing(journal.events()), needed=2)[claim.claim_id]


def test_who_was_outvoted_is_not_named_among_those_who_decided(journal: Journal, lines_claim: Judged) -> None:
    events = play(journal, lines_claim, ["Sand yes", "Brook no", "Reed yes"])
    judgement = judgements([lines_claim.claim_id], standing(events), needed=2)[lines_claim.claim_id]
    assert (judgement.reviewers, judgement.events) == (("Reed", "Sand"), (events[2].hash, events[0].hash))


def test_what_one_of_two_who_agree_gives_is_kept(journal: Journal, lines_claim: Judged) -> None:
    full = Ruling("misleading", "no trial", "It may soften lines.", ("A1", "B2"), "2032-01-31")
    found = ruled(journal, lines_claim, ("Sand", full), ("Brook", Ruling("misleading", "I agree.", references=("C3",))))
    reason = "Brook: I agree. Sand: no trial."
    assert found.ruling == Ruling("misleading", reason, "It may soften lines.", ("A1", "B2", "C3"), "2032-01-31")


def test_the_earlier_last_day_counts_and_the_same_reason_is_told_once(journal: Journal, lines_claim: Judged) -> None:
    early, late = (Ruling("substantiated", "seen", expires=day) for day in ("2031-12-31", "2032-12-31"))
    assert ruled(journal, lines_claim, ("Sand", late), ("Brook", early)).ruling == early


def test_two_wordings_are_to_settle_though_the_verdict_is_the_same(journal: Journal, lines_claim: Judged) -> None:
    found = ruled(
        journal,
        lines_claim,
        ("Sand", Ruling("misleading", wording="It may  soften lines.")),
        ("Brook", Ruling("misleading", wording="Ask a physician.")),
    )
    assert (found.state, found.ruling) == ("disagreed", None)
    assert [one.claim.claim_id for one in disagreements(standing(journal.events()))] == [lines_claim.claim_id]
    agreed = ruled(journal, lines_claim, ("Brook", Ruling("misleading", wording="It may soften lines.")))
    assert agreed.state == "agreed"


def names_shown(to: str, events: list[Event], claim: Judged) -> list[str]:
    return [event.decision.reviewer for event in shown_to(to, standing(events), needed=2)[claim.claim_id]]


def test_each_reviewer_is_blind_until_both_are_in(journal: Journal, lines_claim: Judged) -> None:
    one = play(journal, lines_claim, ["Sand yes"])
    assert names_shown("Sand", one, lines_claim) == ["Sand"]
    assert names_shown("Brook", one, lines_claim) == []
    both = play(journal, lines_claim, ["Brook no"])
    assert names_shown("Sand", both, lines_claim) == names_shown("Brook", both, lines_claim) == ["Brook", "Sand"]
    again = play(journal, lines_claim, ["Brook undoes 2"])
    assert names_shown("Brook", again, lines_claim) == []


def test_disagreements_wait_for_the_adjudicator(journal: Journal, lines_claim: Judged) -> None:
    events = play(journal, lines_claim, ["Sand yes", "Brook no"])
    assert [one.claim.claim_id for one in disagreements(standing(events))] == [lines_claim.claim_id]
    settled = play(journal, lines_claim, ["Heath settles 1 2 half"])
    assert disagreements(standing(settled)) == ()


def test_a_group_covers_all_but_its_exceptions(journal: Journal, lines_claim: Judged) -> None:
    from dataclasses import replace

    group = [replace(lines_claim, claim_id=f"{number:016x}") for number in range(4)]
    journal.append(decide(group, Ruling("substantiated"), reviewer="Sand", exceptions=[group[2].claim_id]))
    journal.append(decide([group[3]], Ruling("misleading"), reviewer="Sand"))
    found = judgements([one.claim_id for one in group], standing(journal.events()))
    assert [one.ruling.verdict if one.ruling else None for one in found.values()] == [
        "substantiated",
        "substantiated",
        None,
        "misleading",
    ]


def test_an_undone_group_leaves_later_single_decisions_alone(
    journal: Journal, lines_claim: Judged, downtime_claim: Judged
) -> None:
    first = journal.append(decide([lines_claim], Ruling("substantiated"), reviewer="Sand"))
    journal.append(decide([downtime_claim], Ruling("substantiated"), reviewer="Sand"))
    journal.append(undo(first, reviewer="Sand"))
    assert [event.decision.claims for event in in_force(journal.events())] == [(downtime_claim,)]
