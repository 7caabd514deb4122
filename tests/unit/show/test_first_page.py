"""The first page: what is proposed, and why."""

import pytest

from helpers.model import Gap
from helpers.show.findings import conflicts, gravest, other_findings
from helpers.show.standing import proposals
from helpers.show.start import headline, source_proposals

TEXT = "No rest is needed at all.\nTwo days of rest."


@pytest.fixture
def a(claim_in):
    return claim_in("a", TEXT, "No rest", level="none")


@pytest.fixture
def b(claim_in):
    return claim_in("b", TEXT, "Two days", level="some")


@pytest.mark.parametrize(("severity", "action"), [("high", "hold"), ("medium", "edit"), ("low", "publish once reviewed")])
def test_the_gravest_finding_decides_what_is_proposed(look, a, found, severity, action):
    view = look({"a": TEXT}, [a], findings=(found(severity, a), found("low", a, rank=2)))
    assert proposals(view)[0].action == action


def test_without_findings_a_page_waits_for_review(look, work, a):
    view = look({"a": TEXT}, [a])
    assert proposals(view)[0].action == "publish once reviewed"
    assert source_proposals(view, work(view.review).readiness).frame().iloc[0, 2] == "Nothing was found against it."


def test_what_a_page_says_by_itself_comes_before_what_two_pages_say(look, a, b, found):
    view = look(
        dict.fromkeys("ab", TEXT), [a, b], findings=(found("high", a, b, rank=1), found("high", b, kind="evidence", rank=2))
    )
    assert [one.worst.rank for one in proposals(view)] == [1, 2]


def test_each_side_of_a_conflict_sees_the_other(look, work, a, b, found):
    view = look(dict.fromkeys("ab", TEXT), [a, b], findings=(found("high", a, b),))
    frame = source_proposals(view, work(view.review).readiness).frame()
    assert frame["What is gravest"].tolist() == [
        "“No rest is needed at all.”\nin the text",
        "“Two days of rest.”\nin the text",
    ]
    assert frame["What speaks against it"].tolist() == ["“Two days”\nb.txt", "“No rest”\na.txt"]
    assert frame["What to do; findings"].tolist() == ["■\u00a0hold\nproposed; 1 unreviewed\n1 high"] * 2


def test_the_headline_counts_in_singular_and_plural(look, work, a, b, found):
    gap = Gap("a", 0, 7, "", "No rest")
    one = look({"a": TEXT}, [a], gaps=[gap], findings=(found("high", a),))
    assert repr(headline(one, work(one.review).readiness)).split("\n") == [
        "0 of 1 can be published; 1 claim unreviewed; 1 passage lost or unread.",
        "Proposed for what nobody has reviewed yet: hold 1. Nothing is published that nobody reviewed.",
    ]
    two = look(dict.fromkeys("ab", TEXT), [a, b])
    assert repr(headline(two, work(two.review).readiness)).startswith(
        "0 of 2 can be published; 2 claims unreviewed; no passages lost or unread."
    )


def test_one_rule_is_shown_once_among_the_gravest(look, a, b, found):
    findings = (
        found("high", a, b, rank=1, rule="r1"),
        found("high", b, a, rank=2, rule="r1"),
        found("medium", a, kind="lost", rank=3),
    )
    view = look(dict.fromkeys("ab", TEXT), [a, b], findings=findings)
    assert gravest(view, 5).frame()["Severity"].tolist() == ["▲▲▲ high\nNo. 1", "▲▲ medium\nNo. 3"]
    assert gravest(view, 1).caption == "The gravest finding"


def test_both_quotes_stand_side_by_side_and_lead_to_their_places(look, a, b, found):
    view = look(dict.fromkeys("ab", TEXT), [a, b], findings=(found("high", a, b),))
    made = conflicts(view).html(inline=False)
    assert f'href="#{view.anchor("a", a.start)}"' in made and f'href="#{view.anchor("b", b.start)}"' in made
    assert len(other_findings(view).rows) == 0


def test_a_finding_on_one_statement_names_what_stands_against_it(look, a, found):
    findings = (
        found("high", a, kind="lost", rank=1),
        found("high", a, kind="evidence", rank=2, references=("R1", "R2", "R3", "R4")),
    )
    frame = other_findings(look({"a": TEXT}, [a], findings=findings)).frame()
    assert frame["What speaks against it"].tolist() == [
        "A reason.\nNothing follows it.",
        "A reason.\nThe register contradicts it.\nR1; R2; R3; and 1 more",
    ]
    assert frame["What to do"].tolist()[1] == "Name the source that shows it, or take it out."


def test_a_problem_shows_every_place_and_its_advice(look, a, found):
    places = (f"{a.start}-{a.end}", "0-4")
    told = {"kind": "wording", "problem": "guarantee", "advice": "Say how often."}
    wording = found("high", a, places=places, quote_b="x", start_b=0, **told)
    made = other_findings(look({"a": TEXT}, [a], findings=(wording,)))
    row = made.frame().iloc[0]
    assert row["The problem"].startswith("A result promised without exception")
    assert row["The page says"] == f"“{a.quote}”\n“{TEXT[:4]}”"
    assert row["What speaks against it"] == "A reason."  # another place of the same is nothing against it
    assert row["What to do"] == "Say how often."
    assert f'href="#{look({"a": TEXT}, [a]).anchor("a", 0)}"' in made.html(inline=False)
