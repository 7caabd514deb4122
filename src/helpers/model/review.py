"""What the workbook made of one document, and of all documents of a run together."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from helpers.model.cards import Card, cards_of
from helpers.model.claim import Claim
from helpers.model.copies import Copies, Voices
from helpers.model.decision import Judged
from helpers.model.disclosure import Disclosure
from helpers.model.document import Document
from helpers.model.evidence import EvidenceMatch, TrialSchedule, WordingRow
from helpers.model.finding import Finding
from helpers.model.gap import Gap, missing_part
from helpers.model.ledger import LedgerRow
from helpers.model.named import Named
from helpers.model.owed import all_owed
from helpers.model.proposed import all_proposed, proposed_to_judge
from helpers.model.quantity import Quantity
from helpers.model.reach import Reach
from helpers.model.relation import Relation
from helpers.model.safety import LostWarning
from helpers.model.second import Proposal, SecondRead
from helpers.model.segment import Segmented, Sentence
from helpers.model.source import Passed, Source
from helpers.model.span import Span
from helpers.model.unread import unread_sentences


def _place(gap: Gap) -> int:
    return gap.start


READ = Reach("")  # what stands where nobody asked how far it was read


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, how it falls into sentences, the claims they make and the quantities in it, all in reading order.

    Attributes
    ----------
    reach : Reach
        How far it could be read.
    foreign : tuple of Span
        Its passages in another language than the pack's.
    named : tuple of Named
        The treatments that it names.
    second : SecondRead or None
        What a second reader made of it, where one was asked; ``claims`` are then those of both, settled.
    """

    document: Document
    segmented: Segmented
    claims: tuple[Claim, ...]
    quantities: tuple[Quantity, ...] = ()
    reach: Reach = READ
    foreign: tuple[Span, ...] = ()
    named: tuple[Named, ...] = ()
    second: SecondRead | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The lead-ins whose lists were lost."""
        return self.segmented.gaps

    @property
    def without_claims(self) -> Iterator[Sentence]:
        """The sentences that make no claim and ask nothing."""
        starts = sorted(claim.start for claim in self.claims)
        for one in self.segmented.sentences:
            place = bisect_left(starts, one.start)
            if one.kind != "question" and not (place < len(starts) and starts[place] < one.end):
                yield one

    @property
    def missing(self) -> tuple[Gap, ...]:
        """The parts of the file that could not be read, each where it should stand."""
        last = len(self.document.text.rstrip()) - 1
        losses = (loss for loss in self.document.losses if loss.is_part)
        return tuple(missing_part(self.document.source_id, max(0, min(loss.start, last)), loss.reason) for loss in losses)


@dataclass(frozen=True)
class Past:
    """What the journal knows of the pages before their text of now.

    Attributes
    ----------
    versions : tuple of Document
        What was decided on of each page and is not its text of now, the latest version first.
    let_go : frozenset of str
        Ids of warnings of which a reviewer said that they need not come back.
    misread, missed : tuple of Judged
        Claims that reviewers found read wrongly, and what they say that was not read.
    objected : frozenset of str
        Ids of what reviewers settled cannot stand as it is.
    """

    versions: tuple[Document, ...] = ()
    let_go: frozenset[str] = frozenset()
    misread: tuple[Judged, ...] = ()
    missed: tuple[Judged, ...] = ()
    objected: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Review:
    """Everything that the tables, the notebooks and the report show.

    Attributes
    ----------
    pack : str
        Name, version and hash of the pack that read the documents, such as ``aesthetics 1.0.0 5f0c2a91d3b7``.
    sources : tuple of Source
        Sorted by source id.
    readings : tuple of Reading
        In the order of ``sources``.
    ledger : tuple of LedgerRow
        What became of every sentence, by source and place.
    relations : tuple of Relation
        Sorted; see :func:`helpers.compare.compare`.
    disclosures : tuple of Disclosure
        Every warning that a source owes, given or not.
    matches : tuple of EvidenceMatch
        What the register says beside each claim outside website furniture; empty for a pack without a register.
    wording : tuple of WordingRow
        How strongly claims are worded beside the best evidence that applies to them.
    schedules : tuple of TrialSchedule
        What the trials of the register did, to stand beside the sources.
    gone : tuple of LostWarning
        The warnings that sources gave in their last versions and no longer give, by source and place.
    findings : tuple of Finding
        Everything that cannot be published as it stands, the gravest first.
    passed : tuple of Passed
        What of the folder was not read, with the reason.
    copies : tuple of Copies
        The pages and paragraphs that say the same.
    misread : tuple of Claim
        What was read, and reviewers found read wrongly: nothing rests on it; only those who decide see it.
    confirmed : frozenset of str
        Ids of the proposals of a second reader that reviewers confirmed: they are findings, the others count nowhere.
    """

    pack: str
    sources: tuple[Source, ...]
    readings: tuple[Reading, ...]
    ledger: tuple[LedgerRow, ...]
    relations: tuple[Relation, ...]
    disclosures: tuple[Disclosure, ...] = ()
    matches: tuple[EvidenceMatch, ...] = ()
    wording: tuple[WordingRow, ...] = ()
    schedules: tuple[TrialSchedule, ...] = ()
    gone: tuple[LostWarning, ...] = ()
    findings: tuple[Finding, ...] = ()
    passed: tuple[Passed, ...] = ()
    copies: tuple[Copies, ...] = ()
    misread: tuple[Claim, ...] = ()
    confirmed: frozenset[str] = frozenset()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, by source and place."""
        return tuple(claim for reading in self.readings for claim in reading.claims)

    @cached_property
    def told(self) -> tuple[Claim, ...]:
        """The claims that the sources themselves make: those in website furniture are left out."""
        return tuple(claim for claim in self.claims if claim.zone == "body")

    @cached_property
    def voices(self) -> Voices:
        """Who speaks where: copies speak with one voice."""
        return Voices(self.copies)

    @cached_property
    def reaches(self) -> dict[str, Reach]:
        """How far each source could be read, by its id."""
        return {reading.document.source_id: reading.reach for reading in self.readings}

    @cached_property
    def seconds(self) -> tuple[SecondRead, ...]:
        """What a second reader made of the documents; empty where none was asked."""
        return tuple(reading.second for reading in self.readings if reading.second is not None)

    @cached_property
    def unheard(self) -> tuple[str, ...]:
        """The pages that a second reader answered about and read nothing on, although the rules read something."""
        return tuple(
            one.document.source_id
            for one in self.readings
            if one.second is not None and one.second.answered and not one.second.claims
            if any(claim.zone == "body" for claim in one.claims)
        )

    def read_by(self, reader: str) -> list[Claim]:
        """Return the claims that a reader read, alone or as the other did, each in that reader's own words."""
        if reader == "model":
            return [claim for second in self.seconds for claim in second.claims]
        return [claim for claim in self.claims if claim.reader in (reader, "both")]

    @cached_property
    def unread(self) -> tuple[Claim, ...]:
        """The sentences that no rule has read, as people judge them, by source and place."""
        return unread_sentences(self.ledger, {one.document.source_id: one.document.text for one in self.readings})

    @cached_property
    def owed(self) -> tuple[Claim, ...]:
        """The warnings that sources leave out, as people judge them: one a treatment, at the words that offer it."""
        return all_owed(self.findings)

    @cached_property
    def proposals(self) -> dict[str, Proposal]:
        """The problems that a second reader proposes, by the id of what is decided on."""
        return proposed_to_judge(one for second in self.seconds for one in second.proposals)

    @cached_property
    def proposed(self) -> tuple[Claim, ...]:
        """The same as people judge them, by source and place: those that nobody confirmed count nowhere."""
        return all_proposed(one for second in self.seconds for one in second.proposals)

    @cached_property
    def to_judge(self) -> tuple[Claim, ...]:
        """What reviewers decide on, by source and place: the sources' claims, unread sentences, warnings left out."""
        confirmed = (one for one in self.proposed if one.claim_id in self.confirmed)
        every = (*self.told, *self.unread, *self.owed, *confirmed)
        return tuple(sorted(every, key=lambda one: (one.source_id, one.start, one.end, one.claim_id)))

    @cached_property
    def to_follow(self) -> tuple[Claim, ...]:
        """What decisions can stand on: all that reviewers decide on, what they found read wrongly, what a model proposes."""
        return (*self.to_judge, *self.misread, *(one for one in self.proposed if one.claim_id not in self.confirmed))

    @cached_property
    def judged(self) -> dict[str, Claim]:
        """All claims, and what else people judge like one, by id."""
        return {claim.claim_id: claim for claim in (*self.claims, *self.unread, *self.owed, *self.misread, *self.proposed)}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Everything that reviewers decide on, dealt out page by page: a few cards each, the grave ones first."""
        return cards_of((source.source_id for source in self.sources), self.to_judge, self.findings, self.ledger)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """All gaps, by source and place: lists that were lost, and parts of files that could not be read."""
        return tuple(gap for reading in self.readings for gap in sorted((*reading.gaps, *reading.missing), key=_place))
