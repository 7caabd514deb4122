"""The only place where stages meet: a pack's stages, built once, and what they make of documents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from helpers.compare import (
    Page,
    all_findings,
    compare,
    ledger_of,
    naming_places,
    owed_warnings,
    with_confirmed,
    with_findings,
    wordings_tried,
)
from helpers.copies import find_copies, with_copies
from helpers.evidence import match, schedules, wording
from helpers.extract import Extractor
from helpers.extract.flag import Flag, Surroundings
from helpers.extract.folding import prepare
from helpers.extract.mentions import Mentions
from helpers.extract.settle import settle
from helpers.extract.signs import SignFinder
from helpers.extract.trace import Trace
from helpers.load import SourceInfo
from helpers.model import Claim, Document, Finding, Relation
from helpers.model.copies import Voices
from helpers.model.evidence import EvidenceMatch
from helpers.model.ledger import LedgerRow
from helpers.model.proposed import proposed_to_judge
from helpers.model.readable import readable
from helpers.model.review import Past, Reading, Review
from helpers.model.safety import LostWarning
from helpers.model.second import Page as SecondPage
from helpers.model.second import Treated
from helpers.model.source import Passed, Source
from helpers.model.strange import unreadable
from helpers.model.trace import SentenceTrace
from helpers.normalise import QuantityGrammar
from helpers.packs.evidence import Register, read_evidence
from helpers.packs.flag import read_flag
from helpers.packs.furniture import read_gap_topics, read_segment_words
from helpers.packs.ledger import read_ledger_words
from helpers.packs.load import Pack, load_pack
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.packs.safety import read_safety
from helpers.packs.tables import ComparisonTables, read_tables
from helpers.paths import DATA, DEFAULT_PACK
from helpers.reach import Subject, Tongue, reach_of
from helpers.segment import Segmenter

if TYPE_CHECKING:
    from helpers.second.kept import Answer, Missing
    from helpers.second.prompt import Prompt
    from helpers.second.reader import SecondReader


class Pipeline:
    """Reads documents and sets what they claim against each other; compiled once for a pack, used for any number.

    Parameters
    ----------
    pack : Pack
    beside : Reader, optional
        Who reads what the rules have read.
    """

    def __init__(self, pack: Pack, beside: "Reader | None" = None) -> None:
        self.pack, self._beside = pack, beside
        own = pack.folders[0]
        self._segmenter = Segmenter(read_segment_words(pack.folder_of("segments.yml")), read_gap_topics(own))
        self._grammar = QuantityGrammar(read_yaml(pack.folder_of("quantities.yml") / "quantities.yml", QuantityWords))
        self._extractor = Extractor(pack)
        self._tongue = Tongue(pack.about.language)
        self._ledger_words = read_ledger_words(own)
        self._signs = SignFinder(pack, self._ledger_words)
        weights = read_flag(own)
        self._flag = Flag(weights) if weights else None

    @classmethod
    def of(cls, name: str = DEFAULT_PACK, beside: "Reader | None" = None) -> "Pipeline":
        """Return the pipeline of the pack ``name``.

        Raises
        ------
        PackError
            The pack does not exist or does not hold together.
        """
        return cls(load_pack(name), beside)

    @cached_property
    def tables(self) -> ComparisonTables:
        """The pack's comparison tables, read when claims are first compared."""
        return read_tables(self.pack.folders[0])

    @cached_property
    def register(self) -> Register | None:
        """The evidence register that the pack names, read when claims are first set beside it."""
        return read_evidence(DATA / self.pack.about.evidence) if self.pack.about.evidence else None

    def explain(self, document: Document, *, silent: bool = True) -> list[SentenceTrace]:
        """Return how each sentence of a document is read, whatever its field: the rules tried, and what barred each.

        Parameters
        ----------
        silent : bool
            Whether words, scopes and the rules that made nothing are told too, which takes longer than reading.
        """
        trace = Trace(_shown(document).text, silent=silent)
        reading = self.read(document, trace=trace)
        if not silent:
            return trace.sentences
        tried = wordings_tried(self.page(reading), self.tables.problems)
        return [replace(one, problems=tried.get(one.start, ())) for one in trace.sentences]

    def read(self, document: Document, *, trace: Trace | None = None) -> Reading:
        """Return a document's sentences, gaps and claims; nothing depends on the documents read before it.

        Parameters
        ----------
        document : Document
        trace : Trace, optional
            Told how its sentences are read; then it is read even where it is of another field.
        """
        shown = _shown(document)
        segmented = self._segmenter.segment(shown)
        quantities = self._grammar.find(segmented.unbroken(shown.text))
        foreign = self._tongue.foreign(shown.text, segmented)
        found, named = self._extractor.read(shown, segmented, quantities, any_field=trace is not None, trace=trace)
        claims = foreign.without(found)
        reach = reach_of(
            shown.text,
            segmented,
            claims,
            foreign=foreign,
            reads=self._tongue.name,
            treatments=self._extractor.treatments,
            subject=lambda: Subject(*self._extractor.subject(shown, segmented, quantities)),
        )
        if shown is not document:  # what was matched on another text is quoted from the document's own
            claims = [replace(one, quote=document.text[one.start : one.end]) for one in claims]
            gaps = (replace(one, quote=document.text[one.start : one.end]) for one in segmented.gaps)
            segmented = replace(segmented, gaps=tuple(gaps))
        return Reading(document, segmented, tuple(claims), tuple(quantities), reach, foreign.passages, tuple(named))

    @cached_property
    def second(self) -> "SecondReader":
        """What a model is asked about pages, and what of its answers holds; made when a second reader is asked for.

        Raises
        ------
        PackError
            The pack does not say how a model is asked.
        """
        from helpers.second.reader import SecondReader  # here, because most of what is read asks no model

        return SecondReader(self.pack, lambda treatment: [one.code for one in self.tables.warnings.of(treatment)])

    def second_page(self, reading: Reading) -> SecondPage:
        """Return a document as a second reader is given it."""
        from helpers.second.verify import UNSPECIFIED

        classes = self.pack.treatments
        known: dict[str, Treated] = {}
        for one in reading.named:
            treated = Treated(classes.class_of(one.treatment), one.product or classes.product_of(one.treatment))
            known |= {treated.product or treated.treatment: treated, treated.treatment: Treated(treated.treatment)}
        known |= {one.treatment: Treated(one.treatment) for one in reading.claims}
        known.pop(UNSPECIFIED, None)
        text = _shown(reading.document).text
        return SecondPage(reading.document, text, reading.segmented, reading.quantities, reading.foreign, known)

    def with_second(self, reading: Reading, answers: "Iterable[tuple[Prompt, Answer | Missing]]") -> Reading:
        """Return a reading with what holds of a model's answers about it: the claims of both readers, settled."""
        second = self.second.read(self.second_page(reading), answers)
        return replace(reading, claims=settle([*reading.claims, *second.claims]), second=second)

    def with_readers(self, readings: Sequence[Reading]) -> Sequence[Reading]:
        """Return readings of the rules with what a second reader read; the same where there is none."""
        return self._beside.read(readings, self) if self._beside else readings

    def page(self, reading: Reading) -> Page:
        """Return a document as the rules about whole pages read it."""
        return Page.of(reading, self.pack.treatments, shown=_shown(reading.document).text)

    def account(self, reading: Reading) -> list[LedgerRow]:
        """Return what became of each sentence of a document."""
        around = self.surroundings(reading)
        signs = [*self._signs.find(around.mentions, reading.quantities), *unreadable(around.text)]
        hints = self._flag.hints(around, reading.without_claims, signs) if self._flag else None
        return ledger_of(reading, signs, self._ledger_words, hints)

    def surroundings(self, reading: Reading) -> Surroundings:
        """Return a document as the pack's flag looks at it."""
        text = reading.segmented.unbroken(_shown(reading.document).text)
        mentions = Mentions(self._extractor.lexicon.mentions(prepare(text), reading.quantities))
        return Surroundings(text, mentions)

    def relate(self, claims: Iterable[Claim]) -> list[Relation]:
        """Return the relations among claims of which the documents are not at hand: nothing is known of silence."""
        return compare(claims, tables=self.tables)

    def match(self, claims: Iterable[Claim]) -> list[EvidenceMatch]:
        """Return what the register says beside each claim; nothing for a pack without a register."""
        return match(claims, self.register) if self.register else []

    def find(self, claims: Iterable[Claim], matches: Iterable[EvidenceMatch]) -> list[Finding]:
        """Return the findings on claims of which the documents are not at hand: only what claims alone can show."""
        return all_findings(claims, tables=self.tables, matches=matches)

    def review(
        self,
        documents: Iterable[Document],
        manifest: Mapping[str, SourceInfo] | None = None,
        past: Past | None = None,
        passed: Iterable[Passed] = (),
    ) -> Review:
        """Read documents and set them against each other.

        Parameters
        ----------
        documents : iterable of Document
            Sorted by source id, each source once.
        manifest : mapping of str to SourceInfo, optional
            What is known of the sources, by source id.
        past : Past, optional
            Their earlier versions, which of their warnings may be gone, and what reviewers said of how they were read.
        passed : iterable of Passed, optional
            What was passed over beside them.
        """
        readings = [self.read(document) for document in documents]
        return self.review_readings(self.with_readers(readings), manifest, past, passed)

    def review_readings(
        self,
        readings: Sequence[Reading],
        manifest: Mapping[str, SourceInfo] | None = None,
        past: Past | None = None,
        passed: Iterable[Passed] = (),
    ) -> Review:
        """Set documents that were read already against each other; see :meth:`review`."""
        known = manifest or {}
        misread: tuple[Claim, ...] = ()
        if past and (past.misread or past.missed):
            from helpers.review import as_reviewed  # as below

            readings, misread = as_reviewed(readings, past, self.tables.topics)
            readings = [replace(one, claims=settle(one.claims)) if one.second else one for one in readings]
        sources = [_source(reading.document, known.get(reading.document.source_id)) for reading in readings]
        claims = [claim for reading in readings for claim in reading.claims]
        gaps = [gap for reading in readings for gap in reading.gaps]
        pages = [self.page(reading) for reading in readings if reading.reach.is_understood]
        read = [reading.document.source_id for reading in readings if reading.reach.could_be_read]
        losses = {one.document.source_id: one.document.losses[0].reason for one in readings if one.document.losses}
        disclosures = owed_warnings(pages, self.tables.warnings)
        matches = self.match(claims)
        gone = self._gone(past, readings) if past else ()
        found = all_findings(claims, tables=self.tables, pages=pages, disclosures=disclosures, matches=matches, gone=gone)
        proposals = proposed_to_judge(one for reading in readings if reading.second for one in reading.second.proposals)
        confirmed = {name: one for name, one in proposals.items() if past and name in past.objected}
        found = with_confirmed(found, confirmed) if confirmed else found
        ledger = with_findings((row for reading in readings for row in self.account(reading)), found)
        if misread:
            from helpers.review import without_a_reading

            ledger = without_a_reading(ledger, misread)
        texts = {reading.document.source_id: reading.document.text for reading in readings}
        copies = find_copies(readings)
        relations = compare(claims, sources=read, gaps=gaps, losses=losses, pages=pages, tables=self.tables)
        return Review(
            pack=self.pack.edition,
            sources=tuple(sources),
            readings=tuple(readings),
            ledger=tuple(ledger),
            relations=tuple(with_copies(relations, {claim.claim_id: claim for claim in claims}, Voices(copies))),
            disclosures=tuple(disclosures),
            matches=tuple(matches),
            wording=tuple(wording(claims, matches, self.register) if self.register else ()),
            schedules=tuple(schedules(self.register) if self.register else ()),
            gone=gone,
            passed=tuple(passed),
            copies=copies,
            findings=tuple(naming_places(found, ledger, texts)),
            misread=misread,
            confirmed=frozenset(confirmed),
        )

    def _gone(self, past: Past, readings: Sequence[Reading]) -> tuple[LostWarning, ...]:
        """Return the warnings of earlier versions that are not given now and that nobody let go."""
        if not past.versions:
            return ()
        from helpers.review import lost_between  # brings the database along, which reading does without

        safety = read_safety(self.pack.folder_of("review.yml"))
        lost = lost_between([self.read(document) for document in past.versions], readings, safety)
        once = {one.warning_id: one for one in reversed(lost)}  # as the latest version gave it
        owed = (one for one in once.values() if one.warning_id not in past.let_go)
        return tuple(sorted(owed, key=lambda one: (one.source_id, one.start, one.warning_id)))


class Reader(Protocol):
    """Whoever reads beside the rules."""

    def read(self, readings: Sequence[Reading], pipeline: Pipeline) -> Sequence[Reading]:
        """Return the readings of the rules with what this reader read: the same records, settled with theirs."""


def _shown(document: Document) -> Document:
    """Return a document as readers see it: the same one, where its text is what they see."""
    text = readable(document)
    return document if text == document.text else replace(document, text=text)


def _source(document: Document, info: SourceInfo | None) -> Source:
    return Source(
        source_id=document.source_id,
        name=document.name,
        title=info.title if info else document.name,
        publisher=info.publisher if info else None,
        date=info.date if info else None,
        sells=info.sells if info else "",
        sha256=document.sha256,
    )
