"""Says whether a rule's conditions hold around an anchor."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.unit import Unit, distance
from helpers.packs.rules import Condition, Place

FAR = 10_000


class Found(NamedTuple):
    """The mention that fulfils a condition, and how many words away it stands (``FAR``: anywhere, or above the sentence)."""

    mention: Mention
    away: int


_ABOVE = frozenset({"context", "listed"})
Finder = Callable[[Unit, int], Found | None]


def named(condition: Condition) -> frozenset[str]:
    """Return the classes that a condition names."""
    return frozenset(name for _, names in condition.places for name in names)


def looks_above(condition: Condition) -> bool:
    """Say whether a condition is about what stands above the sentence."""
    return any(place in _ABOVE for place, _ in condition.places)


def compile_condition(condition: Condition) -> Finder:
    """Turn a condition into a function of unit and anchor index that returns what fulfils it, or None."""
    ((place, _),) = condition.places
    wanted, above = named(condition), looks_above(condition)
    within = FAR if condition.within is None else condition.within
    find = _PLACES[place]

    def finder(unit: Unit, index: int) -> Found | None:
        if wanted.isdisjoint(unit.context_keys if above else unit.keys):
            return None
        return find(unit, index, wanted, within)

    return finder


def _governor(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    """Look at the nearest ruling word before the anchor, in its clause."""
    anchor, first = unit.mentions[index], unit.clause_of(index)[0]
    for position in range(index - 1, first - 1, -1):
        other = unit.mentions[position]
        if other.sense.rules and other.end <= anchor.start:
            away = distance(anchor, other)
            return Found(other, away) if away <= within and other.means(wanted) else None
    return None


def _left(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _nearest(unit.mentions[index], unit.mentions[unit.clause_of(index)[0] : index], wanted, within)


def _right(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _nearest(unit.mentions[index], unit.mentions[index : unit.clause_of(index)[1]], wanted, within)


def _near(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    first, last = unit.clause_of(index)
    return _nearest(unit.mentions[index], unit.mentions[first:last], wanted, within)


def _earlier(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _nearest(unit.mentions[index], unit.mentions[:index], wanted, within)


def _unit(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return next(Found(other, FAR) for other in unit.mentions if other.means(wanted))


def _context(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return next(Found(mention, FAR) for mention in unit.context if mention.means(wanted))


def _listed(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _context(unit, index, wanted, within) if unit.listed else None


def _start(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    """Look at the words that open the unit; a condition that names the anchor's own class asks it to open the unit itself."""
    anchor = unit.mentions[index]
    if anchor.means(wanted):
        return Found(anchor, 0) if anchor.first == unit.first_word else None
    opening = (other for other in unit.mentions if other.first == unit.first_word and other.means(wanted))
    return next((Found(other, distance(anchor, other)) for other in opening), None)


def _nearest(anchor: Mention, others: Sequence[Mention], wanted: frozenset[str], within: int) -> Found | None:
    """Return the wanted mention that stands nearest, not counting those that share characters with the anchor."""
    best: Found | None = None
    for other in others:
        if other.means(wanted) and (other.end <= anchor.start or anchor.end <= other.start):
            away = distance(anchor, other)
            if away <= within and (best is None or away < best.away):
                best = Found(other, away)
    return best


_PLACES: dict[Place, Callable[[Unit, int, frozenset[str], int], Found | None]] = {
    "governor": _governor,
    "left": _left,
    "right": _right,
    "near": _near,
    "clause": _near,
    "unit": _unit,
    "context": _context,
    "listed": _listed,
    "start": _start,
    "earlier": _earlier,
}
