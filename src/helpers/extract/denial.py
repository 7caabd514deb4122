"""How far doubt and negation reach: which denial, and which cue of doubt, speaks of a mention."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from helpers.extract.mentions import Mention, distance, keys_of
from helpers.extract.scope import ABSENT, HEDGE, JOINT, NEGATOR, PAUSE, PRIVATIVE, QUANTIFIER
from helpers.extract.unit import Unit

EITHER, PARTIAL, SEEN, SPARED = "either", "partial", "seen", "spared"
_REACH, _PARTIAL, _SEEN, _BEHIND, _BESIDE = 5, 8, 2, 6, 1


class Denial(NamedTuple):
    """The word that denies, and whether it denies in part only ("not in everyone", "not completely")."""

    word: Mention
    partly: bool


def denial(unit: Unit, index: int, rulers: Sequence[Mention] = ()) -> Denial | None:
    """Return what denies the mention: shortly before it or a word that rules it, or behind it ("was not observed")."""
    if NEGATOR not in unit.keys and ABSENT not in unit.keys:
        return None
    anchor, (first, last) = unit.mentions[index], unit.clause_of(index)
    clause = unit.mentions[first:last]
    word = _before(clause, (anchor, *(ruler for ruler in rulers if ruler.start < anchor.start))) or _behind(unit, clause, anchor)
    if word is None:
        return None
    part = any(PARTIAL in one.sense.values and -_REACH <= one.first - word.last <= _PARTIAL for one in clause)
    return Denial(word, part)


def _before(clause: Sequence[Mention], targets: Sequence[Mention]) -> Mention | None:
    joints = _joints(clause)
    for word in reversed(clause):
        if NEGATOR in word.sense.values:
            for target in targets:
                near = word.end <= target.start and (distance(word, target) <= _REACH or _along(clause, word, target))
                if near and not any(word.end <= joint < target.start for joint in joints) and not _spent(clause, word, target):
                    return word
    return None


def _spent(clause: Sequence[Mention], word: Mention, target: Mention) -> bool:
    """Say whether a bare denial has its own noun between it and the target ("zero downtime for radiant skin")."""
    if PRIVATIVE not in word.sense.values and QUANTIFIER not in word.sense.values:
        return False
    between = [one for one in clause if word.end <= one.start and one.end <= target.start]
    if {EITHER, PAUSE} & keys_of(between):
        return False
    return any(SPARED in one.sense.values and distance(word, one) <= _BESIDE for one in between)


def _behind(unit: Unit, clause: Sequence[Mention], anchor: Mention) -> Mention | None:
    """Return a denial that follows what it denies: a word for absence, "not seen", or a bare "none" behind a label."""
    for word in clause:
        if word.start < anchor.end or distance(anchor, word) > _BEHIND:
            continue
        if ABSENT in word.sense.values or (NEGATOR in word.sense.values and _closes(unit, clause, word)):
            return word
    return None


def _closes(unit: Unit, clause: Sequence[Mention], word: Mention) -> bool:
    """Say whether nothing, or only a word for being seen, stands behind a denial."""
    if any(SEEN in one.sense.values and 0 <= one.first - word.last <= _SEEN for one in clause):
        return True
    return unit.end - word.end <= 1


def denied_word(clause: Sequence[Mention], word: Mention) -> Mention | None:
    """Return the denial that stands right before a word ("not short")."""
    pause = max((one.start for one in clause if PAUSE in one.sense.values and one.start < word.start), default=-1)
    near = (
        one
        for one in clause
        if NEGATOR in one.sense.values and pause < one.start and one.end <= word.start and distance(one, word) <= _BESIDE
    )
    return None if NEGATOR in word.sense.values else next(near, None)


def idle(unit: Unit, clause: Sequence[Mention], word: Mention, anchor: Mention) -> bool:
    """Say whether a denial behind the anchor denies something else ("downtime is not to be underestimated")."""
    return NEGATOR in word.sense.values and word.start >= anchor.end and not _closes(unit, clause, word)


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
