"""Everything that the exports show: a review, what was decided about it, and the words for both."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from helpers.model import Claim, Disclosure, Document, Finding
from helpers.model.cards import Card
from helpers.model.decision import Event
from helpers.model.judgement import Judgement, Reopened
from helpers.model.ledger import LedgerRow
from helpers.model.names import Names
from helpers.model.notices import notices
from helpers.model.publishing import Publishing
from helpers.model.review import Review
from helpers.model.words import VERDICT_WORDS, plain, said
from helpers.packs.evidence import Entry
from helpers.packs.references import Cited
from helpers.packs.topics import Topic

STATES = {
    "unreviewed": "not reviewed",
    "awaits_second": "waits for a second reviewer",
    "disagreed": "reviewers disagree",
}


@dataclass(frozen=True)
class Dossier:
    """What the files are made of; no clock is read, every date comes from here.

    Attributes
    ----------
    review : Review
    topics : mapping of str to Topic
        The pack's, in a reviewer's order.
    publishing : Publishing
        What to do with each source and claim and why, the approved wordings, and where they are used, on one day.
    entries : mapping of str to Entry
        The evidence register by id; empty for a pack without one.
    judgements : mapping of str to Judgement
        What stands about each claim, by id; a claim that is not named was not reviewed.
    events : mapping of str to Event
        The decisions that judgements and reopened claims name, by hash.
    reopened : sequence of Reopened
        Decisions that no longer hold because their source changed.
    let_go : sequence of Event
        Which warnings of earlier versions need not come back.
    tables : mapping of str to Cited
        The rows of the tables of warnings, regulatory facts and advertising rules, by id.
    """

    review: Review
    topics: Mapping[str, Topic]
    publishing: Publishing
    entries: Mapping[str, Entry] = field(default_factory=dict)
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    reopened: Sequence[Reopened] = ()
    let_go: Sequence[Event] = ()
    tables: Mapping[str, Cited] = field(default_factory=dict)

    @property
    def as_of(self) -> str:
        """The day on which it is asked what is still good, ``YYYY-MM-DD``."""
        return self.publishing.as_of

    @cached_property
    def names(self) -> Names:
        """What sources and claims are called."""
        return Names(self.review)

    @cached_property
    def notices(self) -> list[str]:
        """What people are told of pages that could not be read, or not fully."""
        return notices(self.review.reaches.values(), self.names.sources)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The sources' texts, by id."""
        return {reading.document.source_id: reading.document for reading in self.review.readings}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id, and the unread sentences that people judge like them."""
        return self.review.judged

    @cached_property
    def findings_on(self) -> dict[str, list[Finding]]:
        """The findings about each source, the gravest first."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.review.findings:
            for source_id in dict.fromkeys((finding.source_a, finding.source_b)):
                found[source_id].append(finding)
        return found

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        starts: defaultdict[str, list[int]] = defaultdict(list)
        for row in self.review.ledger:
            starts[row.source_id].append(row.start)
        return starts

    def sentence_at(self, source_id: str, at: int) -> int | None:
        """Return where the sentence begins that holds an offset of a source's text; None where none does."""
        starts = self._starts.get(source_id, [])
        place = bisect_right(starts, at)
        return starts[place - 1] if place else None

    def sentence(self, row: LedgerRow) -> str:
        """Return the words of one sentence."""
        return self.documents[row.source_id].text[row.start : row.end]

    def where(self, source_id: str, start: int) -> str:
        """Return where a character of a source stands in its file, for people."""
        return self.documents[source_id].where(start)

    def name(self, source_id: str) -> str:
        """Return what a source is called; the id of a source that is no longer there."""
        return self.names.sources.get(source_id, source_id)

    def number(self, claim_id: str) -> str:
        """Return what a claim is called; the id of a claim that is no longer there."""
        return self.names.claims.get(claim_id, claim_id)

    def judgement(self, claim_id: str) -> Judgement:
        """Return what stands about a claim."""
        return self.judgements.get(claim_id) or Judgement(claim_id, "unreviewed")

    def decided_on(self, claim_id: str) -> str:
        """Return the day on which what stands about a claim was settled, ``YYYY-MM-DD``; ``""`` where nothing is."""
        found = self.judgement(claim_id)
        return max((self.events[one].time for one in found.events), default="")[:10] if found.ruling else ""

    def expired(self, claim_id: str) -> bool:
        """Say whether the last day of a ruling has passed."""
        ruling = self.judgement(claim_id).ruling
        return ruling is not None and ruling.expires is not None and ruling.expires < self.as_of

    def standing(self, claim_id: str) -> str:
        """Return in words what stands about a claim."""
        found = self.judgement(claim_id)
        if found.ruling is None:
            return STATES[found.state]
        words = VERDICT_WORDS[found.ruling.verdict]
        return f"{words} (expired on {found.ruling.expires})" if self.expired(claim_id) else words

    def title(self, topic: str) -> str:
        """Return a topic's name in a reviewer's words."""
        return self.topics[topic].title if topic in self.topics else plain(topic)

    def statement(self, claim: Claim) -> str:
        """Return what a claim says, with its topic, such as "Recovery time: minimal"."""
        return ": ".join(filter(None, (self.title(claim.topic), said(claim))))

    def subject(self, finding: Finding) -> str:
        """Return what a finding is about."""
        return ": ".join(filter(None, (finding.topic and self.title(finding.topic), plain(finding.item)))) or "The page"

    def left_out(self, card: Card) -> list[Disclosure]:
        """Return the warnings of a card that the page leaves out."""
        return card.left_out(self.review.disclosures)

    def other_quotes(self, finding: Finding) -> list[str]:
        """Return the words of a finding's places beyond the first, where they all say the same."""
        text = self.documents[finding.source_a].text
        return [] if finding.two_sided else [" ".join(text[start:end].split()) for start, end in finding.spans[1:]]

    def citation(self, reference: str) -> str:
        """Return a reference as it is cited: id, short citation, identifiers; a law or code with its country and date."""
        entry = self.entries.get(reference)
        if entry is None:
            listed = self.tables.get(reference)
            return f"{reference}: {listed.words}" if listed else reference
        row, mapped = entry
        where = ", ".join(filter(None, (mapped.country, mapped.date))) if is_law(entry) else ""
        return ". ".join(filter(None, (f"{reference}: {row.short_citation}", row.identifiers_seen, where)))

    def cited(self, references: Iterable[str]) -> str:
        """Return references as they are cited, a line each."""
        return "\n".join(self.citation(reference) for reference in references)


def is_law(entry: Entry) -> bool:
    """Say whether an entry of the register is a law, a regulator's notice or an advertising code."""
    return entry.mapped.kind in ("regulation", "advertising")
