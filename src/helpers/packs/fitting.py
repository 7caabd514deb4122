"""A rule makes only claims that its topic can hold: its levels are the topic's, and it names items where the topic has some."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from helpers.packs.lexicon import LexiconClass
from helpers.packs.rules import AMOUNTS, Rule
from helpers.packs.topics import Topic

OWN = "="  # an item or a level that is the word's own value
ABOVE = "^"  # before the class whose word above gives the item


def misfit(rule: Rule, topic: Topic, classes: Mapping[str, LexiconClass]) -> str:
    """Return what a rule says that its topic cannot hold, as a line that says what to change; nothing where all fits.

    Parameters
    ----------
    classes : mapping of str to LexiconClass
        Those that the rule names are among them.
    """
    levels = (*topic.scale, *topic.levels)
    wrong = next((level for level in _levels(rule, classes) if level not in levels), None)
    if wrong is not None:
        told = f"{wrong!r} is no level of {rule.topic}{nearest(wrong, levels)}"
        words = next((name for name, level in rule.level.words.items() if level == OWN and wrong in _values(name, classes)), None)
        if words is not None:
            return f"{told}, and the class {words!r} has such a value; correct the value, or ask for others by name"
        return f"{told}; take one of its scale or levels, or add it there"
    if rule.item and not topic.items:
        return f"the rule names an item, and {rule.topic} has none; say in topic.yml what its items are, or take the item out"
    numbers = [name for name in rule.anchors if name in AMOUNTS]
    if rule.item == OWN and numbers:
        return f"the rule takes its item from {numbers[0]!r}, and an amount is none; name the item, or anchor it at a word"
    amount = next((name for name, level in rule.level.words.items() if level == OWN and name in AMOUNTS), None)
    if amount is not None:
        return f"the rule takes its level from {amount!r}, and an amount is none; write the level, or use bands"
    anchors = [classes[name.partition(".")[0]] for name in rule.anchors if name not in AMOUNTS]
    items = {value for one in anchors for value in one.values}
    if rule.item == OWN and not any(one.unnamed for one in anchors):
        strange = next((example.item for example in rule.examples if example.item and example.item not in items), None)
        if strange is not None:
            return f"an example expects the item {strange!r}{nearest(strange, items)}, which no word of the anchor has"
    if not rule.id.startswith(f"{rule.topic}."):
        return f"the rule's id must begin with its topic: {rule.topic}.{rule.id.rpartition('.')[2]}"
    return ""


def strange_items(rules: Iterable[Rule], classes: Mapping[str, LexiconClass]) -> Iterator[tuple[Rule, str]]:
    """Yield each rule that writes an item which no word of its topic has, with a line that says what to change.

    Nothing is told of a topic whose rules write all their items: no word says there what they may be.

    Parameters
    ----------
    rules : iterable of Rule
        All of a pack.
    """
    known: dict[str, set[str]] = {}
    taken: set[str] = set()
    rules = list(rules)
    for rule in rules:
        named = [rule.item.removeprefix(ABOVE)] if rule.item and rule.item.startswith(ABOVE) else rule.anchors
        values = (classes[cls].values for name in named if (cls := name.partition(".")[0]) in classes)
        known.setdefault(rule.topic, set()).update(value for one in values for value in one)
        taken |= {rule.topic} if rule.item and rule.item[0] in (OWN, ABOVE) else set()
    for rule in rules:
        if rule.topic in taken and rule.item and rule.item[0] not in (OWN, ABOVE) and rule.item not in known[rule.topic]:
            hint = nearest(rule.item, known[rule.topic])
            yield rule, f"no word of {rule.topic} has the item {rule.item!r}{hint}; correct it, or give it a value among them"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint at the known word that is written most alike, in brackets; nothing where none is."""
    found = get_close_matches(word, list(known), n=1)
    return f" (did you mean {found[0]!r}?)" if found else ""


def _values(name: str, classes: Mapping[str, LexiconClass]) -> Iterable[str]:
    cls, _, value = name.partition(".")
    return (value,) if value else classes[cls].values if cls in classes else ()


def _levels(rule: Rule, classes: Mapping[str, LexiconClass]) -> Iterator[str]:
    said = rule.level
    yield from filter(None, (said.default, said.negated, said.denied))
    yield from said.negated_with.values()
    yield from (band.level for band in said.bands)
    for name, level in said.words.items():
        cls, _, value = name.partition(".")
        if level != OWN:
            yield level
        elif value:
            yield value
        elif cls in classes:  # else it is an amount, which has no values
            yield from classes[cls].values
    yield from (example.level for example in rule.examples if example.level)
