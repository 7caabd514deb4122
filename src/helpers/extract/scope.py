"""How far doubt and negation reach: the ConText idea (Harkema 2009), with clauses for its scopes."""

from collections.abc import Sequence
from itertools import pairwise

from helpers.extract.mentions import Mention
from helpers.extract.unit import Unit, distance

NEGATOR, HEDGE, JOINT, EITHER = "negator", "hedge", "joint", "either"
_REACH = 5


def denial(unit: Unit, index: int, rulers: Sequence[Mention] = ()) -> Mention | None:
    """Return the negating word that stands shortly before the mention, or before a word that rules it, in its clause."""
    if NEGATOR not in unit.keys:
        return None
    targets = (unit.mentions[index], *rulers)
    before = unit.mentions[unit.clause_of(index)[0] : index + 1]
    joints = _joints(before)
    for word in reversed(before):
        if NEGATOR in word.sense.values:
            for target in targets:
                near = word.end <= target.start and (distance(word, target) <= _REACH or _along(before, word, target))
                if near and not any(word.end <= joint < target.start for joint in joints):
                    return word
    return None


def _along(mentions: Sequence[Mention], word: Mention, target: Mention) -> bool:
    """Say whether a denial reaches the target along verbs that "or" joins ("does not slow, brighten or cure")."""
    between = [one for one in mentions if word.end <= one.start and one.end <= target.start]
    if not any(EITHER in one.sense.values for one in between):
        return False
    steps = [word, *(one for one in between if one.sense.rules), target]
    return all(distance(one, after) <= _REACH for one, after in pairwise(steps))


def _joints(mentions: Sequence[Mention]) -> list[int]:
    """Return where an "and" joins a second predicate: a ruling word stands right behind it."""
    pairs = pairwise(mentions)
    return [one.start for one, after in pairs if JOINT in one.sense.values and after.sense.rules and distance(one, after) <= 1]


def hedged(unit: Unit, index: int, *, possibility: bool) -> bool:
    """Say whether a cue of doubt or frequency speaks of the mention.

    A cue reaches its whole clause (codebook, ruling 1); one that stands inside a list ("and maybe antibiotics")
    reaches only what follows it. "can" counts where the rule speaks of possibilities.
    """
    if HEDGE not in unit.keys:
        return False
    anchor, (first, last) = unit.mentions[index], unit.clause_of(index)
    for word in unit.mentions[first:last]:
        kind = word.sense.values.get(HEDGE)
        if kind is None or (kind == "ability" and not possibility) or (kind == "following" and word.start > anchor.start):
            continue
        return True
    return False
