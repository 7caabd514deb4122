"""What lies behind each square of the matrix: the page's own words on a topic, and those of the pages it stands beside."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, product

from helpers.model import Claim
from helpers.model.relation import COPY
from helpers.show.looks import RELATIONS
from helpers.show.standings import Holders, Key, holders_of, is_repeated, sides
from helpers.show.view import View

SHOWN = 5  # pairs of quotes that a square shows of each relation
Pair = tuple[Claim, Claim, str]  # the page's own claim, the other one, why they stand so
Behind = dict[Key, dict[str, list[Pair]]]


def behind(view: View) -> Behind:
    """Return for each topic and page some pairs of claims of each relation, the gravest relation first."""
    found: defaultdict[Key, defaultdict[str, dict[tuple[str, str], Pair]]] = defaultdict(lambda: defaultdict(dict))
    holders = holders_of(view.told)
    for relation, pair in chain(_clashes(view, holders), _repeats(view, holders)):
        own, other, _ = pair
        pairs = found[own.topic, own.source_id][relation]
        if len(pairs) < SHOWN:
            pairs.setdefault((own.claim_id, other.claim_id), pair)
    return {key: {one: list(kinds[one].values()) for one in RELATIONS if one in kinds} for key, kinds in found.items()}


def _clashes(view: View, holders: Holders) -> Iterator[tuple[str, Pair]]:
    """Yield what stands beside what in the rows of the relation table, from each side; a few others stand for all."""
    for row in view.review.relations:
        if row.strength == COPY or is_repeated(row, view.claims):
            continue
        ones, those = ([claim for _, claim in side if claim] for side in sides(row, view.claims, holders))
        for own, others in ((ones, those), (those, ones)):
            for one, other in product(own, others[: SHOWN + 1]):
                if one.source_id != other.source_id or row.scope == "internal":
                    yield row.relation, (one, other, row.reason)


def _repeats(view: View, holders: Holders) -> Iterator[tuple[str, Pair]]:
    """Yield where pages say the same in voices of their own."""
    voices = view.review.voices
    for same in holders.values():
        first: dict[str, Claim] = {}
        for claim in same.values():
            first.setdefault(voices.of(claim), claim)
        others = list(first.values())[: SHOWN + 1]
        for one, other in product(same.values(), others):
            if voices.of(one) != voices.of(other) and one.source_id != other.source_id:
                yield "agree", (one, other, "")
