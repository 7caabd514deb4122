"""What stands ready for a reason and for references: what a finding and the register say, to be accepted or changed."""

from collections import defaultdict
from collections.abc import Mapping

from helpers.model.evidence import EvidenceMatch
from helpers.model.finding import Finding
from helpers.model.words import problem_words
from helpers.panel.rows import FINE, Ready
from helpers.show.view import View
from helpers.show.words import capital, counted

SAYS = {
    "supports": "The register bears it out",
    "contradicts": "The register speaks against it",
    "mixed": "Studies of the register disagree on it",
}
AGAINST = ("contradicts", "mixed")
NAMED = 2  # references in a reason; the others are counted, and stand beside the claim


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
    return {claim_id: _ready(view, about[claim_id], matches.get(claim_id)) for claim_id in {**about, **matches}}


def _ready(view: View, findings: list[Finding], match: EvidenceMatch | None) -> Ready:
    found = next((one for one in findings if one.severity == findings[0].severity), None)
    against = f"{capital(problem_words(found))}: {found.harm}." if found else ""
    if not against and match and match.verdict in AGAINST:
        against = _by_register(view, match)
    supports = match is not None and match.verdict == "supports"
    return Ready(
        against=against,
        shown=_by_register(view, match) if match and supports else "",
        references=list(match.references) if match and supports else [],
        harmless="" if against else FINE,
    )


def _by_register(view: View, match: EvidenceMatch) -> str:
    """Return in one sentence what the register says of a claim, and by whom."""
    cited = list(dict.fromkeys(view.citation(reference)[0] for reference in match.references))
    more = f" and {counted(len(cited) - NAMED, 'more entry', 'more entries')}" if len(cited) > NAMED else ""
    level = f"; best level of evidence {match.best_level} of 5" if match.best_level else ""
    return f"{SAYS[match.verdict]}: {'; '.join(cited[:NAMED])}{more}{level}."
