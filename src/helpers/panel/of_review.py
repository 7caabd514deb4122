"""The panel's queue from a run of the workbook: its cards, with findings, relations and evidence beside each claim."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from helpers.model import Claim, Finding, Relation
from helpers.model.cards import Card
from helpers.model.evidence import EvidenceMatch
from helpers.model.relation import COPY
from helpers.model.words import advice_on, problem_words
from helpers.panel.reopened import reopened_notes
from helpers.panel.rows import SEVERITIES, CardRow, Link, Note, Owed, Row, queue_rows
from helpers.panel.session import ReviewSession
from helpers.review import Journal, statement_of
from helpers.show.view import View
from helpers.show.words import capital, counted, plain, said

KINDS = {"agree": "repeated"}  # by another page; that is no support
SHOWN = ("conflict", "tension", "agree", "not_comparable")  # in this order; what nobody said stands beside no claim
ON_WARNINGS = (
    "Needs qualification: the warnings that you put into the wording are inserted behind these words. "
    "Out of scope, with your reason: the page does not owe them."
)
Notes = Mapping[str, list[Note]]


def review_session(view: View, journal: Journal, *, reviewer: str = "", needed: int = 1) -> ReviewSession:
    """Put one reviewer at the queue of a review: a few cards a page, the grave ones first, the rest of the page last.

    Parameters
    ----------
    reviewer : str
        Who decides; without a name the page asks for one.
    needed : int
        How many reviewers must agree: 1 or 2.
    """
    documents = {source_id: reading.document for source_id, reading in view.readings.items()}
    return ReviewSession(
        rows_of_review(view, reopened_notes(journal, documents, view.review.to_judge, needed=needed)),
        journal,
        claims=view.review.to_judge,
        documents=documents,
        reviewer=reviewer,
        needed=needed,
        pack=view.review.pack,
        cards=cards_of_review(view),
    )


def cards_of_review(view: View) -> list[CardRow]:
    """Return the cards in the order in which they are decided; what graver cards hold already is told beside its words."""
    return [
        CardRow(
            id=card.card_id,
            title=card.title,
            page=view.names[card.source_id],
            severity=card.severity,
            notes=[_finding(view, one) for one in card.findings if not one.claim_ids],
            owed=_owed(view, card),
        )
        for card in view.review.cards
        if card.is_open
    ]


def rows_of_review(view: View, notes: Mapping[str, str] | None = None) -> list[Row]:
    """Return a row for everything that reviewers decide on: card by card, on each the gravest first, then topic by topic.

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
    last, topics = len(view.review.findings) + 1, list(view.topics)
    order = {topic: place for place, topic in enumerate(topics)}
    claims = view.review.judged

    def within(claim_id: str) -> tuple[int, int, int]:
        claim = claims[claim_id]
        return ranks.get(claim_id, last), order.get(claim.topic, len(topics)), claim.start

    cards = view.review.cards
    return queue_rows(
        [claims[claim_id] for card in cards for claim_id in sorted(card.claim_ids, key=within)],
        {source_id: reading.document for source_id, reading in view.readings.items()},
        say=lambda claim: in_words(view, claim),
        topics={topic: view.title(topic) for topic in view.topics},
        titles=view.names,
        severities=severities,
        relations=_beside(view),
        evidence={match.claim_id: _evidence(view, match) for match in view.review.matches},
        notes=dict.fromkeys((one.claim_id for one in view.review.owed), ON_WARNINGS) | _unread(view) | dict(notes or {}),
        cards={claim_id: card.card_id for card in cards for claim_id in card.claim_ids},
    )


def _owed(view: View, card: Card) -> list[Owed]:
    """Return the warnings that a card's treatment leaves out, with the text to insert for each."""
    return [
        Owed(words=one.title, insert=one.insert, severity=one.severity, links=_links(view, one.references))
        for one in card.left_out(view.review.disclosures)
    ]


def _unread(view: View) -> dict[str, str]:
    """Say of each sentence that no rule has read what in it a claim could rest on."""
    reasons = {(row.source_id, row.start): row.reason for row in view.review.ledger}
    return {one.claim_id: f"No rule has read it: {reasons[one.source_id, one.start]}." for one in view.review.unread}


def in_words(view: View, claim: Claim) -> str:
    """Return the statement that a claim makes: its topic, what it says, and about which treatment."""
    what = ": ".join(filter(None, (capital(view.title(claim.topic)), said(claim))))
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
    if finding.kind == "disclosure":  # the checklist has the rest, warning by warning
        left_out = counted(len(finding.warning), "warning")
        words = f"{view.names[finding.source_a]} offers {plain(finding.treatment)} and leaves out {left_out}."
        links = []
    else:
        words, links = view.with_names(finding.reason), _links(view, finding.references)
    advice = "" if finding.kind == "disclosure" else f" What to do: {advice_on(finding)}"
    words = f"{words} If it stands: {finding.harm}.{advice}"
    return Note(kind=capital(problem_words(finding)), words=words, links=links, severity=finding.severity)


def _relation(view: View, relation: Relation) -> Note:
    kind = COPY if relation.strength == COPY else KINDS.get(relation.relation, plain(relation.relation))
    return Note(kind=kind, words=view.with_names(relation.reason), links=[])


def _evidence(view: View, match: EvidenceMatch) -> list[Note]:
    notes = [Note(kind=match.verdict, words=match.reason, links=_links(view, match.references or match.closest))]
    beside = (("caveats", match.caveats), ("trials", match.schedule), ("law and advertising", match.notices))
    return notes + [Note(kind=kind, words=words, links=[]) for kind, words in beside if words]


def _links(view: View, references: Sequence[str]) -> list[Link]:
    """Return references by their ids; those that are cited alike stand together."""
    cited: dict[tuple[str, str], list[str]] = {}
    for reference in references:
        cited.setdefault(view.citation(reference), []).append(reference)
    return [Link(words=f"{', '.join(ids)}: {words}", url=url) for (words, url), ids in cited.items()]
