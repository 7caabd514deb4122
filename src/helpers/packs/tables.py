"""Everything a pack says about comparing claims, read together and checked against its topics."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import PackError
from helpers.packs.comparisons import ComparisonFile, LevelPair
from helpers.packs.implied import ClaimPattern, ImpliedFile, ImpliedRule
from helpers.packs.problems import ProblemFile
from helpers.packs.regulatory import RegulatoryFacts, read_regulatory
from helpers.packs.sections import read_section
from helpers.packs.severities import Harm, SeverityFile
from helpers.packs.topics import Topic, read_topics
from helpers.packs.treatments import read_treatment_classes
from helpers.packs.warnings import Warnings, read_warnings
from helpers.paths import DATA


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
    problems : ProblemFile
    warnings : Warnings
    regulatory : RegulatoryFacts
    """

    topics: dict[str, Topic]
    comparisons: ComparisonFile
    pairs: dict[tuple[str, frozenset[str]], LevelPair]
    implied: tuple[ImpliedRule, ...]
    severities: SeverityFile
    item_topics: frozenset[str]
    problems: ProblemFile
    warnings: Warnings
    regulatory: RegulatoryFacts

    def harm(self, topic: str) -> Harm:
        """Return what relations on ``topic`` can lead to."""
        return self.severities.topics.get(topic, self.severities.other)

    def scale(self, topic: str) -> tuple[str, ...]:
        """Return the ordered words of ``topic``: its levels, or its items where those have the order."""
        return self.comparisons.item_scales.get(topic) or self.topics[topic].scale


def read_tables(folder: Path) -> ComparisonTables:
    """Read the comparison tables of the pack in ``folder``; all but ``topics.yml`` may be missing.

    Raises
    ------
    PackError
        A file is wrong, or names a topic or level that the topics do not have.
    """
    topics = read_topics(folder)
    comparisons = read_section(folder, "comparisons", ComparisonFile)
    implied = read_section(folder, "implied", ImpliedFile)
    severities = read_section(folder, "severities", SeverityFile)
    problems = read_section(folder, "problems", ProblemFile)
    classes = read_treatment_classes(folder)
    warnings = read_warnings(folder, DATA / "evidence" / "warnings.csv", classes)
    for file, table in (("comparisons.yml", comparisons), ("severities.yml", severities)):
        for topic, levels in table.named():
            _check(file, None, topic, levels, topics)
    for rule in implied.rules:
        _check_patterns("implied.yml", rule.id, (rule.premise, rule.consequence), topics)
    for wording in problems.rules:
        patterns = (*wording.claims, *wording.with_claims, *wording.page_lacks)
        _check_patterns("problems.yml", wording.id, patterns, topics)
    for name, code in warnings.file.codes.items():
        _check_patterns("warnings.yml", name, code.given_by, topics)
    paired = {pair.topic for pair in comparisons.pairs if topics[pair.topic].comparison == "items"}
    return ComparisonTables(
        topics=topics,
        comparisons=comparisons,
        pairs={
            (pair.topic, frozenset((one, other))): pair for pair in comparisons.pairs for one in pair.one for other in pair.other
        },
        implied=implied.rules,
        severities=severities,
        item_topics=frozenset(paired.union(comparisons.item_scales)),
        problems=problems,
        warnings=warnings,
        regulatory=read_regulatory(folder, DATA / "evidence" / "regulatory.csv", classes),
    )


def _check_patterns(file: str, place: str, patterns: Iterable[ClaimPattern | None], topics: dict[str, Topic]) -> None:
    for pattern in patterns:
        if pattern is not None:
            _check(file, place, pattern.topic, pattern.levels + pattern.except_levels, topics)


def _check(file: str, place: str | None, topic: str, levels: tuple[str, ...], topics: dict[str, Topic]) -> None:
    if topic not in topics:
        raise PackError(f"{topic!r} is not in topics.yml; add it there or correct the name", path=file, place=place)
    known = topics[topic].scale + topics[topic].levels
    wrong = [level for level in levels if known and level not in known]
    if wrong:
        raise PackError(f"{topic} has no level {wrong[0]!r}; it has {', '.join(known)}", path=file, place=place)
