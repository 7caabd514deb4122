"""One source as the rules about whole pages read it: its sentences and its claims, without website furniture."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.compare.drafts import Passage
from helpers.compare.patterns import Neighbours, fits, neighbours
from helpers.compare.positions import reading_order
from helpers.model import Claim, Gap
from helpers.model.review import Reading
from helpers.packs.implied import ClaimPattern


@dataclass(frozen=True, slots=True)
class Page:
    """What a source itself says.

    Attributes
    ----------
    sentences : tuple of Passage
        In reading order; a question states nothing and is left out.
    claims : tuple of Claim
        In reading order.
    gaps : tuple of Gap
    beside : Neighbours
        The items named on a topic in each sentence.
    """

    source_id: str
    sentences: tuple[Passage, ...]
    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    beside: Neighbours

    @classmethod
    def of(cls, reading: Reading) -> "Page":
        """Leave out of what was read from a document what the document does not say itself."""
        source, text = reading.document.source_id, reading.document.text
        claims = sorted((claim for claim in reading.claims if claim.zone == "body"), key=reading_order)
        sentences = tuple(
            Passage(source, one.start, one.end, text[one.start : one.end])
            for one in reading.segmented.sentences
            if one.zone == "body" and one.kind != "question"
        )
        return cls(source, sentences, tuple(claims), reading.segmented.gaps, neighbours(claims))

    def matching(self, pattern: ClaimPattern) -> list[Claim]:
        """Return the claims that the pattern speaks of."""
        return [claim for claim in self.claims if fits(pattern, claim, self.beside)]

    def sentences_with_claims(self) -> Iterator[tuple[Passage, list[Claim]]]:
        """Yield each sentence that makes a claim, with its claims."""
        starts = [claim.start for claim in self.claims]
        for sentence in self.sentences:
            made = self.claims[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            if made:
                yield sentence, list(made)
