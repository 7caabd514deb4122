"""Findings: what becomes one, what is joined into one, and which comes first."""

from dataclasses import replace

from made_up import TABLES, made_up
from small_texts import page_of

from helpers.compare.findings import all_findings
from helpers.compare.warnings import owed_warnings
from helpers.model import Claim, Finding
from helpers.model.evidence import EvidenceMatch


def found(*claims: Claim) -> list[Finding]:
    return all_findings(claims, tables=TABLES)


def contradicted(claim: Claim, *references: str, level: int = 2) -> EvidenceMatch:
    return EvidenceMatch(
        claim_id=claim.claim_id,
        source_id=claim.source_id,
        topic=claim.topic,
        item=claim.item,
        treatment=claim.treatment,
        product="",
        route="",
        verdict="contradicts",
        applicability="applies",
        references=references,
        closest=(),
        best_level=level,
        caveats="",
        reason="a trial found none.",
        schedule="",
        notices="",
    )


def test_a_difference_in_wording_is_no_finding() -> None:
    assert (
        found(made_up("efficacy", "a", item="fat", level="benefit"), made_up("efficacy", "b", item="fat", level="strong_benefit"))
        == []
    )


def test_agreement_and_what_cannot_be_compared_are_no_findings() -> None:
    assert found(made_up("pain", "a", level="none"), made_up("pain", "b", level="none", treatment="laser")) == []


def test_consequences_of_one_promise_are_one_finding_that_quotes_the_gravest() -> None:
    (finding,) = found(
        made_up("downtime", level="none", quote="no downtime"),
        made_up("side_effect", item="swelling", level="common", low=1, high=2, at=50, quote="swelling for a day or two"),
        made_up("side_effect", item="bruising", level="common", low=7, high=14, at=90, quote="bruises for a week or two"),
    )
    assert (finding.kind, finding.rule, finding.topic) == ("implied_within", "recovery_against_lasting_side_effect", "downtime")
    assert (finding.quote_a, finding.quote_b) == ("no downtime", "bruises for a week or two")
    assert "The same goes for: swelling, common, 1 to 2 days." in finding.reason
    assert len(finding.claim_ids) == 3


def test_a_rule_speaks_before_the_scale() -> None:
    (finding,) = found(made_up("evidence_basis", "a", level="established"), made_up("evidence_basis", "b", level="limited"))
    assert (finding.kind, finding.rule) == ("conflict", "proven_against_thin_evidence")


def test_the_gravest_comes_first_and_ranks_are_counted_from_one() -> None:
    ranked = found(
        made_up("session_interval", "a", low=7, high=7, quote="seven days apart"),
        made_up("session_interval", "b", low=30, high=30, quote="every month"),
        made_up("safety", "b", level="safe", at=50),
        made_up("side_effect", "b", item="necrosis", level="rare", at=90),
        made_up("regulatory_status", "a", item="ce", level="approved", at=90),
        made_up("regulatory_status", "b", item="ce", level="not_approved", at=130),
    )
    assert [(one.rank, one.severity, one.kind) for one in ranked] == [
        (1, "high", "implied_within"),
        (2, "medium", "conflict"),
        (3, "medium", "conflict"),
    ]


def test_of_two_sources_that_differ_neither_is_grave_unless_the_register_says_which() -> None:
    one, other = (
        made_up("efficacy", "a", item="fat", level="benefit"),
        made_up("efficacy", "b", item="fat", level="no_benefit", quote="does not reduce fat"),
    )
    (undecided,) = found(one, other)
    assert (undecided.source_b, undecided.severity) == ("b", "medium")
    decided = all_findings([one, other], tables=TABLES, matches=[contradicted(one, "X1")])
    assert [finding.severity for finding in decided if finding.source_b == "b"] == ["high"]


def test_two_sources_differ_only_on_what_each_says_of_that_treatment_itself() -> None:
    a = "Sofwave is non-invasive."
    own, passing = (
        "Sofwave is used here. Needles go in.",
        "Profhilo is injected. Profhilo fills. Needles go in. Some have had Sofwave.",
    )

    def rules(b: str) -> set[str]:
        claims = [
            made_up("invasiveness", "a", level="non_invasive", treatment="hifu"),
            made_up("technique", "b", item="injection", treatment="hifu", at=b.index("Needles"), quote="Needles"),
        ]
        return {one.rule for one in all_findings(claims, tables=TABLES, pages=[page_of(a, "a"), page_of(b, "b")])}

    assert "non_invasive_against_needles" in rules(own)
    assert "non_invasive_against_needles" not in rules(passing)


def test_of_two_pages_that_leave_warnings_out_the_blocked_vessel_stands_before_the_infection() -> None:
    pages = [page_of("Microneedling pricks the skin.", "a"), page_of("Dermal filler gives volume.", "b")]
    ranked = all_findings([], tables=TABLES, pages=pages, disclosures=owed_warnings(pages, TABLES.warnings))
    owed = [one.treatment for one in ranked if one.problem == "missing_warning"]
    assert owed == ["dermal_filler", "microneedling"]


def test_hedging_changes_no_severity() -> None:
    plain = found(
        made_up("efficacy", "a", item="fat", level="benefit"),
        made_up("efficacy", "b", item="fat", level="no_benefit", quote="does not reduce fat"),
    )
    hedged = found(
        made_up("efficacy", "a", item="fat", level="benefit", certainty="hedged"),
        made_up("efficacy", "b", item="fat", level="no_benefit", quote="does not reduce fat"),
    )
    assert [(one.relation, one.severity) for one in plain] == [("conflict", "medium")]
    assert [(one.relation, one.severity) for one in hedged] == [("tension", "medium")]


def test_what_the_register_contradicts_is_a_finding_once_however_often_it_is_said() -> None:
    claims = [made_up("efficacy", item="fat", level="benefit", at=at) for at in (0, 50)]
    (finding,) = all_findings(claims, tables=TABLES, matches=[contradicted(claim, "X2", "X1") for claim in claims])
    assert (finding.kind, finding.references, len(finding.claim_ids)) == ("evidence", ("X1", "X2"), 2)
    assert finding.reason.endswith("a trial found none.")


def test_better_evidence_against_a_claim_ranks_it_higher() -> None:
    weak, strong = (made_up("efficacy", source, item="fat", level="benefit") for source in "ab")
    ranked = all_findings(
        [weak, strong], tables=TABLES, matches=[contradicted(weak, "X1", level=4), contradicted(strong, "X2", level=1)]
    )
    assert [one.source_a for one in ranked] == ["b", "a"]


def test_references_against_a_claim_go_with_every_finding_that_rests_on_it() -> None:
    one, other = (
        made_up("efficacy", "a", item="fat", level="benefit"),
        made_up("efficacy", "b", item="fat", level="no_benefit", quote="does not reduce fat"),
    )
    conflict = next(
        row for row in all_findings([one, other], tables=TABLES, matches=[contradicted(one, "X1")]) if row.kind == "conflict"
    )
    assert conflict.references == ("X1",)


def test_lost_lists_and_missing_warnings_are_findings() -> None:
    text = "Mesotherapy is injected.\n\nPotential side effects include:\n\n# Prices\n\nAsk us."
    page = page_of(text)
    records = owed_warnings([page], TABLES.warnings)
    kinds = {one.kind: one for one in all_findings(page.claims, tables=TABLES, pages=[page], disclosures=records)}
    assert kinds["lost"].severity == TABLES.harm("side_effect").unknown
    assert (kinds["lost"].quote_a, kinds["lost"].problem) == ("Potential side effects include:", "other")
    assert kinds["disclosure"].relation in {"unknown", "missing"}
    assert kinds["disclosure"].problem == "missing_warning"


def test_what_is_of_low_severity_stays_out() -> None:
    assert found(made_up("pain", level="none"), made_up("anaesthesia", item="topical", at=50)) == []


def test_two_readings_of_the_same_words_do_not_contradict_each_other() -> None:
    one = made_up("evidence_basis", level="established", quote="studies suggest")
    assert found(one, made_up("evidence_basis", level="limited", quote="few studies")) == []


def test_what_differs_from_one_stage_or_place_to_another_is_no_contradiction() -> None:
    lips = replace(made_up("downtime", level="none"), area="lips")
    cheeks = replace(made_up("side_effect", item="bruising", level="common", low=7, high=10, at=90), area="cheeks")
    assert found(lips, cheeks) == []
    assert [one.problem for one in found(lips, replace(cheeks, area="lips"))] == ["internal_contradiction"]


def test_the_same_problem_in_the_same_words_is_told_once() -> None:
    text = "Mesotherapy is completely safe. In rare cases mesotherapy leaves scars."
    page = page_of(text)
    told = [one for one in all_findings(page.claims, tables=TABLES, pages=[page]) if one.problem == "absolute_safety"]
    assert len(told) == 1


def test_ids_differ_and_stay_from_run_to_run() -> None:
    claims = [
        made_up("downtime", "a", level="none", quote="no downtime"),
        made_up("downtime", "b", level="some"),
        made_up("downtime", "c", level="extended", quote="weeks to heal"),
    ]
    forth, back = found(*claims), found(*reversed(claims))
    assert forth == back
    assert len({one.finding_id for one in forth}) == len(forth) == 2
