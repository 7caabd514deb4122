"""Schema of ``overstatements.yml``: how a page promises more than it can hold, each way with its reason and examples."""

from typing import Self

from pydantic import Field, model_validator

from helpers.model.relation import Severity
from helpers.packs.implied import ClaimPattern, ExampleClaim
from helpers.packs.read import Strict


class TopicClaim(ExampleClaim):
    """A claim in an example."""

    topic: str


class PageExample(Strict):
    """A page in an example: one sentence with its claims, and what the page claims elsewhere."""

    text: str = ""
    claims: tuple[TopicClaim, ...] = ()
    elsewhere: tuple[TopicClaim, ...] = ()


class OverstatedSentence(Strict):
    """A sentence that overstates; every condition that is given must hold.

    Attributes
    ----------
    words : tuple of str
        It holds one of these phrases.
    unless_words : tuple of str
        It holds none of these.
    topics : tuple of str
        It makes a claim on one of these topics.
    claim : ClaimPattern or None
        It makes such a claim.
    beside : ClaimPattern or None
        The page also makes such a claim on the same treatment.
    without : ClaimPattern or None
        The page makes no such claim on the same treatment.
    """

    id: str = Field(min_length=1)
    words: tuple[str, ...] = ()
    unless_words: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    claim: ClaimPattern | None = None
    beside: ClaimPattern | None = None
    without: ClaimPattern | None = None
    severity: Severity
    reason: str
    harm: str
    examples: tuple[PageExample, ...] = Field(min_length=1)
    counterexamples: tuple[PageExample, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _speaks_of_a_claim(self) -> Self:
        if not self.topics and self.claim is None:
            raise ValueError("say which claim the sentence makes (topics or claim), or words alone would be taken for one")
        return self


class UnlikeThings(Strict):
    """One treatment that is claimed for things that have little to do with each other.

    Attributes
    ----------
    claim : ClaimPattern
        The claims to look at.
    groups : dict of str to tuple of str
        Group -> items of that topic.
    at_least : int
        So many groups.
    """

    id: str = Field(min_length=1)
    claim: ClaimPattern
    groups: dict[str, tuple[str, ...]]
    at_least: int = Field(ge=2)
    severity: Severity
    reason: str
    harm: str
    examples: tuple[PageExample, ...] = Field(min_length=1)
    counterexamples: tuple[PageExample, ...] = Field(min_length=1)


class OverstatementFile(Strict):
    """The ways to overstate that a pack knows."""

    sentences: tuple[OverstatedSentence, ...] = ()
    unlike: tuple[UnlikeThings, ...] = ()
