"""Wordings: every rule of the pack on its own examples, read as pages, and what holds for all of them."""

import csv

import pytest
from small_texts import page_of, pipeline

from helpers.compare.wording import wordings
from helpers.model import Finding
from helpers.model.problem import PROBLEMS
from helpers.packs.frames import FrameError, frames
from helpers.packs.problems import ProblemFile
from helpers.paths import DATA

EVIDENCE = DATA / "evidence"


RULES = pipeline().tables.problems.rules
EXAMPLES = [(rule.id, text) for rule in RULES for text in rule.examples]
COUNTEREXAMPLES = [(rule.id, text) for rule in RULES for text in rule.counterexamples]


def found(text: str) -> list[Finding]:
    return list(wordings(page_of(text), pipeline().tables.problems))


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_each_rule_finds_its_examples(rule: str, text: str) -> None:
    problem = next(one.problem for one in RULES if one.id == rule)
    told = [finding for finding in found(text) if finding.problem == problem]
    assert told, [finding.rule for finding in found(text)]
    assert any(finding.rule == rule for finding in told)
    for finding in told:
        assert all(text[slice(*map(int, place.split("-")))].strip() for place in finding.places)


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_no_rule_finds_its_counterexamples(rule: str, text: str) -> None:
    """A counter-example holds for the whole kind of problem and not just for its rule."""
    problem = next(one.problem for one in RULES if one.id == rule)
    assert [finding.rule for finding in found(text) if finding.problem == problem] == []


def test_a_statement_made_thrice_is_one_problem_with_three_places() -> None:
    text = "Mesotherapy is completely safe.\n\nMesotherapy is totally safe.\n\nOur mesotherapy is absolutely safe."
    (finding,) = [one for one in found(text) if one.problem == "absolute_safety"]
    assert len(finding.places) == 3
    assert "2 more places" in finding.reason
    assert finding.advice and finding.harm


def test_questions_and_what_is_rejected_say_nothing() -> None:
    assert not [one for one in found("Is mesotherapy completely safe?") if one.problem == "absolute_safety"]
    assert not [one for one in found("It is a myth that mesotherapy is completely safe.") if one.problem == "absolute_safety"]


def test_an_answer_that_assents_says_what_its_question_asks() -> None:
    text = "## Is mesotherapy as safe as a cream?\n\nYes. Mesotherapy is done by hand."
    assert [one for one in found(text) if one.problem == "absolute_safety"]


def test_every_reference_stands_in_a_table() -> None:
    known = set()
    for name, column in (("advertising.csv", "id"), ("regulatory.csv", "id"), ("warnings.csv", "id"), ("evidence.csv", "ref_id")):
        with (EVIDENCE / name).open(encoding="utf-8", newline="") as file:
            known |= {row[column] for row in csv.DictReader(file)}
    assert {reference for rule in RULES for reference in rule.references} <= known


def test_rules_use_the_kinds_of_the_codebook() -> None:
    assert {rule.problem for rule in RULES} <= set(PROBLEMS)


def test_a_frame_that_names_no_class_is_refused() -> None:
    with pytest.raises(FrameError, match="no class 'nothing'"):
        frames(["{nothing} here"], {})


def test_gaps_numbers_and_denials_of_frames() -> None:
    one = frames(["{none} ..2 {risk}", "#% of women"], {"none": ("no", "without"), "risk": ("risk*",)}, ("not",))
    assert one.search("It has no known risks") and one.search("without any real **risk**")
    assert one.search("in 93 % of women") and one.search("70-80% of women")
    assert not one.search("It is not without risk") and not one.search("no one speaks of a grave risk")


def test_two_rules_of_one_id_are_refused() -> None:
    rule = RULES[0].model_dump()
    with pytest.raises(ValueError, match="stands twice"):
        ProblemFile.model_validate({"rules": [rule, rule], "classes": {}})


def test_a_page_that_reports_a_study_is_the_source_of_its_figures() -> None:
    page = page_of("Microneedling gives 90% of patients better skin.")
    problems = pipeline().tables.problems
    assert {one.rule for one in wordings(page, problems)} == {"figure_of_success"}
    assert not list(wordings(page, problems, reports=True))


def test_a_list_of_addresses_says_nothing() -> None:
    told = "Mesotherapy is completely safe"
    assert found(f"{told}.")
    assert not found(f"{told}: /services/mesotherapy, /blog/is-mesotherapy-safe, what-mesotherapy-does")
