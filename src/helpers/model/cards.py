"""What people decide on, a few cards a page: each claim and unread sentence on exactly one of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from helpers.model.claim import Claim
from helpers.model.disclosure import Disclosure
from helpers.model.finding import Finding, finding_id
from helpers.model.ledger import LedgerRow
from helpers.model.problem import CARD_OF, CARD_WORDS, CardKind
from helpers.model.unread import UNREAD
from helpers.model.words import plain

ORDER = tuple(CARD_WORDS)
GRAVITY = {"high": 0, "medium": 1, "low": 2, "": 3}


class _Key(NamedTuple):
    kind: CardKind
    treatment: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to decide on a page.

    Attributes
    ----------
    kind : str
        What it is about; see ``CARD_WORDS``.
    treatment : str
        For warnings that are owed: the class of treatment that owes them.
    severity : str
        Of its gravest finding that is decided on it, not on a graver card; empty where it has none.
    findings : tuple of Finding
        The gravest first.
    claim_ids : tuple of str
        The claims and unread sentences that are decided on it, by place; empty where graver cards hold all of them, or
        where its findings rest on no words.
    """

    source_id: str
    kind: CardKind
    treatment: str
    severity: str
    findings: tuple[Finding, ...]
    claim_ids: tuple[str, ...]

    @property
    def card_id(self) -> str:
        """A hash of what it is about: 16 hex digits."""
        return finding_id("card", self.source_id, self.kind, self.treatment)

    @property
    def is_open(self) -> bool:
        """Whether there is something to do on it: words to decide, or something to mend on the page."""
        return bool(self.claim_ids) or any(not finding.claim_ids for finding in self.findings)

    def left_out(self, disclosures: Iterable[Disclosure]) -> list[Disclosure]:
        """Return the warnings that its treatment owes and the page leaves out; none on another card."""
        codes = {code for finding in self.findings if finding.kind == "disclosure" for code in finding.warning}
        if not codes:
            return []
        owed = (one for one in disclosures if (one.source_id, one.treatment) == (self.source_id, self.treatment))
        return [one for one in owed if one.disclosure in codes]

    @property
    def title(self) -> str:
        """What it is about, in words."""
        return f"{CARD_WORDS[self.kind]}: {plain(self.treatment)}" if self.treatment else CARD_WORDS[self.kind]


def cards_of(
    source_ids: Iterable[str], to_judge: Iterable[Claim], findings: Iterable[Finding], ledger: Iterable[LedgerRow]
) -> tuple[Card, ...]:
    """Deal out everything that people judge: page by page, the grave cards first and the rest last.

    What several findings rest on lies on the card of the gravest of them.

    Parameters
    ----------
    source_ids : iterable of str
        The pages, in order.
    to_judge : iterable of Claim
        By source and place.
    findings : iterable of Finding
        The gravest first.
    ledger : iterable of LedgerRow
    """
    about: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for source_id in dict.fromkeys(filter(None, (finding.source_a, finding.source_b))):
            about[source_id].append(finding)
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in to_judge:
        claims[claim.source_id].append(claim)
    grave = {(row.source_id, row.start) for row in ledger if row.grave}
    return tuple(card for one in source_ids for card in _page(one, claims[one], about[one], grave))


def _page(source_id: str, claims: list[Claim], findings: list[Finding], grave: set[tuple[str, int]]) -> list[Card]:
    first: dict[str, _Key] = {}
    found: defaultdict[_Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[_key(finding)].append(finding)
        for claim_id in finding.claim_ids:
            first.setdefault(claim_id, _key(finding))
    held: defaultdict[_Key, list[str]] = defaultdict(list)
    for claim in claims:
        held[first.get(claim.claim_id) or _without_finding(claim, grave)].append(claim.claim_id)
    made = [_card(source_id, key, found, held) for key in dict.fromkeys((*found, *held))]
    return sorted(made, key=lambda card: (card.kind == "rest", GRAVITY[card.severity], ORDER.index(card.kind)))


def _card(source_id: str, key: _Key, found: Mapping[_Key, list[Finding]], held: Mapping[_Key, list[str]]) -> Card:
    findings, claim_ids = found.get(key, []), held.get(key, [])
    here = [one for one in findings if not one.claim_ids or not set(claim_ids).isdisjoint(one.claim_ids)]
    severity = next((one.severity for one in here or findings), "")
    return Card(source_id, key.kind, key.treatment, severity, tuple(findings), tuple(claim_ids))


def _key(finding: Finding) -> _Key:
    if finding.problem is None:
        return _Key("between")
    return _Key(CARD_OF[finding.problem], finding.treatment if finding.kind == "disclosure" else "")


def _without_finding(claim: Claim, grave: set[tuple[str, int]]) -> _Key:
    return _Key("unread" if claim.topic == UNREAD and (claim.source_id, claim.start) in grave else "rest")
