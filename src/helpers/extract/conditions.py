"""Says whether a rule's conditions hold around an anchor."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from helpers.extract.mentions import Mention, distance
from helpers.extract.scope import JOINT, PAUSE
from helpers.extract.unit import ABOVE, ABOVE_FRAGMENT, ABOVE_LISTED, INSIDE, Unit
from helpers.packs.rules import Condition, Place

FAR = 10_000
_NAME = 6  # words of a line that may be no more than a name


class Found(NamedTuple):
    """The mention that fulfils a condition, and how many words away it stands (``FAR``: anywhere, or above the sentence)."""

    mention: Mention
    away: int


Look = Callable[[Unit, int, frozenset[str], int], Found | None]


class Finder(NamedTuple):
    """A condition that is ready to run.

    Attributes
    ----------
    wanted : frozenset of str
        The classes it names.
    sight : int
        Which of the unit's sights the condition looks at.
    look : callable
        Looks at its place.
    within : int
        How many words away.
    needless : bool
        It can hold where none of its classes is mentioned.
    """

    wanted: frozenset[str]
    sight: int
    look: Look
    within: int
    needless: bool


def compile_condition(condition: Condition) -> Finder:
    """Make a condition ready to run."""
    ((place, names),) = condition.places
    within = FAR if condition.within is None else condition.within
    return Finder(frozenset(names), _SIGHTS.get(place, INSIDE), _PLACES[place], within, place == "other_than")


def first_found(finders: Sequence[Finder], unit: Unit, index: int) -> Found | None:
    """Return what fulfils the first of the conditions that holds around mention ``index``, or None where none does."""
    sights = unit.sights
    for wanted, sight, look, within, needless in finders:
        if needless or not wanted.isdisjoint(sights[sight]):
            found = look(unit, index, wanted, within)
            if found is not None:
                return found
    return None


def _governor(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    """Look at the nearest ruling word before the anchor, in its clause; in a list, at the one that its lead-in ends with."""
    anchor, first = unit.mentions[index], unit.clause_of(index)[0]
    for position in range(index - 1, first - 1, -1):
        other = unit.mentions[position]
        if other.sense.rules and other.end <= anchor.start:
            away = distance(anchor, other)
            return Found(other, away) if away <= within and other.means(wanted) else None
    ruler = unit.ruler if not first and within >= FAR else None
    return Found(ruler, FAR) if ruler is not None and ruler.means(wanted) else None


def _not_ruled(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    """Look at what stands right before the nearest ruling word before the anchor ("do not apply any kind of cream")."""
    anchor, first = unit.mentions[index], unit.clause_of(index)[0]
    before = [other for other in unit.mentions[first:index] if other.end <= anchor.start]
    ruler = next((other for other in reversed(before) if other.sense.rules), None)
    if ruler is None:
        return None
    said = any(other.means(wanted) and other.last == ruler.first for other in before)
    return Found(ruler, distance(anchor, ruler)) if said else None


def _left(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _nearest(unit, unit.mentions[index], unit.mentions[unit.clause_of(index)[0] : index], wanted, within)


def _right(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _nearest(unit, unit.mentions[index], unit.mentions[index : unit.clause_of(index)[1]], wanted, within)


def _object(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    """Look at what stands behind the anchor, up to a comma, an "and" or the next ruling word."""
    anchor = unit.mentions[index]
    for other in unit.mentions[index + 1 : unit.clause_of(index)[1]]:
        if other.start < anchor.end:
            continue
        if other.means(wanted):
            away = distance(anchor, other)
            return Found(other, away) if away <= within else None
        if other.sense.rules or PAUSE in other.sense.values or JOINT in other.sense.values:
            return None
    return None


def _near(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    first, last = unit.clause_of(index)
    return _nearest(unit, unit.mentions[index], unit.mentions[first:last], wanted, within)


def _earlier(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _nearest(unit, unit.mentions[index], unit.mentions[:index], wanted, within)


def _unit(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _first(unit.mentions, wanted)


def _context(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _first(unit.context, wanted)


def _label(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _first(unit.label, wanted)


def _heading(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return None if unit.whole else _context(unit, index, wanted, within)


def _listed(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return _context(unit, index, wanted, within) if unit.listed else None


def _among(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    return None if wanted.isdisjoint(unit.list_keys) else Found(unit.mentions[index], FAR)


def _start(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    """Look at the words that open the unit; a condition that names the anchor's own class asks it to open the unit itself."""
    anchor = unit.mentions[index]
    if anchor.means(wanted):
        return Found(anchor, 0) if anchor.first == unit.first_word else None
    opening = (other for other in unit.mentions if other.first == unit.first_word and other.means(wanted))
    return next((Found(other, distance(anchor, other)) for other in opening), None)


def _bare(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    """Look at a line that is no more than a name: the anchor, what is wanted, and at most a word that rules nothing."""
    anchor = unit.mentions[index]
    if not unit.line or unit.last_word - unit.first_word > _NAME:
        return None
    named = anchor if anchor.means(wanted) else next((one for one in unit.mentions if one.means(wanted)), None)
    if named is None:
        return None
    own = {*range(anchor.first, anchor.last), *range(named.first, named.last)}
    others = unit.last_word - unit.first_word - len(own)
    ruled = any(one.sense.rules and one.first not in own for one in unit.mentions)
    return None if others > 1 or ruled else Found(named, distance(anchor, named))


def _other_than(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    anchor = unit.mentions[index]
    return None if anchor.means(wanted) else Found(anchor, 0)


def _said_as(unit: Unit, index: int, wanted: frozenset[str], within: int) -> Found | None:
    """Look at the phrases that hold the anchor's own words ("some treatments", "as a course")."""
    anchor = unit.mentions[index]
    for other in unit.mentions:
        if other.start < anchor.end and anchor.start < other.end and other.means(wanted):
            return Found(anchor, 0)
    return None


def _first(mentions: Sequence[Mention], wanted: frozenset[str]) -> Found | None:
    for mention in mentions:
        if not wanted.isdisjoint(mention.sense.keys):
            return Found(mention, FAR)
    return None


def _nearest(unit: Unit, anchor: Mention, others: Sequence[Mention], wanted: frozenset[str], within: int) -> Found | None:
    """Return the wanted mention that stands nearest, not counting those that share characters with the anchor."""
    best: Found | None = None
    for other in others:
        if not wanted.isdisjoint(other.sense.keys) and (other.end <= anchor.start or anchor.end <= other.start):
            away = unit.apart(anchor, other)
            if away <= within and (best is None or away < best.away):
                best = Found(other, away)
    return best


_PLACES: dict[Place, Look] = {
    "governor": _governor,
    "not_ruled": _not_ruled,
    "left": _left,
    "right": _right,
    "near": _near,
    "clause": _near,
    "unit": _unit,
    "context": _context,
    "label": _label,
    "heading": _heading,
    "listed": _listed,
    "start": _start,
    "earlier": _earlier,
    "among": _among,
    "object": _object,
    "bare": _bare,
    "other_than": _other_than,
    "said_as": _said_as,
}

_SIGHTS: dict[Place, int] = {
    "context": ABOVE,
    "label": ABOVE,
    "among": ABOVE,
    "listed": ABOVE_LISTED,
    "heading": ABOVE_FRAGMENT,
}
