"""Findings meet the problems of their page as the codebook says (section 9)."""

from dataclasses import replace

import pytest
from made_findings import FINDING, finding, warning

from helpers.quality.meeting import measure_problems, meets
from helpers.quality.problems import AnnotatedProblem
from helpers.quality.tally import RuleScore, Tally, added

PROMISE = AnnotatedProblem("a", "guarantee", 2, ((0, 30),), frozenset(), "chemical_peel", "every scar is promised to go")
BURNS = AnnotatedProblem("a", "missing_warning", 3, (), frozenset({"burns", "scarring"}), "chemical_peel", "burns")
AGAINST = AnnotatedProblem("a", "internal_contradiction", 2, ((40, 60), (80, 99)), frozenset(), "chemical_peel", "a week")
PROBLEMS = (PROMISE, BURNS, AGAINST)


@pytest.mark.parametrize(
    ("made", "problem", "same", "any_kind"),
    [
        (FINDING, PROMISE, True, True),
        (replace(FINDING, start_a=30, end_a=40), PROMISE, False, False),  # it begins where the sentence ends
        (replace(FINDING, start_a=29, end_a=40), PROMISE, True, True),
        (replace(FINDING, problem="comparison"), PROMISE, False, True),
        (replace(FINDING, start_a=None, end_a=None), PROMISE, False, False),
        (replace(FINDING, start_a=200, end_a=210, start_b=5, end_b=9), PROMISE, True, True),
        (replace(FINDING, problem="internal_contradiction", start_a=81, end_a=90), AGAINST, True, True),
        (warning(1, "burns"), BURNS, True, True),
        (warning(1, "infection"), BURNS, False, False),
        (replace(warning(1, "burns"), problem="other"), BURNS, False, False),
        (FINDING, BURNS, False, False),
    ],
)
def test_a_finding_meets_a_problem(made, problem, same, any_kind):
    assert meets(made, problem) is same
    assert meets(made, problem, any_kind=True) is any_kind


def test_problems_found_and_findings_that_meet_one_are_counted():
    told = measure_problems(PROBLEMS, [finding(1), finding(2, problem="comparison"), warning(3, "scarring", "infection")])
    assert told.sources == ("a",)
    assert (told.grave, told.real) == (Tally("grave", 1, 1), Tally("real", 2, 3))
    assert told.agreement == Tally("agreement", 2, 3)
    assert told.findings_a_page == 3
    assert told.by_kind == (Tally("guarantee", 1, 1), Tally("internal_contradiction", 0, 1), Tally("missing_warning", 1, 1))
    assert told.by_rule == (RuleScore("owed", 1, 0, 1), RuleScore("promised", 1, 1, 2))
    assert told.missed == (AGAINST,)


def test_the_first_five_are_those_of_the_best_rank():
    wrong = [finding(rank, start_a=200, end_a=210) for rank in range(1, 6)]
    assert measure_problems(PROBLEMS, [finding(6), *wrong]).first == Tally("first", 0, 5)
    assert measure_problems(PROBLEMS, [*wrong[1:], finding(6), finding(1)]).first == Tally("first", 1, 5)


def test_findings_between_pages_or_on_other_pages_take_no_part():
    elsewhere = [finding(1, source_b="b"), finding(2, source_a="b")]
    assert measure_problems(PROBLEMS, elsewhere).agreement.of == 0
    assert measure_problems(PROBLEMS, [finding(1, source_b="a")]).agreement.of == 1


def test_two_equal_problems_are_two():
    assert measure_problems([PROMISE, PROMISE], [FINDING]).real == Tally("real", 2, 2)


def test_a_minor_problem_is_no_miss():
    told = measure_problems([replace(PROMISE, gravity=1)], [])
    assert (told.real.of, told.missed, told.by_kind) == (0, (), (Tally("guarantee", 0, 1),))


def test_a_rule_without_a_name_goes_by_its_topic():
    told = measure_problems(PROBLEMS, [finding(1, rule="", kind="contradiction", topic="pain")])
    assert [one.rule for one in told.by_rule] == ["contradiction on pain"]


def test_scores_of_several_sets_are_added_by_rule():
    assert added([RuleScore("b", 1, 0, 2), RuleScore("a", 0, 1, 1), RuleScore("b", 2, 1, 3)]) == (
        RuleScore("a", 0, 1, 1),
        RuleScore("b", 3, 1, 5),
    )
    assert [RuleScore("a", met, 0, 4).holds for met in (2, 3)] == [False, True]
