"""When, where and for whom a claim holds, and whether two claims can hold at once (codebook, section 8)."""

from typing import NamedTuple

from helpers.model.claim import Claim


class Situation(NamedTuple):
    """What narrows a claim; None is at large.

    Attributes
    ----------
    phase : str or None
        When: ``during``, ``right_after``, ``first_results``, ``full_results``, ``later``, ``maintenance``.
    area : str or None
        Where on the body; several are sorted and joined by ``/``.
    group : str or None
        For whom, or how severe.
    product : str or None
        A named product, brand, device or kind of the treatment.
    condition : str or None
        Only if.
    """

    phase: str | None = None
    area: str | None = None
    group: str | None = None
    product: str | None = None
    condition: str | None = None


SITUATION = Situation._fields


def situation_of(claim: Claim) -> Situation:
    """Return what narrows a claim."""
    return Situation(claim.phase, claim.area, claim.group, claim.product, claim.condition)


def can_meet(one: Claim, other: Claim) -> bool:
    """Say whether two claims can stand in one situation: no key has different values on the two sides.

    None is at large and meets every value; lists of areas meet where they share one.
    """
    return all(
        a is None or b is None or not set(a.split("/")).isdisjoint(b.split("/"))
        for a, b in zip(situation_of(one), situation_of(other), strict=True)
    )
