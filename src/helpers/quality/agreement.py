"""When a claim that was read counts as the annotated one (codebook, section 7), and the largest set of such pairs."""

from collections.abc import Sequence

from helpers.model import Claim
from helpers.quality.gold import GoldClaim, ListedItems

_EXACT, _VAGUE = 1.05, 2.0


def same_claim(gold: GoldClaim, claim: Claim, listed: ListedItems) -> bool:
    """Say whether topic, item and value agree and the sentences overlap."""
    return (
        gold.topic == claim.topic
        and gold.item == listed.listed(claim.topic, claim.item)
        and min(gold.end, claim.sentence_end) > max(gold.start, claim.sentence_start)
        and gold.level == (claim.level or "")
        and _bounds_agree(gold.low, claim.low, vague=gold.vague)
        and _bounds_agree(gold.high, claim.high, vague=gold.vague)
    )


def pairs(gold: Sequence[GoldClaim], claims: Sequence[Claim], listed: ListedItems) -> dict[int, int]:
    """Return a largest one-to-one matching of one document's claims, by augmenting paths (Kuhn 1955).

    Returns
    -------
    dict of int to int
        Index of the annotated claim -> index of the claim that was read.
    """
    fits = [[j for j, claim in enumerate(claims) if same_claim(one, claim, listed)] for one in gold]
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in fits[i]:
            if j not in tried:
                tried.add(j)
                if j not in owner or place(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return {i: j for j, i in owner.items()}


def _bounds_agree(one: float | None, other: float | None, *, vague: bool) -> bool:
    """Say whether two bounds are within 5 % of each other, vague ones within a factor of two."""
    if one is None or other is None:
        return one is other
    small, big = sorted((abs(one), abs(other)))
    return one == other or big <= small * (_VAGUE if vague else _EXACT)
