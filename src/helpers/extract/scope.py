"""How far doubt and negation reach: the ConText idea (Harkema 2009), with clauses for its scopes."""

from helpers.extract.unit import Unit, distance

NEGATOR, HEDGE = "negator", "hedge"
_REACH = 5


def negated(unit: Unit, index: int) -> bool:
    """Say whether a negating word stands shortly before the mention, in its clause."""
    anchor = unit.mentions[index]
    before = unit.mentions[unit.clause_of(index).start : index]
    return any(word.cls == NEGATOR and distance(word, anchor) <= _REACH for word in before)


def hedged(unit: Unit, index: int, *, possibility: bool) -> bool:
    """Say whether a cue of doubt or frequency speaks of the mention.

    A cue reaches its whole clause (codebook, ruling 1); one that stands inside a list ("and maybe antibiotics")
    reaches only what follows it. "can" counts where the rule speaks of possibilities.
    """
    anchor = unit.mentions[index]
    for i in unit.clause_of(index):
        word = unit.mentions[i]
        if word.cls != HEDGE:
            continue
        if word.value == "ability" and not possibility:
            continue
        if word.value == "following" and word.start > anchor.start:
            continue
        return True
    return False
