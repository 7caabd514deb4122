"""Schema of ``disclosures.yml``: which warnings a page owes for what it claims, each with its reason and references."""

from pydantic import Field

from helpers.model.relation import Severity
from helpers.packs.implied import ClaimPattern
from helpers.packs.overstatements import PageExample
from helpers.packs.read import Strict


class OwedDisclosure(Strict):
    """A warning that a page owes.

    Attributes
    ----------
    title : str
        The warning, as a reviewer would put it.
    when : tuple of ClaimPattern
        The page makes a claim of each of these, on one treatment.
    given_by : tuple of ClaimPattern
        A claim of any of these gives the warning, anywhere on the page: that is how it is read.
    given_words : tuple of str
        So does a sentence with one of these phrases.
    severity, when_all_miss : str
        The second where every page that owes the warning leaves it out, and there are at least two.
    references : tuple of str
        Ids of the evidence register; empty where it has no entry on this, which the reason then says.
    examples, counterexamples : tuple of PageExample
        Pages that owe the warning and leave it out; pages that do not owe it, or give it.
    """

    id: str = Field(min_length=1)
    title: str
    when: tuple[ClaimPattern, ...] = Field(min_length=1)
    given_by: tuple[ClaimPattern, ...] = Field(min_length=1)
    given_words: tuple[str, ...] = ()
    severity: Severity
    when_all_miss: Severity = "high"
    reason: str
    harm: str
    references: tuple[str, ...]
    examples: tuple[PageExample, ...] = Field(min_length=1)
    counterexamples: tuple[PageExample, ...] = Field(min_length=1)


class DisclosureFile(Strict):
    """The warnings of a pack."""

    disclosures: tuple[OwedDisclosure, ...] = ()
