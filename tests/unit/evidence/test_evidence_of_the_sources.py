"""The five sources' gold beside the register, in one table that was read through."""

import csv
from collections import Counter
from functools import cache

from gold_as_claims import gold_claims
from register_of_tests import register

from helpers.evidence import match
from helpers.model.evidence import EvidenceMatch
from helpers.paths import ROOT

GOLDEN = ROOT / "tests" / "golden" / "evidence_of_the_five_sources.csv"


@cache
def matches() -> tuple[EvidenceMatch, ...]:
    return tuple(match(gold_claims(), register()))


def table() -> list[list[str]]:
    """Return each distinct question a source asks, and its answer."""
    rows = {
        (
            *(found.source_id[:3], found.topic, found.item or "", level, found.treatment, found.product, found.route),
            *(
                found.verdict,
                found.applicability,
                " ".join(found.references),
                " ".join(found.closest),
                str(found.best_level or ""),
            ),
        )
        for found, level in ((found, level_of()[found.claim_id]) for found in matches())
        if found.verdict != "not in the register's scope"
    }
    return [list(row) for row in sorted(rows)]


@cache
def level_of() -> dict[str, str]:
    return {claim.claim_id: claim.level or "" for claim in gold_claims()}


def test_the_whole_table_is_as_it_was_read_through() -> None:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        assert table() == list(csv.reader(file))[1:]


def test_every_claim_has_one_row() -> None:
    assert sorted(found.claim_id for found in matches()) == sorted(claim.claim_id for claim in gold_claims())


def test_no_verdict_without_references_and_no_reference_without_its_caveats() -> None:
    for found in matches():
        if found.verdict in {"supports", "contradicts", "mixed"}:
            assert found.references and found.applicability == "applies"
        assert not set(found.references) & set(found.closest)
        for ref_id in found.references:
            assert register().entries[ref_id].row.quality_caveats in found.caveats


def test_a_verdict_on_the_tested_claims_rests_on_one_of_them() -> None:
    for found in matches():
        mapped = [register().entries[ref_id] for ref_id in found.references]
        tested = {
            entry.row.claim_tested
            for entry in mapped
            if any((part.topic, part.item, part.reading) == (found.topic, found.item, None) for part in entry.mapped.speaks_to)
        }
        assert len(tested) <= 1, (found.topic, found.item, tested)


def test_what_a_reviewer_looks_for() -> None:
    said = Counter((found.source_id[:3], found.topic, found.item, found.verdict) for found in matches())
    assert said["000", "efficacy", "acne_scars", "no evidence found"]
    assert said["000", "evidence_basis", None, "supports"] == 2
    assert said["004", "evidence_basis", None, "contradicts"]
    assert said["002", "efficacy", "fat", "no evidence found"]
    assert said["002", "safety", None, "supports"] == said["002", "safety", None, "mixed"] == 1
    assert not [key for key in said if key[1] in {"session_interval", "session_count"} and key[3] != "no evidence found"]
