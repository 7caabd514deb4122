"""Each `unless` of a rule is deleted in turn: one of the pack's counter-examples should notice."""

import pytest
from test_pack_rules import EXTRACTORS, PACKS, read

UNNOTICED = {"aesthetics": 210, "german": 7, "supplements": 30}


def unnoticed(pack: str) -> list[str]:
    """Return the guards that can go without any of their rule's counter-examples making a claim."""
    found = []
    for compiled in EXTRACTORS[pack]._compiled:
        rule, guards = compiled.rule, compiled._unless
        try:
            for number, condition in enumerate(rule.unless):
                compiled._unless = [*guards[:number], *guards[number + 1 :]]
                if not any(claim.rule == rule.id for text in rule.counterexamples for claim in read(pack, text)):
                    found.append(f"{rule.id}: unless {condition.places}")
        finally:
            compiled._unless = guards
    return found


@pytest.mark.parametrize("pack", PACKS)
def test_no_more_guards_stand_without_a_case(pack: str) -> None:
    """A ratchet: give a new guard its counter-example, and lower the number when old ones get theirs."""
    alone = unnoticed(pack)
    assert len(alone) <= UNNOTICED.get(pack, 0), "\n".join(alone)


def test_the_check_notices_a_guard_that_has_its_case() -> None:
    guards = sum(len(rule.unless) for rule in PACKS["aesthetics"].rules)
    assert 0 < len(unnoticed("aesthetics")) < guards
