"""Each guard of a rule is deleted in turn: a counter-example, or a case of the guard that has a name, should notice."""

import pytest
from test_pack_rules import EXTRACTORS, PACKS, read

from helpers.packs.rules import Rule


def named(pack: str, rule: Rule) -> int:
    """Return how many conditions the guards that a rule names have; they stand behind its own."""
    return sum(len(PACKS[pack].guards[name].unless) for name in rule.guards)


@pytest.mark.parametrize(("pack", "name"), [(pack, name) for pack in PACKS for name in PACKS[pack].guards])
def test_a_named_guard_is_missed_where_it_is_deleted(pack: str, name: str) -> None:
    """Every case makes a claim without the guard, and none with it; some rule names it."""
    guard = PACKS[pack].guards[name]
    rules = [compiled for compiled in EXTRACTORS[pack]._compiled if name in compiled.rule.guards]
    ids = {compiled.rule.id for compiled in rules}
    assert len(rules) > 1, "a guard of one rule is its own `unless`"

    def quotes(text: str) -> set[tuple[str, str]]:
        return {(claim.rule, claim.quote) for claim in read(pack, text) if claim.rule in ids}

    kept = {compiled: compiled._unless for compiled in rules}
    guarded = [quotes(text) for text in guard.cases]
    try:
        for compiled in rules:
            both = zip(compiled.rule.unless, kept[compiled], strict=True)
            compiled._unless = [finder for condition, finder in both if condition not in guard.unless]
        deleted = [quotes(text) for text in guard.cases]
    finally:
        for compiled in rules:
            compiled._unless = kept[compiled]
    silent = [text for text, before, after in zip(guard.cases, guarded, deleted, strict=True) if not after - before]
    assert silent == []


def unnoticed(pack: str) -> list[str]:
    """Return the guards that can go without any of their rule's counter-examples making a claim."""
    found = []
    for compiled in EXTRACTORS[pack]._compiled:
        rule, guards = compiled.rule, compiled._unless
        try:
            for number, condition in enumerate(rule.unless[: len(guards) - named(pack, rule)]):
                compiled._unless = [*guards[:number], *guards[number + 1 :]]
                if not any(claim.rule == rule.id for text in rule.counterexamples for claim in read(pack, text)):
                    found.append(f"{rule.id}: unless {condition.places}")
        finally:
            compiled._unless = guards
    return found


@pytest.mark.parametrize("pack", PACKS)
def test_no_guard_stands_without_a_case(pack: str) -> None:
    """Each has a counter-example on which its rule makes a claim without it; else it is named here."""
    assert unnoticed(pack) == []


def test_the_check_notices_a_guard_that_lost_its_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its counter-examples, no guard of a rule is missed, and each is named."""
    compiled = next(one for one in EXTRACTORS["aesthetics"]._compiled if one.rule.id == "onset.see")
    own = compiled.rule.unless[: len(compiled.rule.unless) - named("aesthetics", compiled.rule)]
    monkeypatch.setattr(compiled, "rule", compiled.rule.model_copy(update={"counterexamples": []}))
    assert unnoticed("aesthetics") == [f"onset.see: unless {condition.places}" for condition in own]
