"""What stands ready for a reason and for references: what a finding and the register say, to be accepted or changed."""

from collections import defaultdict
from collections.abc import Mapping

from helpers.model.evidence import EvidenceMatch
from helpers.model.finding import Finding
from helpers.model.words import problem_words
from helpers.panel.rows import Ready
from helpers.show.view import View
from helpers.show.words import capital

AGAINST = ("contradicts", "mixed")


def ready_of(view: View, matches: Mapping[str, EvidenceMatch]) -> dict[str, Ready]:
    """Return by claim id what can be accepted as a reason, and what the register has to show for it.

    Parameters
    ----------
    matches : mapping of str to EvidenceMatch
        By claim id.
    """
    about: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in view.review.findings:
        for claim_id in finding.claim_ids:
            about[claim_id].append(finding)
    return {claim_id: _ready(about[claim_id], matches.get(claim_id)) for claim_id in {**about, **matches}}


def _ready(findings: list[Finding], match: EvidenceMatch | None) -> Ready:
    found = next((one for one in findings if one.severity == findings[0].severity), None)
    against = f"{capital(problem_words(found))}: {found.harm}." if found else ""
    if not against and match and match.verdict in AGAINST:
        against = match.reason
    supports = match is not None and match.verdict == "supports"
    return Ready(
        against=against,
        shown=match.reason if match and supports else "",
        references=list(match.references) if match and supports else [],
    )
