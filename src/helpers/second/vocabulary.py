"""The pack's words for what a second reader may say: topics, items, levels, units, situations."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from helpers.packs.load import Pack
from helpers.packs.rules import Rule
from helpers.packs.second import Rulings
from helpers.packs.topics import Topic

FREQUENCY = "frequency"
_OF_UNIT = {"day": "time", "minute": "time", "mm": "length", "count": "count", "year": "year"}


@dataclass(frozen=True)
class TopicWords:
    """What can be said on one topic.

    Attributes
    ----------
    name : str
    topic : Topic
    items : mapping of str to tuple of str
        Item -> the phrases that the pack knows for it; empty where claims on it have no item.
    is_open : bool
        Whether an item may be named by words of the quote.
    is_named : bool
        Whether the words of a claim must name its item.
    needs_item : bool
        Whether there is no claim on it without one.
    takes_frequency : bool
        Whether its bounds can be the time between two ("monthly", "daily"), as some rule of it reads them.
    amounts : mapping of str to (float or None, float or None)
        Phrases that name an amount without a number ("the rest of the day"), with their bounds.
    examples : tuple of (str, str)
        Sentences, and what each says as a line.
    """

    name: str
    topic: Topic
    items: Mapping[str, tuple[str, ...]]
    is_open: bool
    is_named: bool
    needs_item: bool
    takes_frequency: bool
    amounts: Mapping[str, tuple[float | None, float | None]]
    examples: tuple[tuple[str, str], ...]

    @property
    def levels(self) -> tuple[str, ...]:
        """The words for how much, the ordered ones first."""
        return self.topic.scale + self.topic.levels

    @property
    def dimension(self) -> str | None:
        """What its bounds measure."""
        return _OF_UNIT[self.topic.unit] if self.topic.unit else None


def vocabulary(pack: Pack, rulings: Rulings, examples: int) -> dict[str, TopicWords]:
    """Return the words of each topic of a pack, in the order of its topics.

    Parameters
    ----------
    examples : int
        How many of the pack's examples of each topic are taken.
    """
    items = _items(pack)
    shown: dict[str, list[tuple[str, str]]] = defaultdict(list)
    without: set[str] = set()
    frequent: set[str] = set()
    for rule in pack.rules:
        if FREQUENCY in (*rule.anchors, *(rule.amount.of if rule.amount else ())):
            frequent.add(rule.topic)
        if rule.item is None:
            without.add(rule.topic)
        for example in rule.examples[:1]:
            said = [example.item, example.level, *_bounds(example.low, example.high)]
            shown[rule.topic].append((" / ".join(example.text.split("\n")), ", ".join(part for part in said if part)))
    return {
        name: TopicWords(
            name,
            topic,
            items.get(name, {}),
            is_open=name in rulings.open,
            is_named=name in rulings.named,
            needs_item=name in items and name not in without,
            takes_frequency=name in frequent,
            amounts={**_amounts(name, pack), **rulings.amounts.get(name, {})},
            examples=tuple(shown[name][:examples]),
        )
        for name, topic in pack.topics.items()
    }


def _bounds(low: float | None, high: float | None) -> list[str]:
    named = (("low", low), ("high", high))
    return [f"{name} {bound:g}" for name, bound in named if bound is not None]


def _amounts(topic: str, pack: Pack) -> dict[str, tuple[float, float]]:
    """Return the phrases by which rules of a topic tell an amount without a number."""
    found: dict[str, tuple[float, float]] = {}
    for rule in pack.rules:
        for named, (low, high) in rule.amount.words.items() if rule.topic == topic and rule.amount else ():
            cls, _, value = named.partition(".")
            for phrase in pack.classes[cls].values[value]:
                found.setdefault(phrase, (low, high))
    return found


def _items(pack: Pack) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return by topic each item that a rule of it can give, with the phrases that name it."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for rule in pack.rules:
        for item, phrases in _of_rule(rule, pack):
            known = found[rule.topic].get(item, ())
            found[rule.topic][item] = (*known, *(one for one in phrases if one not in known))
    return {topic: dict(sorted(items.items())) for topic, items in found.items()}


def _of_rule(rule: Rule, pack: Pack) -> list[tuple[str, tuple[str, ...]]]:
    if rule.item is None or rule.item.startswith("^"):
        return []
    if rule.item != "=":
        return [(rule.item, ())]
    classes = [anchor.partition(".") for anchor in rule.anchors if anchor.partition(".")[0] in pack.classes]
    return [
        (value, tuple(phrases))
        for cls, _, only in classes
        for value, phrases in pack.classes[cls].values.items()
        if not only or value == only
    ]
