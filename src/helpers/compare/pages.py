"""One source as the rules about whole pages read it: its sentences, claims and treatments, without website furniture."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from helpers.compare.drafts import Passage
from helpers.compare.patterns import Neighbours, fits, neighbours
from helpers.compare.positions import reading_order
from helpers.model import Claim, Gap
from helpers.model.named import Named
from helpers.model.review import Reading
from helpers.packs.implied import ClaimPattern
from helpers.packs.treatments import TreatmentClasses

UNSPECIFIED = "unspecified"
AVOIDED = ("aftercare", "avoid")
HEADING_WEIGHT, OFFERED_SHARE, MOST_OFFERED = 3, 0.1, 6


@dataclass(frozen=True)
class Page:
    """What a source itself says.

    Attributes
    ----------
    shown : str
        Its text as readers see it.
    sentences : tuple of Passage
        In reading order; a question states nothing and is left out.
    headings : frozenset of int
        Where those sentences start that are headings.
    questions : dict of int to str
        By the place of an answer, the question that it answers.
    claims : tuple of Claim
        In reading order.
    gaps : tuple of Gap
    named : tuple of Named
        The treatments it names, by place, each as its class.
    beside : Neighbours
        The items named on a topic in each sentence.
    """

    source_id: str
    shown: str
    sentences: tuple[Passage, ...]
    headings: frozenset[int]
    questions: dict[int, str]
    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    named: tuple[Named, ...]
    classes: TreatmentClasses
    beside: Neighbours

    @classmethod
    def of(cls, reading: Reading, classes: TreatmentClasses | None = None, *, shown: str | None = None) -> "Page":
        """Leave out of what was read from a document what the document does not say itself.

        Parameters
        ----------
        shown : str, optional
            The text as readers see it, of the same length; by default the document's own.
        """
        source, text = reading.document.source_id, reading.document.text
        known = classes or TreatmentClasses()
        claims = sorted((claim for claim in reading.claims if claim.zone == "body"), key=reading_order)
        body = [one for one in reading.segmented.sentences if one.zone == "body" and one.kind != "question"]
        headings = frozenset(one.start for one in body if one.kind == "heading")
        return cls(
            source_id=source,
            shown=text if shown is None else shown,
            sentences=tuple(Passage(source, one.start, one.end, text[one.start : one.end]) for one in body),
            headings=headings,
            questions={one.start: text[slice(*one.question)] for one in body if one.question},
            claims=tuple(claims),
            gaps=reading.segmented.gaps,
            named=tuple(one._replace(treatment=known.class_of(one.treatment)) for one in reading.named),
            classes=known,
            beside=neighbours(claims),
        )

    def words(self, sentence: Passage) -> str:
        """Return the words of a sentence as readers see them."""
        return self.shown[sentence.start : sentence.end]

    def matching(self, pattern: ClaimPattern) -> list[Claim]:
        """Return the claims that the pattern speaks of."""
        return [claim for claim in self.claims if fits(pattern, claim, self.beside)]

    def with_claims(self) -> Iterator[tuple[Passage, tuple[Claim, ...]]]:
        """Yield each sentence with the claims that it makes, if any."""
        starts = [claim.start for claim in self.claims]
        for sentence in self.sentences:
            yield sentence, self.claims[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]

    @cached_property
    def offers(self) -> tuple[str, ...]:
        """The classes of treatment that the page offers, the one it speaks of most first.

        What a page names in passing beside its own treatments it does not offer: an offered one has at least a tenth of the
        weight of the first, where a heading weighs as much as three mentions. What advice for afterwards forbids is not
        offered by it, nor what a sentence names in passing. What a combined treatment consists of is offered in it.
        """
        avoided = {claim.sentence_start for claim in self.claims if (claim.topic, claim.level) == AVOIDED}
        weights: Counter[str] = Counter()
        for one in self.named:
            sentence = self._sentence_at(one.start)
            if one.heading or sentence is None or not (sentence.start in avoided or self._passes(sentence)):
                weights[one.treatment] += HEADING_WEIGHT if one.heading else 1
        weights.pop(UNSPECIFIED, None)
        ranked = sorted(weights.items(), key=lambda pair: -pair[1])
        least = OFFERED_SHARE * ranked[0][1] if ranked else 0
        offered = [name for name, weight in ranked if weight >= least]
        headed = {one.treatment for one in self.named if one.heading}
        parts = {part for name in offered for part in self.classes.parts_of(name)} - headed
        return tuple([name for name in offered if name not in parts][:MOST_OFFERED])

    def _passes(self, sentence: Passage) -> bool:
        passing = self.classes.passing
        return bool(passing and passing.search(self.words(sentence)))

    def speaks_of(self, claim: Claim) -> bool:
        """Say whether a claim's treatment is what the page speaks of most or is named in the claim's own sentence."""
        name = self.classes.class_of(claim.treatment)
        return name == self.treatment or name in self.named_at(claim)

    def named_at(self, claim: Claim) -> list[str]:
        """Return the classes of treatment that a claim's sentence names."""
        sentence = self._sentence_at(claim.start)
        return self.named_in(sentence) if sentence else []

    @property
    def treatment(self) -> str:
        """The class that the page speaks of most."""
        return self.offers[0] if self.offers else UNSPECIFIED

    def concerns(self, treatment: str, offered: str) -> bool:
        """Say whether what is said of a treatment holds for an offered one: the same class, or nothing more exact was said."""
        name = self.classes.class_of(treatment)
        return name in {offered, UNSPECIFIED} or name in self.classes.owed_by(offered) or name not in self.offers

    def claims_on(self, treatment: str) -> list[Claim]:
        """Return the claims about a class of treatment."""
        return [claim for claim in self.claims if self.classes.class_of(claim.treatment) == treatment]

    def named_in(self, sentence: Passage) -> list[str]:
        """Return the classes of treatment that a sentence names."""
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return [one.treatment for one in self.named[first:last]]

    def first_named(self, treatment: str) -> Passage | None:
        """Return the place where a class of treatment is named: in a heading, else by a claim, else where the page begins."""
        claimed = {claim.sentence_start for claim in self.claims_on(treatment)}
        named = [one for one in self.named if one.treatment == treatment]
        places = [(one, sentence) for one in named if (sentence := self._sentence_at(one.start))]
        if not places:
            return next(iter(self.sentences), None)
        return min(places, key=lambda place: (not place[0].heading, place[1].start not in claimed, place[0].start))[1]

    def _sentence_at(self, place: int) -> Passage | None:
        index = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[index] if index >= 0 and place < self.sentences[index].end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def classes_of(self, sentence: Passage, claims: Iterable[Claim]) -> set[str]:
        """Return the classes of treatment that a sentence is about: those it names or claims on, else the page's own."""
        about = {*self.named_in(sentence), *(self.classes.class_of(claim.treatment) for claim in claims)} - {UNSPECIFIED}
        return about or {self.treatment}

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.named]
