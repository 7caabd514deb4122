"""The panel's queue from a run of the workbook: findings rank it, relations and evidence stand beside each claim."""

from collections import defaultdict
from collections.abc import Mapping

from helpers.model import Claim, Finding, Relation
from helpers.model.evidence import EvidenceMatch
from helpers.model.unread import UNREAD
from helpers.panel.reopened import reopened_notes
from helpers.panel.rows import SEVERITIES, Link, Note, Row, queue_rows
from helpers.panel.widget import ReviewPanel
from helpers.review import Journal, statement_of
from helpers.show.view import View
from helpers.show.words import plain, said

KINDS = {
    "agree": "repeated",  # by another page; that is no support
    "wording": "overstated",
    "disclosure": "warning owed",
    "evidence": "against the evidence",
    "lost": "list lost",
    "warning_gone": "warning gone",
}
SHOWN = ("conflict", "tension", "agree", "not_comparable")  # in this order; what nobody said stands beside no claim
Notes = Mapping[str, list[Note]]


def review_panel(view: View, journal: Journal, *, reviewer: str = "", needed: int = 1) -> ReviewPanel:
    """Make the panel of a review: what the sources claim, the gravest first, then the sentences that no rule has read.

    Parameters
    ----------
    reviewer : str
        Who decides; without a name the panel asks for one.
    needed : int
        How many reviewers must agree: 1 or 2.
    """
    documents = {source_id: reading.document for source_id, reading in view.readings.items()}
    return ReviewPanel(
        rows_of_review(view, reopened_notes(journal, documents, view.review.to_judge, needed=needed)),
        journal,
        claims=view.review.to_judge,
        documents=documents,
        reviewer=reviewer,
        needed=needed,
        pack=view.review.pack,
    )


def rows_of_review(view: View, notes: Mapping[str, str] | None = None) -> list[Row]:
    """Return a row for everything that reviewers decide on, in the order of the findings about it.

    Parameters
    ----------
    notes : mapping of str to str, optional
        By claim id, what a reviewer must know first.
    """
    ranks: dict[str, int] = {}
    severities: dict[str, str] = {}
    for finding in view.review.findings:
        for claim_id in finding.claim_ids:
            ranks.setdefault(claim_id, finding.rank)
            severities[claim_id] = min(severities.get(claim_id, ""), finding.severity, key=SEVERITIES.index)
    last = len(view.review.findings) + 1
    return queue_rows(
        sorted(view.review.to_judge, key=lambda claim: (claim.topic == UNREAD, ranks.get(claim.claim_id, last))),
        {source_id: reading.document for source_id, reading in view.readings.items()},
        say=lambda claim: in_words(view, claim),
        topics={topic: view.title(topic) for topic in view.topics},
        titles=view.names,
        severities=severities,
        relations=_beside(view),
        evidence={match.claim_id: _evidence(view, match) for match in view.review.matches},
        notes=_unread(view) | dict(notes or {}),
    )


def _unread(view: View) -> dict[str, str]:
    """Say of each sentence that no rule has read what in it a claim could rest on."""
    reasons = {(row.source_id, row.start): row.reason for row in view.review.ledger}
    return {one.claim_id: f"No rule has read it: {reasons[one.source_id, one.start]}." for one in view.review.unread}


def in_words(view: View, claim: Claim) -> str:
    """Return the statement that a claim makes: its topic, what it says, and about which treatment."""
    what = ": ".join(filter(None, (view.title(claim.topic), said(claim))))
    return f"{what} ({plain(claim.treatment)})" if claim.treatment else what


def _beside(view: View) -> Notes:
    """Return what the cross-check says of each claim: findings first, then the other relations.

    One claim of a source stands in a relation for all that say the same there, so all of them are told.
    """
    notes: defaultdict[str, list[Note]] = defaultdict(list)
    same: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in view.told:
        same[claim.source_id, statement_of(claim)].append(claim.claim_id)
    found: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for finding in view.review.findings:
        for claim_id in finding.claim_ids:
            notes[claim_id].append(_finding(view, finding))
            found[claim_id].append(frozenset(finding.claim_ids))
    shown = [relation for relation in view.review.relations if relation.relation in SHOWN]
    for relation in sorted(shown, key=lambda one: SHOWN.index(one.relation)):
        sides = frozenset((relation.claim_a, relation.claim_b))
        if any(sides <= pair for pair in found[relation.claim_a]):  # told as a finding
            continue
        told = [
            claim_id
            for side in sorted(sides)
            if side in view.claims
            for claim_id in same[view.claims[side].source_id, statement_of(view.claims[side])]
        ]
        for claim_id in dict.fromkeys(told):
            notes[claim_id].append(_relation(view, relation))
    return notes


def _finding(view: View, finding: Finding) -> Note:
    words = f"{view.with_names(finding.reason)} If it stands: {finding.harm}."
    kind = KINDS.get(finding.kind) or finding.relation or plain(finding.kind)
    return Note(kind=kind, words=words, links=_links(view, finding.references))


def _relation(view: View, relation: Relation) -> Note:
    kind = KINDS.get(relation.relation, plain(relation.relation))
    return Note(kind=kind, words=view.with_names(relation.reason), links=[])


def _evidence(view: View, match: EvidenceMatch) -> list[Note]:
    notes = [Note(kind=match.verdict, words=match.reason, links=_links(view, match.references or match.closest))]
    beside = (("caveats", match.caveats), ("trials", match.schedule), ("law and advertising", match.notices))
    return notes + [Note(kind=kind, words=words, links=[]) for kind, words in beside if words]


def _links(view: View, references: tuple[str, ...]) -> list[Link]:
    return [Link(words=f"{reference}: {cited}", url=url) for reference in references for cited, url in [view.citation(reference)]]
