"""What lies behind each square of the matrix: the page's own words on a topic, and those of the pages it stands beside."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from helpers.model import Claim
from helpers.show.looks import RELATIONS
from helpers.show.sides import Group, Key, Sides
from helpers.show.view import View
from helpers.show.words import capital

SHOWN = 5  # pairs of quotes that a square shows of each relation
Pair = tuple[Claim, Claim, str]  # the page's own claim, the other one, why they stand so
Behind = dict[Key, dict[str, list[Pair]]]

_QUOTED = re.compile(r".*”(?: \([^)]*\))?: ", re.DOTALL)


def behind(view: View) -> Behind:
    """Return for each topic and page some pairs of claims of each relation, the gravest relation first."""
    found: defaultdict[Key, defaultdict[str, dict[tuple[str, str], Pair]]] = defaultdict(lambda: defaultdict(dict))
    sides = Sides(view.told, view.claims)
    for relation, pair in (*_clashes(view, sides), *_repeats(view, sides)):
        own, other, _ = pair
        pairs = found[own.topic, own.source_id][relation]
        if len(pairs) < SHOWN:
            pairs.setdefault((own.claim_id, other.claim_id), pair)
    return {key: {one: list(kinds[one].values()) for one in RELATIONS if one in kinds} for key, kinds in found.items()}


def _clashes(view: View, sides: Sides) -> Iterator[tuple[str, Pair]]:
    """Yield what stands beside what in the relation table, from each side; a few others stand for all."""
    beside: defaultdict[tuple[Group, str, bool], dict[str, tuple[Claim, str]]] = defaultdict(dict)
    for row, *pair in sides.of(view.review.relations):
        why = capital(_QUOTED.sub("", row.reason))
        for one, other in (pair, reversed(pair)):
            kept = beside[one, row.relation, row.scope == "internal"]
            for _, claim in sides.members[other][: SHOWN + 1 - len(kept)] if len(kept) <= SHOWN else ():
                if claim is not None:
                    kept.setdefault(claim.claim_id, (claim, why))
    for (group, relation, within), others in beside.items():
        for (_, own), (other, why) in product(sides.members[group], others.values()):
            if own is not None and (within or own.source_id != other.source_id):
                yield relation, (own, other, why)


def _repeats(view: View, sides: Sides) -> Iterator[tuple[str, Pair]]:
    """Yield where pages say the same in voices of their own."""
    voices = view.review.voices
    for same in sides.holders.values():
        first: dict[str, Claim] = {}
        for claim in same.values():
            first.setdefault(voices.of(claim), claim)
        for one, (voice, other) in product(same.values(), list(first.items())[: SHOWN + 1]):
            if voices.of(one) != voice and one.source_id != other.source_id:
                yield "agree", (one, other, "")
