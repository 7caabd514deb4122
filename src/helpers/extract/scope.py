"""How far doubt and negation reach: the ConText idea (Harkema 2009), with clauses for its scopes."""

from collections.abc import Sequence

from helpers.extract.mentions import Mention
from helpers.extract.unit import Unit, distance

NEGATOR, HEDGE = "negator", "hedge"
_REACH = 5


def negated(unit: Unit, index: int, rulers: Sequence[Mention] = ()) -> bool:
    """Say whether a negating word stands shortly before the mention, or before a word that rules it, in its clause."""
    if NEGATOR not in unit.keys:
        return False
    targets = (unit.mentions[index], *rulers)
    before = unit.mentions[unit.clause_of(index)[0] : index]
    return any(
        NEGATOR in word.sense.values and any(word.end <= target.start and distance(word, target) <= _REACH for target in targets)
        for word in before
    )


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
