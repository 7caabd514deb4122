"""The comparison tables of a pack: what may be left out, and what a wrong one says."""

from pathlib import Path

import pytest

from helpers.errors import PackError
from helpers.packs.tables import read_tables
from helpers.packs.topics import read_topics
from helpers.paths import PACKS

TOPICS = """
topics:
  pull:
    title: How hard it pulls
    about: A statement about the pull.
    unit: day
    scale: [weak, strong]
    levels: [odd]
    comparison: level
"""


def pack(folder: Path, **files: str) -> Path:
    for name, text in {"topics": TOPICS, **files}.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def test_a_pack_needs_no_more_than_topics(tmp_path: Path) -> None:
    tables = read_tables(pack(tmp_path))
    assert list(tables.topics) == ["pull"]
    assert (tables.implied, tables.problems.rules, tables.warnings.owed) == ((), (), {})
    assert tables.harm("pull") == tables.severities.other


def test_the_topics_of_the_codebook_are_all_there() -> None:
    topics = read_topics(PACKS / "aesthetics")
    assert topics.keys() >= {"downtime", "efficacy", "regulatory_status", "variability"}
    assert topics["side_effect"].scale == ("absent", "rare", "uncommon", "common")
    assert topics["depth"].unit == "mm"


PAIR = "pairs: [{{topic: {}, one: [weak], other: [{}], relation: {}, reason: x}}]"
HARM = "topics: {{{}: {{harm: x, conflict: {}, tension: low, silent: low, unknown: low}}}}"
WORDING = (
    "rules: [{id: a, problem: guarantee, severity: low, reason: x, harm: x, advice: x, examples: [x], counterexamples: [x], %s}]"
)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("comparisons", PAIR.format("push", "strong", "tension"), "'push' is not in topics.yml"),
        ("comparisons", PAIR.format("pull", "huge", "tension"), "pull has no level 'huge'"),
        ("comparisons", PAIR.format("pull", "strong", "silent"), "comparisons.yml, pairs.0.relation"),
        ("comparisons", "doubt_softens: [push]", "'push' is not in topics.yml"),
        ("comparisons", "tolerance: 3", "comparisons.yml, tolerance"),
        ("severities", HARM.format("push", "high"), "'push' is not in topics.yml"),
        ("severities", HARM.format("pull", "grave"), "severities.yml, topics.pull.conflict"),
        ("implied", "rules: [{id: a}]", "implied.yml, a, premise"),
        ("problems", WORDING % "about: [x]", "say which words"),
        ("problems", WORDING % "claims: [{topic: push}]", "'push' is not in topics.yml"),
        ("problems", WORDING.replace("guarantee", "boasting") % "says: [x]", "problems.yml, a, problem"),
        ("warnings", "warnings: []", "warnings.yml, warnings"),
        ("warnings", "same_as: {a: b}", "'b' is used and not explained"),
        ("regulatory", "only_for: {R-X: []}", "regulatory.csv has no such row"),
    ],
)
def test_a_wrong_file_says_where_it_is_wrong(tmp_path: Path, file: str, text: str, message: str) -> None:
    with pytest.raises(PackError) as error:
        read_tables(pack(tmp_path, **{file: text}))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_two_pairs_for_the_same_levels_are_refused(tmp_path: Path) -> None:
    pair = "{topic: pull, one: [weak], other: [strong, odd], relation: tension, reason: x}"
    with pytest.raises(PackError, match="paired twice"):
        read_tables(pack(tmp_path, comparisons=f"pairs: [{pair}, {pair}]"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("levels: [odd]", "levels: [weak]", "a level stands twice"),
        ("comparison: level", "comparison: items", "must say what its items are"),
        ("unit: day", "unit: fortnight", "topics.pull.unit"),
        ("scale: [weak, strong]\n    levels: [odd]", "scale: []", "needs a scale or levels"),
        ("comparison: level", "comparison: level\n    colour: red", "topics.pull.colour"),
    ],
)
def test_a_wrong_topic_says_what_is_wrong(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(PackError, match=message):
        read_tables(pack(tmp_path, topics=TOPICS.replace(old, new)))
