"""What can be published as things stand, and what is proposed for each source before anybody has reviewed it."""

from collections.abc import Collection
from typing import NamedTuple

from helpers.model import Finding
from helpers.show.view import View

GRAVITY = ("high", "medium", "low")
ONCE_REVIEWED = "publish once reviewed"
ACTIONS = {"high": "hold", "medium": "edit", "low": ONCE_REVIEWED}


class Proposal(NamedTuple):
    """What to do with a source until a reviewer decides.

    Attributes
    ----------
    action : str
        ``hold`` where a finding is of high severity, ``edit`` where one is of medium, else ``publish once reviewed``:
        what nobody reviewed cannot be published.
    worst : Finding or None
        The gravest; among equals, what the source says by itself comes before what two sources say.
    counts : dict of str to int
        Findings by severity.
    """

    source_id: str
    action: str
    worst: Finding | None
    counts: dict[str, int]


def proposals(view: View, *, cleared: Collection[str] = ()) -> list[Proposal]:
    """Return a proposal for each source, in the order of the sources.

    Parameters
    ----------
    cleared : collection of str, optional
        Ids of findings that reviewers found to do no harm.
    """
    found: dict[str, list[Finding]] = {source.source_id: [] for source in view.sources}
    for finding in (one for one in view.review.findings if one.finding_id not in cleared):
        for source_id in dict.fromkeys((finding.source_a, finding.source_b)):
            if source_id in found:
                found[source_id].append(finding)
    return [_proposal(source_id, findings) for source_id, findings in found.items()]


def _proposal(source_id: str, findings: list[Finding]) -> Proposal:
    worst = min(
        findings, key=lambda one: (GRAVITY.index(one.severity), one.source_b not in ("", one.source_a), one.rank), default=None
    )
    counts = {severity: sum(one.severity == severity for one in findings) for severity in GRAVITY}
    return Proposal(source_id, ACTIONS[worst.severity if worst else "low"], worst, counts)
