"""Which positions are set against each other, so that the work grows with the claims and not with their square."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from helpers.compare.positions import Position, Positions, reading_order
from helpers.packs.comparisons import Limits


@dataclass(frozen=True, slots=True)
class Pair:
    """Two positions to compare, and how many sources each stands for."""

    one: Position
    other: Position
    sources: tuple[int, int] = (1, 1)


def pairs_within(positions: Positions, limits: Limits) -> Iterator[Pair]:
    """Yield the distinct values of one source two by two."""
    for held in positions.values():
        yield from (Pair(held[i], held[j]) for i, j in _two_by_two(len(held), limits.values))


def pairs_between(positions: Positions, limits: Limits) -> Iterator[Pair]:
    """Yield the pairs of positions that different sources hold on one subject.

    Up to ``limits.sources`` sources, every value of one meets every value of the other. Beyond, sources are summed up by
    distinct value: each value meets itself where two sources hold it, and the values meet each other two by two. A row then
    stands for all sources with those values, which the claim table names.
    """
    if len(positions) <= limits.sources:
        for a, b in combinations(sorted(positions), 2):
            yield from (Pair(one, other) for one, other in product(positions[a], positions[b]))
        return
    holders = _by_value(positions)
    yield from (Pair(held[0], held[1], (len(held), len(held))) for held in holders if len(held) > 1)
    for i, j in _two_by_two(len(holders), limits.values):
        yield from _of_two_sources(holders[i], holders[j])


def pairs_across(premises: Positions, consequences: Positions, limits: Limits) -> Iterator[Pair]:
    """Yield the pairs of a premise of one source and a consequence of another, summed up as in ``pairs_between``."""
    if len(premises.keys() | consequences.keys()) <= limits.sources:
        for a, b in product(sorted(premises), sorted(consequences)):
            if a != b:
                yield from (Pair(one, other) for one, other in product(premises[a], consequences[b]))
        return
    promised, against = _by_value(premises), _by_value(consequences)
    for i, j in _each_by_each(len(promised), len(against), limits.values):
        yield from _of_two_sources(promised[i], against[j])


def pairs_together(premises: Positions, consequences: Positions, limits: Limits) -> Iterator[Pair]:
    """Yield the pairs of a premise and a consequence of the same source."""
    for source in sorted(premises.keys() & consequences.keys()):
        promised, against = premises[source], consequences[source]
        yield from (Pair(promised[i], against[j]) for i, j in _each_by_each(len(promised), len(against), limits.values))


def _two_by_two(count: int, limit: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs i < j of the first ``limit``, and the first one with each that follows: linear in ``count``."""
    for i in range(min(count, limit)):
        yield from ((i, j) for j in range(i + 1, count if i == 0 else min(count, limit)))


def _each_by_each(rows: int, columns: int, limit: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of the first ``limit`` of each side, and the first of a side with each of the other: linear."""
    for i in range(rows):
        width = columns if i == 0 else limit if i < limit else 1
        yield from ((i, j) for j in range(min(columns, width)))


def _by_value(positions: Positions) -> list[list[Position]]:
    """Group positions by value, the value that most sources hold first, then by source and place."""
    holders: defaultdict[Hashable, list[Position]] = defaultdict(list)
    for source in sorted(positions):
        for position in positions[source]:
            holders[position.value].append(position)
    return sorted(holders.values(), key=lambda held: (-len(held), reading_order(held[0].claim)))


def _of_two_sources(held: list[Position], against: list[Position]) -> Iterator[Pair]:
    """Yield one pair that stands for all, of two different sources where there are two."""
    choices = ((one, other) for one in held[:2] for other in against[:2] if one.source_id != other.source_id)
    yield from (Pair(one, other, (len(held), len(against))) for one, other in list(choices)[:1])
