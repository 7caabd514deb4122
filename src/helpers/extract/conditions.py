"""Says whether a rule's conditions hold around an anchor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from helpers.extract.mentions import Mention
from helpers.extract.unit import Unit, distance
from helpers.packs.rules import Condition

FAR = 10_000


@dataclass(frozen=True)
class Found:
    """The mention that fulfils a condition, and how many words away it stands (``FAR`` for one above the sentence)."""

    mention: Mention
    away: int


Finder = Callable[[Unit, int], Found | None]


def compile_condition(condition: Condition, *, governors: frozenset[str]) -> Finder:
    """Turn a condition into a function of unit and anchor index that returns what fulfils it, or None.

    Parameters
    ----------
    condition : Condition
    governors : frozenset of str
        The classes whose words rule what follows them.
    """
    ((place, names),) = condition.places
    wanted = frozenset(names)
    within = FAR if condition.within is None else condition.within

    def meets(mention: Mention) -> bool:
        return mention.cls in wanted or mention.key in wanted

    def ruling(unit: Unit, index: int) -> Found | None:
        anchor, place_of_ruler = unit.mentions[index], -1
        for other in reversed(unit.mentions[unit.clause_of(index).start : index]):
            if other.cls in governors and other.end <= anchor.start:
                if place_of_ruler not in {-1, other.start}:
                    return None
                if meets(other) and distance(anchor, other) <= within:
                    return _found(anchor, other)
                place_of_ruler = other.start
        return None

    def around(unit: Unit, index: int) -> Found | None:
        anchor, clause = unit.mentions[index], unit.clause_of(index)
        first = clause.start if place in {"left", "near", "clause"} else index
        last = clause.stop if place in {"right", "near", "clause"} else index
        return _nearest(anchor, unit.mentions[first:last], meets, within)

    def anywhere(unit: Unit, index: int) -> Found | None:
        if not wanted & unit.keys:
            return None
        return next((_found(unit.mentions[index], other) for other in unit.mentions if meets(other)), None)

    def above(unit: Unit, index: int) -> Found | None:
        if place == "listed" and not unit.listed:
            return None
        return next((Found(mention, FAR) for mention in unit.context if meets(mention)), None)

    def opening(unit: Unit, index: int) -> Found | None:
        anchor = unit.mentions[index]
        if meets(anchor):
            return Found(anchor, 0) if anchor.first == unit.first_word else None
        opens = (other for other in unit.mentions if other.first == unit.first_word)
        return next((_found(unit.mentions[index], other) for other in opens if meets(other)), None)

    def earlier(unit: Unit, index: int) -> Found | None:
        return _nearest(unit.mentions[index], unit.mentions[:index], meets, within)

    finders: dict[str, Finder] = {"governor": ruling, "unit": anywhere, "context": above, "listed": above, "start": opening, "earlier": earlier}
    return finders.get(place, around)


def _found(anchor: Mention, other: Mention) -> Found:
    return Found(other, distance(anchor, other))


def _nearest(anchor: Mention, others: Sequence[Mention], meets: Callable[[Mention], bool], within: int) -> Found | None:
    best: Found | None = None
    for other in others:
        if meets(other) and (other.end <= anchor.start or anchor.end <= other.start):
            away = distance(anchor, other)
            if away <= within and (best is None or away < best.away):
                best = Found(other, away)
    return best
