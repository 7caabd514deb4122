"""Findings that no page made, for tests of what is counted."""

from dataclasses import replace

from helpers.model import Finding

FINDING = Finding(
    rank=1,
    finding_id="f",
    severity="high",
    kind="wording",
    problem="guarantee",
    warning=(),
    relation="",
    rule="promised",
    topic="efficacy",
    item="",
    treatment="chemical_peel",
    source_a="a",
    source_b="",
    quote_a="every scar goes",
    start_a=10,
    end_a=25,
    quote_b="",
    start_b=None,
    end_b=None,
    places=(),
    claim_ids=(),
    reason="",
    harm="",
    advice="",
    references=(),
)


def finding(rank: int, **changed: object) -> Finding:
    """Return a finding on wording, changed."""
    return replace(FINDING, rank=rank, **changed)


def warning(rank: int, *codes: str) -> Finding:
    """Return a finding that warnings are left out."""
    return finding(rank, kind="disclosure", problem="missing_warning", warning=codes, rule="owed", start_a=None, end_a=None)
