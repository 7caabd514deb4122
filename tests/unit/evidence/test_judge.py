"""Weighing: one question, studies before opinion, figures as figures."""

from dataclasses import replace

import pytest
from register_of_tests import register

from helpers.evidence.asked import Asked
from helpers.evidence.statements import Statement
from helpers.evidence.verdict import judge, says

JOINING = register().joining
ASKED = Asked("efficacy", "wrinkles", "benefit", None, None, "peel", ("acid",), True, "topical", ("wrinkles",))
TRIAL = Statement(
    "T1",
    "efficacy",
    "wrinkles",
    "Peels smooth wrinkles",
    "benefit",
    "",
    None,
    None,
    ("peel",),
    ("acid",),
    False,
    "topical",
    None,
    2,
)


def test_agreeing_entries_give_their_verdict() -> None:
    assert judge(ASKED, [TRIAL, replace(TRIAL, ref_id="T2")], JOINING).verdict == "supports"


def test_disagreeing_entries_are_mixed() -> None:
    against = replace(TRIAL, ref_id="T2", reading="no_benefit")
    assert judge(ASKED, [TRIAL, against], JOINING).verdict == "mixed"


def test_another_tested_claim_is_set_aside_however_many_entries_it_has() -> None:
    others = [
        replace(TRIAL, ref_id=f"O{number}", question="Peels beat creams on wrinkles", reading="no_benefit", level=3)
        for number in range(5)
    ]
    judged = judge(ASKED, [*others, TRIAL], JOINING)
    assert (judged.verdict, judged.weighed) == ("supports", (TRIAL,))
    assert judged.aside == tuple(others)


def test_a_question_that_answers_goes_before_one_that_does_not() -> None:
    open_review = replace(TRIAL, ref_id="R1", question="Peels work", reading="unclear", level=1)
    judged = judge(ASKED, [open_review, TRIAL], JOINING)
    assert (judged.verdict, judged.weighed, judged.aside) == ("supports", (TRIAL,), (open_review,))


def test_opinion_does_not_outvote_a_study() -> None:
    opinion = replace(TRIAL, ref_id="O1", reading="no_benefit", level=5)
    judged = judge(ASKED, [TRIAL, opinion], JOINING)
    assert (judged.verdict, judged.heard) == ("supports", (opinion,))


def test_opinion_answers_only_what_opinion_can() -> None:
    opinion = replace(TRIAL, level=5)
    assert judge(ASKED, [opinion], JOINING).verdict == "no evidence found"
    proof = replace(opinion, topic="evidence_basis", item=None, reading="lacking")
    asked = replace(ASKED, topic="evidence_basis", item=None, level="established")
    assert judge(asked, [proof], JOINING).verdict == "contradicts"


def test_nothing_that_applies_is_no_evidence() -> None:
    assert judge(ASKED, [], JOINING).verdict == "no evidence found"


@pytest.mark.parametrize(
    ("page", "entry", "expected"),
    [
        ((1950, 1959), (1952, 1952), "supports"),
        ((1952, 1952), (1952, 1952), "supports"),
        ((1952, 1952), (1958, 1958), "contradicts"),
        ((1, 4), (None, 4), "supports"),
        ((1, 6), (None, 4), "mixed"),
        ((5, 6), (None, 4), "contradicts"),
        ((1, 4), (0, 12), "mixed"),
        ((None, 4), (0, 2), "supports"),
        ((1, None), (0, 2), "mixed"),
    ],
)
def test_figures(page: tuple[float | None, float | None], entry: tuple[float | None, float | None], expected: str) -> None:
    asked = replace(ASKED, topic="depth", item=None, level=None, low=page[0], high=page[1])
    statement = replace(TRIAL, topic="depth", item=None, reading="as_stated", low=entry[0], high=entry[1])
    assert says(asked, statement, JOINING) == expected
