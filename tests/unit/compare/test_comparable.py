"""Between two sources only what is shown to be about the same thing is a finding."""

from dataclasses import replace

from made_up import TABLES, made_up
from small_texts import page_of

from helpers.compare import compare
from helpers.compare.comparable import UNSURE
from helpers.compare.findings import all_findings
from helpers.model import Claim, Finding


def between(*claims: Claim, a: str = "", b: str = "") -> list[Finding]:
    pages = [page_of(text, source) for source, text in (("a", a), ("b", b)) if text]
    return [one for one in all_findings(claims, tables=TABLES, pages=pages) if one.source_b not in ("", one.source_a)]


def no_time(source: str = "a", **where: str) -> Claim:
    return replace(made_up("downtime", source, level="none", quote="no downtime"), **where)


def bruises(source: str, low: float = 7, high: float = 14, **where: str) -> Claim:
    words = "bruises can last for a week or two"
    return replace(made_up("side_effect", source, item="bruising", level="stated", low=low, high=high, quote=words), **where)


def test_what_only_one_of_them_narrows_is_not_shown_to_be_the_same() -> None:
    assert between(no_time(), bruises("b"))
    assert between(no_time(area="lips"), bruises("b", area="lips"))
    for where in ({"area": "lips"}, {"group": "men"}, {"product": "juvederm"}, {"condition": "if mixed"}):
        assert not between(no_time(), bruises("b", **where))
        assert not between(no_time(**where), bruises("b"))


def test_a_sentence_that_names_two_treatments_is_of_neither_alone() -> None:
    a = "Microneedling is non-invasive."
    claims = [
        made_up("invasiveness", "a", level="non_invasive", treatment="microneedling"),
        made_up("technique", "b", item="injection", treatment="microneedling", quote="Needles go in"),
    ]
    assert between(*claims, a=a, b="Needles go in with microneedling.")
    assert not between(*claims, a=a, b="Needles go in with microneedling and dermal fillers.")


def test_pages_that_use_a_treatment_for_different_ends_are_not_set_against_each_other() -> None:
    claims = [
        made_up("invasiveness", "a", level="non_invasive", treatment="microneedling"),
        made_up("technique", "b", item="injection", treatment="microneedling", quote="Needles"),
    ]
    a, b = "Microneedling reduces acne scars.", "Needles go in. Microneedling reduces {}."
    assert between(*claims, a=a, b=b.format("acne scars"))
    assert not between(*claims, a=a, b=b.format("hair loss"))


def test_what_a_study_found_is_of_those_who_took_part() -> None:
    study = (
        "Abstract\nWe searched for trials. Peels in a randomized controlled trial left bruises that can last for a week or two."
    )
    assert not between(no_time(), bruises("b"), a="A peel has no downtime.", b=study)


def test_no_effect_counts_only_where_it_is_said_outright() -> None:
    helps = made_up("efficacy", "a", item="fat", level="benefit")
    assert between(helps, made_up("efficacy", "b", item="fat", level="no_benefit", quote="does not reduce fat"))
    assert not between(helps, made_up("efficacy", "b", item="fat", level="no_benefit", quote="not the fat that remains"))


def test_one_source_against_many_is_one_finding_that_names_them() -> None:
    few = between(no_time(), *(bruises(source) for source in "bcd"))
    assert len(few) == 3
    (many,) = between(no_time(), *(bruises(source, high=10 + at) for at, source in enumerate("bcdef")))
    assert "a" in (many.source_a, many.source_b)
    assert "So do b, c, d, e." in many.reason
    assert len(many.claim_ids) == 6


def test_two_promises_that_differ_by_days_are_no_finding_between_sources() -> None:
    minimal = made_up("downtime", "a", level="minimal", quote="minimal downtime")
    assert not between(minimal, bruises("b"))


def test_a_harm_that_is_only_named_does_not_speak_against_its_denial() -> None:
    denied = made_up("side_effect", item="any", level="absent", quote="no side effects")

    def told(words: str) -> list[str]:
        named = made_up("side_effect", item="tenderness", level="stated", quote=words, at=90)
        return [one.rule for one in all_findings([denied, named], tables=TABLES)]

    assert told("tenderness can follow") == ["no_side_effects_against_named"]
    assert told("the nerve that sends pain") == []


def test_in_the_table_what_may_be_about_two_things_is_a_tension_and_says_so() -> None:
    pages = [page_of("no downtime after a peel.", "a"), page_of("A peel leaves bruises.", "b")]
    peel = {"treatment": "chemical_peel"}

    def told(other: Claim) -> set[tuple[str, str, bool]]:
        rows = compare([no_time(**peel), other], pages=pages, tables=TABLES)
        return {(row.relation, row.severity, UNSURE in row.reason) for row in rows if row.scope == "between"}

    assert told(bruises("b", **peel)) == {("conflict", "medium", False)}
    assert told(bruises("b", area="lips", **peel)) == {("tension", "low", True)}


def test_a_time_is_between_sessions_only_where_it_says_so() -> None:
    monthly = made_up("session_interval", "a", low=30, high=30, quote="every month")
    assert between(monthly, made_up("session_interval", "b", low=7, high=7, quote="seven days apart"))
    assert not between(monthly, made_up("session_interval", "b", low=7, high=7, quote="our weekly letter"))
