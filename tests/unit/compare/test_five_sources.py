"""What must come out of the five sources, read from their gold, and all of it in one readable table."""

import csv
from dataclasses import replace
from functools import cache

import pytest
from gold_as_claims import gold_claims, gold_sources
from made_up import TABLES
from small_texts import pipeline

from helpers.compare import Page, all_findings, compare, owed_warnings
from helpers.load import read_document
from helpers.model import Claim, Finding, Gap, Relation
from helpers.paths import ROOT, SEEDS

GOLDEN = ROOT / "tests" / "golden" / "relations_of_the_five_sources.csv"
FINDINGS = ROOT / "tests" / "golden" / "findings_of_the_five_sources.csv"
LOST = Gap("002_ee7c7e119af02394", 5285, 5309, "side_effect", "Potential risks include:")


@cache
def relations() -> list[Relation]:
    return compare(gold_claims(), sources=gold_sources(), gaps=[LOST], tables=TABLES)


@cache
def by_id() -> dict[str, Claim]:
    return {claim.claim_id: claim for claim in gold_claims()}


@cache
def findings() -> list[Finding]:
    pages = [page(source) for source in gold_sources()]
    disclosures = owed_warnings(pages, TABLES.warnings)
    return all_findings(gold_claims(), tables=TABLES, pages=pages, disclosures=disclosures)


def page(source: str) -> Page:
    """Return a source as it is read, with the claims of its gold."""
    document = read_document(SEEDS / f"{source}.txt")
    claims = tuple(claim for claim in gold_claims() if claim.source_id == source)
    return pipeline().page(replace(pipeline().read(document), claims=claims))


def short(claim_id: str) -> str:
    """Return what the claim says, as short as can be."""
    if not claim_id:
        return ""
    claim = by_id()[claim_id]
    bounds = "" if claim.low is None and claim.high is None else f"[{claim.low},{claim.high}]"
    return " ".join(part for part in (claim.topic, claim.item, claim.level, bounds) if part)


def table(rows: list[Relation]) -> list[list[str]]:
    return [
        [
            *(row.topic, row.item, row.treatment, row.relation, row.strength, row.scope, row.kind),
            *(row.source_a[:3], row.source_b[:3], short(row.claim_a), short(row.claim_b), row.severity),
        ]
        for row in rows
    ]


def test_the_whole_table_is_as_it_was_read_through() -> None:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        assert table(relations()) == list(csv.reader(file))[1:]


def test_the_findings_are_as_they_were_read_through() -> None:
    with FINDINGS.open(encoding="utf-8", newline="") as file:
        assert finding_table() == list(csv.reader(file))[1:]


def finding_table() -> list[list[str]]:
    return [
        [str(one.rank), one.severity, one.kind, one.relation, one.rule, one.topic, one.item, one.source_a[:3], one.source_b[:3]]
        for one in findings()
    ]


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("000", "set_above_others"),
        ("000", "no_recovery"),
        ("000", "agency_as_witness"),
        ("004", "called_proven"),
        ("000", "warnings_owed"),
        ("001", "warnings_owed"),
        ("002", "warnings_owed"),
        ("003", "warnings_owed"),
        ("004", "warnings_owed"),
    ],
)
def test_bold_wording_and_missing_warnings(source: str, rule: str) -> None:
    assert [one for one in findings() if (one.source_a[:3], one.rule) == (source, rule)]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("000", "infection"),
        ("002", "prescriber"),
        ("002", "unlicensed_mixture"),
        ("003", "nodules"),
        ("004", "unlicensed_mixture"),
    ],
)
def test_which_warnings_are_left_out(source: str, code: str) -> None:
    assert any(code in one.warning for one in findings() if one.source_a[:3] == source)


@pytest.mark.parametrize(
    ("a", "b", "topic", "relation", "kind", "says"),
    [
        # downtime: 000 none, 001 minimal, the others silent and not agreeing
        ("000", "001", "downtime", "tension", "direct", "minimal"),
        ("002", "", "downtime", "silent", "direct", ""),
        ("003", "", "downtime", "silent", "direct", ""),
        ("004", "", "downtime", "silent", "direct", ""),
        # 001 against its own bruises and restrictions, and 000 against them
        ("001", "001", "downtime", "conflict", "implied", "bruising"),
        ("001", "001", "downtime", "conflict", "implied", "exercise"),
        ("000", "001", "downtime", "conflict", "implied", "bruising"),
        ("000", "001", "downtime", "conflict", "implied", "exercise"),
        # the course
        ("000", "002", "session_interval", "conflict", "direct", "[14.0,None]"),
        ("000", "002", "session_count", "agree", "direct", "[2.0,None]"),
        ("000", "004", "session_count", "not_comparable", "direct", "individual"),
        ("001", "001", "onset", "tension", "direct", "[60.0,None]"),
        # the evidence
        ("000", "004", "evidence_basis", "conflict", "direct", "established"),
        ("000", "000", "efficacy", "conflict", "implied", "limited"),
        ("000", "000", "regulatory_status", "tension", "direct", "considered_safe"),
        ("000", "000", "regulatory_status", "conflict", "implied", "considered_safe"),
        # what is done, and by whom
        ("002", "002", "invasiveness", "conflict", "implied", "injection"),
        ("002", "004", "invasiveness", "conflict", "implied", "injection"),
        ("001", "004", "invasiveness", "agree", "direct", "minimally_invasive"),
        ("001", "001", "target_layer", "conflict", "implied", "subcutaneous"),
        ("001", "004", "target_layer", "agree", "direct", "subcutaneous"),
        ("000", "000", "provider", "conflict", "implied", "hormones"),
        ("000", "000", "provider", "conflict", "implied", "antibiotics"),
        ("002", "002", "pain", "conflict", "implied", "anaesthesia"),
        # side effects: a few days against a week or two, the combined procedure, the lost list
        ("001", "001", "side_effect", "conflict", "implied", "bruising"),
        ("001", "003", "side_effect", "not_comparable", "direct", "swelling"),
        ("002", "", "side_effect", "unknown", "direct", ""),
    ],
)
def test_what_a_reviewer_expects_to_see(a: str, b: str, topic: str, relation: str, kind: str, says: str) -> None:
    assert [
        row
        for row in relations()
        if (row.source_a[:3], row.source_b[:3], row.topic, row.relation, row.kind) == (a, b, topic, relation, kind)
        and says in short(row.claim_a) + short(row.claim_b)
    ]


def test_the_combined_procedure_is_never_compared_with_mesotherapy() -> None:
    for row in relations():
        if row.claim_b and row.relation != "not_comparable":
            assert by_id()[row.claim_a].treatment == by_id()[row.claim_b].treatment
