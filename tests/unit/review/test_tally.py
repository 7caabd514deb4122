from helpers.model.decision import Judged, Ruling, Verdict
from helpers.review import Journal, Tally, agreements, decide, figure, standing, tallies


def rule(journal: Journal, reviewer: str, claim: Judged, verdict: Verdict) -> None:
    journal.append(decide([claim], Ruling(verdict), reviewer=reviewer))


def test_others_open_verdicts_are_hidden_until_both_are_in(journal: Journal, lines_claim: Judged, downtime_claim: Judged) -> None:
    rule(journal, "Sand", lines_claim, "misleading")
    rule(journal, "Sand", downtime_claim, "substantiated")
    rule(journal, "Brook", lines_claim, "unsubstantiated")
    stand = standing(journal.events())
    brook = Tally("Brook", claims=1, statements=1, verdicts={"unsubstantiated": 1}, hidden=0)
    assert tallies(stand, reviewer="Brook", needed=2) == (
        brook,
        Tally("Sand", claims=2, statements=2, verdicts={"misleading": 1}, hidden=1),
    )
    both = Tally("Sand", claims=2, statements=2, verdicts={"misleading": 1, "substantiated": 1}, hidden=0)
    assert tallies(stand, reviewer="Sand", needed=2) == tallies(stand) == (brook, both)
    assert tallies(stand, needed=2)[1].hidden == 1


def test_agreement_is_measured_for_every_two_who_met(journal: Journal, lines_claim: Judged, downtime_claim: Judged) -> None:
    assert agreements({}) == ()
    rule(journal, "Sand", lines_claim, "misleading")
    assert agreements(standing(journal.events())) == ()
    rule(journal, "Brook", lines_claim, "misleading")
    rule(journal, "Heath", downtime_claim, "misleading")
    (one,) = agreements(standing(journal.events()))
    assert (one.first, one.second, one.units, one.share) == ("Brook", "Sand", 1, 1.0)


def test_a_figure_says_when_it_has_no_interval() -> None:
    assert figure(1.0, None) == "1.00 (no interval)"
    assert figure(-0.25, (-1.0, 0.5)) == "-0.25 (-1.00 to 0.50)"
    assert figure(None, None) == "cannot be told"
