"""Small inputs hold where everything that they expect is so."""

from dataclasses import replace

import pytest
from gold_as_claims import gold_claims
from made_findings import FINDING, finding, warning

from helpers.errors import WorkbookError
from helpers.quality.probes import Probe, found_rightly, read_finding_probes, read_reading_probes, read_rightly

CLAIM = replace(
    gold_claims()[0],
    topic="side_effect",
    item="redness",
    level="stated",
    low=1,
    high=2,
    treatment="laser",
    certainty="asserted",
)


@pytest.mark.parametrize(
    ("expect", "holds"),
    [
        ("+side_effect/redness/stated", True),
        ("+side_effect/*/*", True),
        ("+side_effect/redness/stated[1,2.01]", True),
        ("+side_effect/redness/stated[1,3]", False),
        ("+side_effect/redness/stated[1,]", False),
        ("+side_effect/redness/common", False),
        ("-side_effect/redness/common", True),
        ("-side_effect/*/stated", False),
        ("@side_effect/redness=laser", True),
        ("@side_effect/*=peel", False),
        ("@pain/*=laser", False),
        ("~side_effect/*=asserted", True),
        ("~side_effect/redness=hedged", False),
    ],
)
def test_what_must_be_read(expect, holds):
    assert read_rightly(Probe("kind", ("",), (expect,)), [CLAIM]) is holds


def test_a_claim_without_an_upper_bound_is_open():
    assert read_rightly(Probe("kind", ("",), ("+side_effect/*/*[1,]",)), [replace(CLAIM, high=None)])


def test_all_of_it_must_hold():
    assert not read_rightly(Probe("kind", ("",), ("+side_effect/*/*", "+pain/*/*")), [CLAIM])


@pytest.mark.parametrize(
    ("expect", "findings", "holds"),
    [
        ("+guarantee", [FINDING], True),
        ("-guarantee", [FINDING], False),
        ("+missing_warning:burns", [warning(1, "burns")], True),
        ("+missing_warning:infection", [warning(1, "burns")], False),
        ("-any", [], True),
        ("-any", [FINDING], False),
        ("-between", [FINDING], True),
        ("-between", [finding(1, source_b="b")], False),
    ],
)
def test_what_must_be_found(expect, findings, holds):
    assert found_rightly(Probe("id", ("",), (expect,)), findings) is holds


def test_texts_become_pages(tmp_path):
    (tmp_path / "reading.csv").write_text(
        "kind,text,expect\nK,It is red.\\nIt is sore.,+pain/*/*\nK,!# A peel,-pain/*/*;@pain/*=peel\n"
    )
    below, alone = read_reading_probes(tmp_path / "reading.csv")
    assert below.pages[0].startswith("# ")
    assert below.pages[0].endswith("\n\nIt is red.\nIt is sore.\n")
    assert (alone.pages, alone.expect) == (("# A peel\n",), ("-pain/*/*", "@pain/*=peel"))
    (tmp_path / "finding.csv").write_text("id,text,expect\nf1,One. || Two.,-between\n")
    assert read_finding_probes(tmp_path / "finding.csv") == (Probe("f1", ("One.\n", "Two.\n"), ("-between",)),)


@pytest.mark.parametrize("expect", ["pain/*/*", "+pain", "@pain/*", "+pain/*/*;"])
def test_what_cannot_be_read_is_named(tmp_path, expect):
    (tmp_path / "reading.csv").write_text(f"kind,text,expect\nK,It is red.,{expect}\n")
    with pytest.raises(WorkbookError, match=r"reading\.csv, row 2: cannot read"):
        read_reading_probes(tmp_path / "reading.csv")
