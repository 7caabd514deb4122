"""Warnings that a page leaves out, as people judge them: one record a treatment, at the words that offer it."""

from collections.abc import Iterable

from helpers.model.claim import Claim
from helpers.model.finding import Finding
from helpers.model.unread import sentence_to_judge

OWED = "warnings_owed"  # the topic that they stand under


def owed_to_judge(finding: Finding) -> Claim | None:
    """Return what people decide on where a treatment's warnings are left out; None for another finding.

    The same warnings left out for the same treatment are the same statement on every page; a decision reopens when the
    list changes, or the words that offer the treatment.
    """
    if finding.kind != "disclosure" or finding.start_a is None or finding.end_a is None:
        return None
    return sentence_to_judge(
        finding.source_a,
        finding.start_a,
        finding.end_a,
        finding.quote_a,
        topic=OWED,
        item=", ".join(finding.warning),
        treatment=finding.treatment,
    )


def all_owed(findings: Iterable[Finding]) -> tuple[Claim, ...]:
    """Return what people decide on of the warnings left out, by source and place."""
    found = filter(None, map(owed_to_judge, findings))
    return tuple(sorted(found, key=lambda one: (one.source_id, one.start, one.treatment)))
