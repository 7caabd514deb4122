"""What each source says on a subject, once for each distinct value however often it repeats it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from helpers.model import Claim


@dataclass(frozen=True, slots=True)
class Position:
    """One value that one source holds, with the claim that stands for all its repetitions."""

    value: Hashable
    claim: Claim

    @property
    def source_id(self) -> str:
        """The source that holds it."""
        return self.claim.source_id


Positions = dict[str, list[Position]]


def reading_order(claim: Claim) -> tuple[str, int, int, str]:
    """Return the key that puts claims in the order of their sources and of their places."""
    return claim.source_id, claim.start, claim.end, claim.claim_id


def stated_value(claim: Claim) -> Hashable:
    """Return what a claim says: two claims of a source that say the same count once."""
    return claim.item, claim.level, claim.low, claim.high, claim.vague


def positions(claims: Iterable[Claim], value: Callable[[Claim], Hashable] = stated_value) -> Positions:
    """Sum up claims in reading order by source and distinct value.

    The claim that stands for a value is the first one that is asserted, else the first one: what a source says without
    doubt anywhere is not softened by saying it with doubt elsewhere.

    Returns
    -------
    dict of str to list of Position
        Source -> its values, in reading order of their first claim.
    """
    found: defaultdict[str, dict[Hashable, Claim]] = defaultdict(dict)
    for claim in claims:
        values = found[claim.source_id]
        stands = values.setdefault(value(claim), claim)
        if stands.certainty == "hedged" and claim.certainty == "asserted":
            values[value(claim)] = claim
    return {source: [Position(said, claim) for said, claim in values.items()] for source, values in found.items()}
