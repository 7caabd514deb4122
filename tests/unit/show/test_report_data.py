"""What the report's data says of statements: what lies behind a square, and why they are read so."""

import pytest

from helpers.model import Document
from helpers.model.trace import SentenceTrace, TracedClaim, TracedRule
from helpers.show.report.squares import SHOWN, behind
from helpers.show.report.why import Why

REST, NONE = "Two days of rest are needed.", "There is no downtime."


@pytest.fixture
def claims(claim_in):
    some = {"level": "some", "low": 2.0, "high": 2.0, "unit": "day"}
    held = {f"r{number}": claim_in(f"r{number}", REST, "Two days", **some) for number in range(SHOWN + 3)}
    return held | {"n": claim_in("n", NONE, "no downtime", level="none")}


@pytest.fixture
def found(look, claims, related):
    texts = {source: NONE if source == "n" else REST for source in claims}
    reason = "n says “no downtime” (none) and r0 says “Two days” (2 days): the one excludes the other."
    rows = (related("conflict", claims["n"], claims["r0"], reason=reason),)
    return behind(look(texts, list(claims.values()), relations=rows))


def test_behind_a_square_stand_a_few_of_many_that_hold_one_value(found, claims):
    pairs = found["downtime", "n"]["conflict"]
    assert len(pairs) == SHOWN
    assert all(own == claims["n"] and other.quote == "Two days" for own, other, _ in pairs)


def test_each_that_holds_the_value_is_shown_with_the_other(found, claims):
    for number in range(SHOWN + 3):
        ((own, other, why),) = found["downtime", f"r{number}"]["conflict"]
        assert (own, other) == (claims[f"r{number}"], claims["n"])
        assert why == "The one excludes the other."  # without the words of other pages


def test_those_that_say_the_same_stand_behind_each_other(found):
    pairs = found["downtime", "r0"]["agree"]
    assert len(pairs) == SHOWN and all(own.source_id == "r0" != other.source_id for own, other, _ in pairs)


def test_why_names_the_words_the_reason_the_treatment_and_what_gave_way(claim_in):
    claim = claim_in("a", NONE, "no downtime", level="none", rule="downtime.degree")
    won = TracedRule("downtime.degree", "downtime", 12, "none, asserted", "", ("level from “no”", "denied by “no”"))
    lost = TracedRule("downtime.loose", "downtime", 12, "acne, some_level, hedged", "downtime.degree says it more definitely")
    told = TracedClaim(claim, "named above it", ("area face: its sentence says so",))
    trace = [SentenceTrace(0, len(NONE), "sentence", (), (), (), (lost, won), (told,))]
    why = Why(lambda _: trace, {"downtime.degree": "A word for how much beside the word for downtime."})
    assert why.of(Document("a", NONE, "", "a.txt")) == {
        claim.claim_id: [
            "“downtime”: A word for how much beside the word for downtime.",
            "How much it says comes from “no”.",
            "It is denied by “no”.",
            "It is about mesotherapy: named above it.",
            "Where: face; its sentence says so.",
            "“downtime” could be read as “acne: some level” too; this says it more definitely.",
        ]
    }


def test_where_nobody_can_explain_nothing_is_told():
    assert Why().of(Document("a", NONE, "", "a.txt")) == {}
