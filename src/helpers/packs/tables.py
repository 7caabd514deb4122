"""Everything a pack says about comparing claims, read together and checked against its topics."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import PackError
from helpers.packs.comparisons import ComparisonFile, LevelPair
from helpers.packs.implied import ClaimPattern, ImpliedFile, ImpliedRule
from helpers.packs.read import read_yaml
from helpers.packs.severities import Harm, SeverityFile
from helpers.packs.topics import Topic, read_topics


@dataclass(frozen=True)
class ComparisonTables:
    """The tables of one pack that comparing needs.

    Attributes
    ----------
    topics : dict of str to Topic
    comparisons : ComparisonFile
    pairs : dict
        ``(topic, frozenset of two levels)`` -> LevelPair.
    implied : tuple of ImpliedRule
    severities : SeverityFile
    item_topics : frozenset of str
        Topics in which one item can speak against another (one layer against another).
    """

    topics: dict[str, Topic]
    comparisons: ComparisonFile
    pairs: dict[tuple[str, frozenset[str]], LevelPair]
    implied: tuple[ImpliedRule, ...]
    severities: SeverityFile
    item_topics: frozenset[str]

    def harm(self, topic: str) -> Harm:
        """Return what relations on ``topic`` can lead to."""
        return self.severities.topics.get(topic, self.severities.other)

    def scale(self, topic: str) -> tuple[str, ...]:
        """Return the ordered words of ``topic``: its levels, or its items where those have the order."""
        return self.comparisons.item_scales.get(topic) or self.topics[topic].scale


def read_tables(folder: Path) -> ComparisonTables:
    """Read ``topics.yml``, ``comparisons.yml``, ``implied.yml`` and ``severities.yml`` of the pack in ``folder``.

    Raises
    ------
    PackError
        A file is missing or wrong, or names a topic or level that the topics do not have.
    """
    topics = read_topics(folder)
    comparisons = read_yaml(folder / "comparisons.yml", ComparisonFile)
    implied = read_yaml(folder / "implied.yml", ImpliedFile)
    severities = read_yaml(folder / "severities.yml", SeverityFile)
    for file, place, topic, levels in _named(comparisons, implied, severities):
        _check(file, place, topic, levels, topics)
    pairs = {
        (pair.topic, frozenset((one, other))): pair for pair in comparisons.pairs for one in pair.one for other in pair.other
    }
    paired = {pair.topic for pair in comparisons.pairs if topics[pair.topic].comparison == "items"}
    item_topics = frozenset(paired.union(comparisons.item_scales))
    return ComparisonTables(topics, comparisons, pairs, implied.rules, severities, item_topics)


def _named(
    comparisons: ComparisonFile, implied: ImpliedFile, severities: SeverityFile
) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield every topic that a table names: file, place in it, topic, the levels named with it."""
    for pair in comparisons.pairs:
        yield "comparisons.yml", "pairs", pair.topic, pair.one + pair.other
    for topic in (*comparisons.doubt_softens, *comparisons.item_scales):
        yield "comparisons.yml", "", topic, ()
    for rule in implied.rules:
        for pattern in (rule.premise, rule.consequence):
            yield "implied.yml", rule.id, pattern.topic, _levels(pattern)
    for topic in severities.topics:
        yield "severities.yml", "topics", topic, ()


def _levels(pattern: ClaimPattern) -> tuple[str, ...]:
    return pattern.levels + pattern.except_levels


def _check(file: str, place: str, topic: str, levels: tuple[str, ...], topics: dict[str, Topic]) -> None:
    if topic not in topics:
        raise PackError(f"{topic!r} is not in topics.yml; add it there or correct the name", path=file, place=place or None)
    known = topics[topic].scale + topics[topic].levels
    wrong = [level for level in levels if known and level not in known]
    if wrong:
        raise PackError(f"{topic} has no level {wrong[0]!r}; it has {', '.join(known)}", path=file, place=place or None)
