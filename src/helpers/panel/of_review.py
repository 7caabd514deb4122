"""The panel's queue from a run of the workbook: its cards, with findings, relations and evidence beside each claim."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, partial

from helpers.model import Claim, Finding, Relation
from helpers.model.disclosure import Disclosure
from helpers.model.evidence import EvidenceMatch
from helpers.model.owed import OWED
from helpers.model.proposed import PROPOSED
from helpers.model.relation import COPY
from helpers.model.unread import UNREAD
from helpers.model.words import advice_on, problem_words
from helpers.panel.added import Pages
from helpers.panel.dealt import Order, added_card, dealt
from helpers.panel.lines import UNNAMED
from helpers.panel.ready import ready_of
from helpers.panel.reopened import Lapses, lapsed
from helpers.panel.rows import CardRow, Link, Note, Owed, Row, queue_rows
from helpers.panel.second import second_notes, statement_of_proposal
from helpers.panel.session import ReviewSession
from helpers.review import Journal, statement_of
from helpers.show.view import View
from helpers.show.words import capital, plain, said

KINDS = {"agree": "repeated"}  # by another page; that is no support
SHOWN = ("conflict", "tension", "agree", "not_comparable")  # in this order; what nobody said stands beside no claim
ON_WARNINGS = "2: the ticked warnings are inserted behind these words. 5, with your reason: the page does not owe them."
MISSED = "A reviewer says that no rule has read this. With the next run it is compared with the other pages."
_LEAD = re.compile(r"^[^“]* says “[^”]*”(?: \([^()]*\))?: ")  # a page is said to say something; what of it follows
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
    claims = view.review.to_follow
    return ReviewSession(
        rows_of_review(view, lapsed(journal, documents, claims, needed=needed)),
        journal,
        claims=claims,
        documents=documents,
        reviewer=reviewer,
        needed=needed,
        pack=view.review.pack,
        cards=cards_of_review(view),
        titles=view.names,
        pages=pages_of(view),
        register=[*(view.register.entries if view.register else ()), *view.tables],
    )


def rows_of_review(view: View, lapses: Lapses | None = None) -> list[Row]:
    """Return a row for everything that reviewers decide on: card by card, on each the gravest first, then topic by topic.

    Parameters
    ----------
    lapses : mapping of str to list of Lapsed, optional
        By claim id, the earlier decisions that no longer hold.
    """
    order = Order.of(view)
    claims = view.review.judged
    on_cards = {claim_id: card for card in dealt(view) for claim_id in card.claim_ids}
    matches = {match.claim_id: match for match in view.review.matches}
    there = sorted(map(claims.__getitem__, on_cards), key=lambda one: (on_cards[one.claim_id].rank, *order.of_claim(one)))
    return queue_rows(
        there,
        {source_id: reading.document for source_id, reading in view.readings.items()},
        say=lambda claim: in_words(view, claim),
        topics={topic: view.title(topic) for topic in (*view.topics, UNREAD, OWED, PROPOSED)},
        titles=view.names,
        severities=order.severities,
        relations=_beside(view),
        evidence={claim_id: _evidence(view, match) for claim_id, match in matches.items()},
        notes=dict.fromkeys((one.claim_id for one in view.review.owed), ON_WARNINGS) | _unread(view) | second_notes(view),
        cards={claim_id: card.id for claim_id, card in on_cards.items()},
        lapses=lapses or {},
        ready=ready_of(view, matches),
    )


def cards_of_review(view: View) -> list[CardRow]:
    """Return the cards in the order in which they are decided; what graver cards hold already is told beside its words."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    found = []
    for one in dealt(view):
        owed = sorted((_owed(view, left, told[one.source_id]) for left in one.left_out), key=lambda warning: warning["again"])
        told[one.source_id].update(warning["insert"] for warning in owed)
        found.append(
            CardRow(
                id=one.id,
                title=one.title,
                page=view.names[one.source_id],
                source_id=one.source_id,
                kind=one.kind,
                severity=one.severity,
                why=_why(finding for finding in view.review.findings if not set(one.claim_ids).isdisjoint(finding.claim_ids)),
                notes=[_finding(view, finding) for finding in one.findings if not finding.claim_ids],
                owed=owed,
            )
        )
    return found


def _owed(view: View, left: Disclosure, told: Collection[str]) -> Owed:
    """Return a warning that is left out; ``told`` are the texts of the cards before on the same page."""
    again = left.insert in told
    links = _links(view, left.references)
    return Owed(words=left.title, insert=left.insert, severity=left.severity, links=links, again=again)


def pages_of(view: View) -> Pages:
    """Return what is needed to take in what was missed: the pages' sentences, and the pack's words."""
    items: defaultdict[str, set[str]] = defaultdict(set)
    for claim in view.review.claims:
        items[claim.topic].update(filter(None, [claim.item]))
    named = sorted({one.treatment for reading in view.readings.values() for one in reading.named})
    beside = cache(partial(_beside, view))  # only where something was missed

    def row_of(claim: Claim) -> Row:
        return queue_rows(
            [claim],
            {claim.source_id: view.document(claim.source_id)},
            say=lambda one: in_words(view, one),
            topics={claim.topic: view.title(claim.topic)},
            titles=view.names,
            relations=beside(),
            notes={claim.claim_id: MISSED},
            cards={claim.claim_id: added_card(claim.source_id)},
        )[0]

    return Pages(
        sentences={source_id: reading.segmented.sentences for source_id, reading in view.readings.items()},
        topics=[
            {
                "id": name,
                "words": topic.title,
                "levels": [{"id": level, "words": plain(level)} for level in (*topic.scale, *topic.levels)],
                "item": topic.items,
                "items": [plain(item) for item in sorted(items[name])],
            }
            for name, topic in view.topics.items()
        ],
        treatments=[{"id": name, "words": plain(name)} for name in named],
        row_of=row_of,
    )


def _unread(view: View) -> dict[str, str]:
    """Say of each sentence that no rule has read what in it a claim could rest on."""
    reasons = {(row.source_id, row.start): row.reason for row in view.review.ledger}
    return {one.claim_id: f"No rule has read it: {reasons[one.source_id, one.start]}." for one in view.review.unread}


def in_words(view: View, claim: Claim) -> str:
    """Return the statement that a claim makes: its topic, what it says, and about which treatment."""
    if claim.topic == PROPOSED:
        return statement_of_proposal(view, claim)
    what = ": ".join(filter(None, (capital(view.title(claim.topic)), said(claim))))
    return what if claim.treatment in UNNAMED else f"{what} ({plain(claim.treatment)})"


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
            if finding.kind != "disclosure":  # its card is the checklist
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
        note = _relation(view, relation)
        for claim_id in dict.fromkeys(told):
            notes[claim_id].append(note)
    return notes


def _finding(view: View, finding: Finding) -> Note:
    """Return what is found; what it does and what to do about it is told with it where no words of the page are decided on."""
    words = view.with_names(finding.reason)
    if finding.claim_ids and not finding.two_sided:  # its words stand in sight
        words = capital(_LEAD.sub("", words))
    if not finding.claim_ids:
        words = f"{words} {_harm(finding)}"
    return Note(
        kind=capital(problem_words(finding)), words=words, links=_links(view, finding.references), severity=finding.severity
    )


def _why(findings: Iterable[Finding]) -> list[Note]:
    """Return what is wrong with the words of a card and what to do, each once however many findings say so."""
    found = {(capital(problem_words(one)), _harm(one)): one.severity for one in reversed([*findings])}
    return [Note(kind=kind, words=words, links=[], severity=grave) for (kind, words), grave in reversed(found.items())]


def _harm(finding: Finding) -> str:
    advice = "" if finding.kind == "disclosure" else f" What to do: {advice_on(finding)}"  # the checklist says what to do
    return f"If it stands: {finding.harm}.{advice}"


def _relation(view: View, relation: Relation) -> Note:
    kind = COPY if relation.strength == COPY else KINDS.get(relation.relation, plain(relation.relation))
    return Note(kind=kind, words=view.with_names(relation.reason), links=[])


def _evidence(view: View, match: EvidenceMatch) -> list[Note]:
    reason = match.reason
    if reason.casefold().startswith(f"{match.verdict}: "):  # it is told in bold
        reason = capital(reason[len(match.verdict) + 2 :])
    notes = [Note(kind=match.verdict, words=reason, links=_links(view, match.references or match.closest))]
    beside = (("caveats", match.caveats), ("trials", match.schedule), ("law and advertising", match.notices))
    return notes + [Note(kind=kind, words=words, links=[]) for kind, words in beside if words]


def _links(view: View, references: Sequence[str]) -> list[Link]:
    """Return references by their ids; those that are cited alike stand together."""
    cited: dict[tuple[str, str], list[str]] = {}
    for reference in references:
        cited.setdefault(view.citation(reference), []).append(reference)
    return [Link(words=f"{words} ({', '.join(ids)})", url=url) for (words, url), ids in cited.items()]
