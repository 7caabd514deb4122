"""The cards as the panel deals them out: as few as one verdict fits, a contradiction at a time where it does not."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.model.cards import Card
from helpers.model.claim import Claim
from helpers.model.disclosure import Disclosure
from helpers.model.finding import Finding, finding_id
from helpers.model.ledger import reading_order
from helpers.model.problem import CARD_WORDS, CardKind
from helpers.model.unread import UNREAD
from helpers.model.words import problem_words
from helpers.panel.rows import SEVERITIES
from helpers.show.view import View

BY_PROBLEM: CardKind = "wording"
APART: CardKind = "contradictions"
REST: CardKind = "rest"
WHOLE: tuple[CardKind, ...] = ("wording", "proof", "regulation", "between")  # a sentence lies on one of these cards
MOST = 40  # sentences on one card; the others follow on the next
ADDED, MISREAD = "Missed by the rules, added by reviewers", "Read wrongly"
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
    order = Order.of(view)
    for source in view.sources:
        there = _whole_sentences(view, cards[source.source_id])
        own = [one for card, claim_ids in there for one in _dealt(view, order, card, claim_ids)]
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


def _whole_sentences(view: View, cards: Sequence[Card]) -> list[tuple[Card, list[str]]]:
    """Return each card with its claims; a sentence on which several findings rest lies with the gravest, and nowhere else."""
    judged = view.review.judged
    first: dict[int, str] = {}
    for card in (one for one in cards if one.kind in WHOLE):
        for claim_id in card.claim_ids:
            first.setdefault(judged[claim_id].sentence_start, card.card_id)
    held: dict[str, list[str]] = {card.card_id: [] for card in cards}
    for card in cards:
        for claim_id in card.claim_ids:
            start = judged[claim_id].sentence_start
            held[first[start] if card.kind in WHOLE else card.card_id].append(claim_id)
    there = [(card, sorted(held[card.card_id], key=lambda one: judged[one].start)) for card in cards]
    return [(card, claim_ids) for card, claim_ids in there if claim_ids or not card.claim_ids]


def _dealt(view: View, order: Order, card: Card, claim_ids: Sequence[str]) -> Iterable[Dealt]:
    about = [one for one in view.review.findings if not set(claim_ids).isdisjoint(one.claim_ids)]
    without_words = [one for one in card.findings if not one.claim_ids]
    if card.kind == APART:
        for findings in _apart(card.findings):
            own = [one for one in claim_ids if any(one in finding.claim_ids for finding in findings)]
            name = finding_id("card", card.card_id, findings[0].finding_id)
            topic = findings[0].topic
            title = f"{CARD_WORDS[card.kind]}: {view.title(topic)}" if topic in view.topics else card.title
            yield _card(card, findings, own, name=name, title=title, severity=findings[0].severity)
    elif card.kind == BY_PROBLEM and claim_ids:
        yield from _by_problem(view, card, claim_ids, about, without_words)
    elif card.kind == REST:
        yield from _in_parts(view, order, card, claim_ids, without_words)
    else:
        left_out = tuple(card.left_out(view.review.disclosures))
        there = card.findings if left_out else (*without_words, *about)
        severity = min((one.severity for one in there), key=SEVERITIES.index, default="")
        yield replace(_card(card, there, claim_ids, severity=severity), left_out=left_out)


def _by_problem(
    view: View, card: Card, claim_ids: Sequence[str], about: Sequence[Finding], without_words: Sequence[Finding]
) -> Iterable[Dealt]:
    """Deal bold wording out by what is wrong with it: one reason fits all of it."""
    gravest: dict[int, Finding] = {}
    for claim_id in claim_ids:
        start = view.review.judged[claim_id].sentence_start
        own = [one for one in about if claim_id in one.claim_ids]
        gravest[start] = min([*own, *filter(None, [gravest.get(start)])], key=lambda one: one.rank)
    problems: defaultdict[str, list[str]] = defaultdict(list)
    for claim_id in sorted(claim_ids, key=lambda one: gravest[view.review.judged[one].sentence_start].rank):
        problems[problem_words(gravest[view.review.judged[claim_id].sentence_start])].append(claim_id)
    for number, (words, held) in enumerate(problems.items()):
        findings = [one for one in about if not set(held).isdisjoint(one.claim_ids)]
        title = f"{CARD_WORDS[card.kind]}: {words}"
        name = finding_id("card", card.card_id, words)
        told = [*without_words, *findings] if number == 0 else findings
        yield _card(card, told, held, name=name, title=title, severity=findings[0].severity)


def _in_parts(
    view: View, order: Order, card: Card, claim_ids: Sequence[str], without_words: Sequence[Finding]
) -> Iterable[Dealt]:
    """Deal out what no finding rests on: one card, or as many as its sentences need."""
    judged = view.review.judged
    sentences: defaultdict[int, list[str]] = defaultdict(list)
    for claim_id in sorted(claim_ids, key=lambda one: order.of_claim(judged[one])):
        sentences[judged[claim_id].sentence_start].append(claim_id)
    held = list(sentences.values())
    parts = [held[at : at + MOST] for at in range(0, max(1, len(held)), MOST)]
    for number, part in enumerate(parts, start=1):
        name = card.card_id if number == 1 else finding_id("card", card.card_id, str(number))
        title = f"{card.title}, {number} of {len(parts)}" if len(parts) > 1 else card.title
        yield _card(
            card, without_words if number == 1 else (), [one for sentence in part for one in sentence], name=name, title=title
        )


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


def _card(
    card: Card, findings: Iterable[Finding], claim_ids: Iterable[str], *, name: str = "", title: str = "", severity: str = ""
) -> Dealt:
    kind, words = CARD_WORDS[card.kind], title or card.title
    return Dealt(0, name or card.card_id, card.source_id, words, kind, severity, tuple(findings), tuple(claim_ids))


def _extra(source_id: str, kind: str, words: str, claim_ids: Sequence[str]) -> Dealt:
    return Dealt(0, finding_id("card", source_id, kind, ""), source_id, words, words, "", (), tuple(claim_ids))
