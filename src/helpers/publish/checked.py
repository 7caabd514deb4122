"""A draft, and everything that speaks about its words."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.draft import Draft
from helpers.model.readable import readable
from helpers.model.relation import Relation
from helpers.model.review import Review
from helpers.model.segment import Sentence
from helpers.model.span import Span
from helpers.packs.evidence import Register
from helpers.packs.publishing import Check
from helpers.publish.laws import Laws
from helpers.publish.shelf import Known, Shelf, WordForWord
from helpers.publish.words import Words


class Context(Protocol):
    """What drafts are held against: how they are read, what was decided, the market's laws, and how grave each code is."""

    @property
    def shelf(self) -> Shelf:
        """What was decided."""

    @property
    def laws(self) -> Laws:
        """The laws and codes of the market."""

    @property
    def register(self) -> Register | None:
        """The evidence register, if the pack has one."""

    @property
    def checks(self) -> Mapping[str, Check]:
        """What each code means and how grave it is; one that is not here is not told."""

    def read(self, document: Document) -> Review:
        """Read a draft alone."""

    def relate(self, claims: Iterable[Claim]) -> Sequence[Relation]:
        """Set claims against each other."""


@dataclass(frozen=True)
class Checked:
    """A draft beside what it is held against.

    Attributes
    ----------
    draft : Draft
    context : Context
    read : Review
        Of the draft alone.
    """

    draft: Draft
    context: Context
    read: Review

    @classmethod
    def of(cls, draft: Draft, context: Context) -> "Checked":
        """Read a draft."""
        return cls(draft, context, context.read(draft.document))

    @property
    def text(self) -> str:
        """The words of the draft."""
        return self.draft.document.text

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the draft; those that look like website furniture are published as well."""
        return self.read.claims

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the draft, in reading order."""
        [reading] = self.read.readings
        return tuple(sorted(reading.segmented.sentences, key=lambda one: one.start))

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.sentences]

    def sentence_at(self, place: int) -> Span | None:
        """Return the sentence that holds a character."""
        index = bisect_right(self._starts, place) - 1
        found = self.sentences[index] if index >= 0 else None
        return Span(found.start, found.end) if found and place < found.end else None

    @cached_property
    def word_for_word(self) -> WordForWord:
        """Where the draft uses words that were decided on."""
        return self.context.shelf.in_words(Words(readable(self.draft.document)))

    @cached_property
    def passing(self) -> list[Span]:
        """The sentences that were approved as they stand, wherever they stand: no reading of them says otherwise."""
        whole = [Span(start, end) for start, end in self.word_for_word.sentences if self._is_whole(start, end)]
        suggested = (one for one in self.word_for_word.held if one.row.state == "approved" and not one.row.as_it_stands)
        return [*whole, *(Span(one.start, one.end) for one in suggested)]

    def passes(self, start: int, end: int) -> bool:
        """Say whether words stand in a sentence that was approved as it stands."""
        return any(one.start <= start and end <= one.end for one in self.passing)

    def is_approved(self, sentence: Span) -> bool:
        """Say whether all words of a sentence were approved."""
        words = [place for place in range(sentence.start, sentence.end) if self.text[place].isalnum()]
        return bool(words) and self.passes(words[0], words[-1] + 1)

    def _is_whole(self, start: int, end: int) -> bool:
        """Say whether words begin where a sentence begins and end where one ends."""
        first, last = self.sentence_at(start), self.sentence_at(end - 1)
        return bool(first and last and self._only_signs(first.start, start) and self._only_signs(end, last.end))

    def _only_signs(self, start: int, end: int) -> bool:
        return not any(letter.isalnum() for letter in self.text[start:end])

    @cached_property
    def known(self) -> dict[str, Known]:
        """What the reviewers made of each claim's statement, by claim id."""
        return self.context.shelf.known(self.read.judged.values())

    def in_library_words(self, claim: Claim, state: str) -> bool:
        """Say whether a claim stands in words of the library; a page's own words speak only for what they were approved for."""
        own = {row.statement_id for row in self.known[claim.claim_id].approved + self.known[claim.claim_id].expired}
        return any(
            held.row.state == state
            and held.start <= claim.start
            and claim.end <= held.end
            and (not held.row.as_it_stands or held.row.statement_id in own)
            for held in self.word_for_word.held
        )

    def was_approved(self, claim: Claim) -> bool:
        """Say whether a claim stands in approved words."""
        return self.passes(claim.start, claim.end) or self.in_library_words(claim, "approved")

    def may_stand(self, claim: Claim) -> bool:
        """Say whether the reviewers let a claim stand as it is."""
        known = self.known[claim.claim_id]
        return self.was_approved(claim) or (not known.refused and (bool(known.approved) or known.out_of_scope))

    def came_back(self, claim: Claim) -> bool:
        """Say whether a claim is one that the reviewers refused."""
        return bool(self.known[claim.claim_id].refused) and not self.was_approved(claim)
