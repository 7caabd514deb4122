"""The cards as the panel deals them out: by topic where one verdict fits a table, a contradiction at a time where it does not."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.model.cards import GRAVITY, Card
from helpers.model.claim import Claim
from helpers.model.disclosure import Disclosure
from helpers.model.finding import Finding, finding_id
from helpers.model.ledger import reading_order
from helpers.model.problem import CARD_WORDS, CardKind
from helpers.model.review import Review
from helpers.model.unread import UNREAD
from helpers.panel.rows import SEVERITIES
from helpers.show.view import View

BY_TOPIC: tuple[CardKind, ...] = ("wording", "rest")
APART: CardKind = "contradictions"
ADDED, MISREAD = "Missed by the rules, added by reviewers", "Read wrongly"
UNREAD_WORDS = "sentences that no rule has read"
PROPOSED_WORDS = "Proposed by a model"


@dataclass(frozen=True)
class Dealt:
    """One card of the panel; see :class:`helpers.model.cards.Card`.

    Attributes
    ----------
    rank : int
        Its place in the queue.
    left_out : tuple of Disclosure
        The warnings of its checklist.
    """

    rank: int
    id: str
    source_id: str
    title: str
    kind: str
    severity: str
    findings: tuple[Finding, ...]
    claim_ids: tuple[str, ...]
    left_out: tuple[Disclosure, ...] = ()


@dataclass(frozen=True)
class Order:
    """In which order claims are read on a card: the gravest finding first, then topic by topic, unread harms first.

    Attributes
    ----------
    severities : dict of str to str
        The gravest finding of each claim.
    """

    ranks: dict[str, int]
    last: int
    severities: dict[str, str]
    topics: dict[str, int]
    unread: dict[tuple[str, int], tuple[bool, float, int]]

    @classmethod
    def of(cls, view: View) -> "Order":
        """Take in the findings and the ledger of a review."""
        ranks: dict[str, int] = {}
        severities: dict[str, str] = {}
        for finding in view.review.findings:
            for claim_id in finding.claim_ids:
                ranks.setdefault(claim_id, finding.rank)
                severities[claim_id] = min(severities.get(claim_id, ""), finding.severity, key=SEVERITIES.index)
        unread = {(row.source_id, row.start): reading_order(row) for row in view.review.ledger if row.status == "unread"}
        return cls(
            ranks, len(view.review.findings) + 1, severities, {topic: place for place, topic in enumerate(view.topics)}, unread
        )

    def of_claim(self, claim: Claim) -> tuple[int, int, tuple[bool, float, int]]:
        """Return the key by which claims of one card are sorted."""
        read = self.unread.get((claim.source_id, claim.start)) if claim.topic == UNREAD else None
        return (
            self.ranks.get(claim.claim_id, self.last),
            self.topics.get(claim.topic, len(self.topics)),
            read or (False, 0.0, claim.start),
        )


def dealt(view: View) -> list[Dealt]:
    """Return the cards of every page in the order in which they are decided; those with nothing to do are left out."""
    cards: defaultdict[str, list[Card]] = defaultdict(list)
    for card in view.review.cards:
        if card.is_open:
            cards[card.source_id].append(card)
    found: list[Dealt] = []
    for source in view.sources:
        own = [one for card in cards[source.source_id] for one in _dealt(view, card)]
        misread = [claim.claim_id for claim in view.review.misread if claim.source_id == source.source_id]
        own.append(_extra(source.source_id, "added", ADDED, ()))
        proposed = [one.claim_id for one in view.review.proposed if one.source_id == source.source_id]
        proposed = [claim_id for claim_id in proposed if claim_id not in view.review.confirmed]
        if proposed:
            own.append(_extra(source.source_id, "proposed", PROPOSED_WORDS, proposed))
        if misread:
            own.append(_extra(source.source_id, "misread", MISREAD, misread))
        found += own
    return [replace(one, rank=rank) for rank, one in enumerate(found)]


def added_card(source_id: str) -> str:
    """Return the id of the card of a page on which lies what was missed."""
    return finding_id("card", source_id, "added", "")


def _dealt(view: View, card: Card) -> Iterable[Dealt]:
    if card.kind == APART:
        for findings in _apart(card.findings):
            claim_ids = [one for one in card.claim_ids if any(one in finding.claim_ids for finding in findings)]
            name = finding_id("card", card.card_id, findings[0].finding_id)
            topic = findings[0].topic
            title = f"{CARD_WORDS[card.kind]}: {view.title(topic)}" if topic in view.topics else card.title
            yield _card(card, name, title, findings, claim_ids, findings[0].severity, ())
        return
    if card.kind not in BY_TOPIC:
        left_out = tuple(card.left_out(view.review.disclosures))
        yield _card(card, card.card_id, card.title, card.findings, card.claim_ids, card.severity, left_out)
        return
    topics: defaultdict[str, list[str]] = defaultdict(list)
    for claim_id in card.claim_ids:
        topics[_topic(view.review, card, claim_id)].append(claim_id)
    without_words = tuple(one for one in card.findings if not one.claim_ids)
    if without_words and not topics:
        yield _card(card, card.card_id, card.title, without_words, (), card.severity, ())
        return
    made = []
    for topic, claim_ids in topics.items():
        about = [one for one in card.findings if not set(claim_ids).isdisjoint(one.claim_ids)]
        severity = about[0].severity if about else ""
        words = UNREAD_WORDS if topic == UNREAD else view.title(topic)
        title = f"{CARD_WORDS[card.kind]}: {words}"
        made.append(_card(card, finding_id("card", card.card_id, topic), title, about, claim_ids, severity, ()))
    order = list(view.topics)
    places = {topic: order.index(topic) if topic in order else len(order) for topic in topics}
    ranked = sorted(zip(topics, made, strict=True), key=lambda pair: (GRAVITY[pair[1].severity], places[pair[0]]))
    for number, (_, one) in enumerate(ranked):
        yield replace(one, findings=(*without_words, *one.findings)) if number == 0 else one


def _apart(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return findings in groups of which no two share a claim, in the order of their first."""
    groups: list[tuple[set[str], list[Finding]]] = []
    for finding in findings:
        claims, together = set(finding.claim_ids), [finding]
        for group in [one for one in groups if not one[0].isdisjoint(claims)]:
            groups.remove(group)
            claims |= group[0]
            together = [*group[1], *together]
        groups.append((claims, together))
    return sorted((sorted(one, key=lambda finding: finding.rank) for _, one in groups), key=lambda one: one[0].rank)


def _topic(review: Review, card: Card, claim_id: str) -> str:
    """Return the topic that a claim is decided under; an unread sentence that a finding rests on has that finding's."""
    claim = review.judged[claim_id]
    if claim.topic != UNREAD:
        return claim.topic
    return next((one.topic for one in card.findings if one.topic and claim_id in one.claim_ids), UNREAD)


def _card(
    card: Card,
    name: str,
    title: str,
    findings: Sequence[Finding],
    claim_ids: Sequence[str],
    severity: str,
    left_out: tuple[Disclosure, ...],
) -> Dealt:
    kind = CARD_WORDS[card.kind]
    return Dealt(0, name, card.source_id, title, kind, severity, tuple(findings), tuple(claim_ids), left_out)


def _extra(source_id: str, kind: str, words: str, claim_ids: Sequence[str]) -> Dealt:
    return Dealt(0, finding_id("card", source_id, kind, ""), source_id, words, words, "", (), tuple(claim_ids))
