"""A topic stands in its own folder: what its files say is added to the pack's sections, in the order that the pack gives."""

from pathlib import Path

import pytest

from helpers.errors import PackError
from helpers.packs.comparisons import ComparisonFile
from helpers.packs.furniture import GapTopics, read_gap_topics
from helpers.packs.rules import RuleFile
from helpers.packs.sections import check_folders, read_parts, read_section
from helpers.packs.severities import SeverityFile
from helpers.packs.topics import read_topics
from helpers.paths import PACKS

FOLDERS = sorted(path for path in PACKS.glob("*/topics/*") if path.is_dir())
TOPIC = "title: Lift\nabout: How it flies.\nlevels: [high]\ncomparison: level\n"
GAP = "topics: [{topic: %s, reason: x, cues: [x], examples: [x], counter_examples: [y]}]\n"


def pack(folder: Path, **files: str) -> Path:
    """Write a pack of two topics, with some files more."""
    every = {"topics": "order: [lift, drag]\n", "topics/lift/topic": TOPIC, "topics/drag/topic": TOPIC, **files}
    for name, text in every.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_topics_stand_in_the_order_of_the_pack(tmp_path: Path) -> None:
    assert list(read_topics(pack(tmp_path))) == ["lift", "drag"]


def test_parts_stand_in_the_order_of_topics_unless_the_section_has_its_own(tmp_path: Path) -> None:
    gaps = {f"topics/{topic}/gaps": GAP % topic for topic in ("lift", "drag")}
    assert [gap.topic for gap in read_gap_topics(pack(tmp_path, **gaps)).topics] == ["lift", "drag"]
    assert [gap.topic for gap in read_gap_topics(pack(tmp_path, gaps="order: [drag]\n", **gaps)).topics] == ["drag", "lift"]


def test_what_the_pack_s_own_file_says_comes_first(tmp_path: Path) -> None:
    pack(tmp_path, gaps=GAP % "drag", **{"topics/lift/gaps": GAP % "lift"})
    assert [path.name for path, _ in read_parts(tmp_path, "gaps", GapTopics)] == ["gaps.yml", "gaps.yml"]
    assert [gap.topic for gap in read_section(tmp_path, "gaps", GapTopics).topics] == ["drag", "lift"]


def test_a_section_without_a_file_is_empty(tmp_path: Path) -> None:
    assert read_section(pack(tmp_path), "comparisons", ComparisonFile) == ComparisonFile()
    assert read_section(tmp_path / "elsewhere", "rules", RuleFile) == RuleFile()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"topics": "order: [lift, lift]\n"}, "topics.yml: Value error, a topic stands twice"),
        ({"topics": "order: [lift, weight]\n"}, "topics.yml, order: there is no folder topics/weight; correct the name"),
        ({"topics/drag/topic": TOPIC.replace("about:", "abuot:")}, r"drag/topic.yml, abuot: .* \(did you mean 'about'"),
        ({"topics/lift/topic": TOPIC.replace("level\n", "colour\n")}, "lift/topic.yml, comparison"),
        ({"topics": "order: [lift]\n"}, "topics/drag: topics.yml does not name this folder"),
        ({"topics/lift/rulez": "rules: []\n"}, "lift/rulez.yml: no section has this name"),
        ({"gaps": "order: [weight]\n"}, "gaps.yml, order: orders 'weight'"),
        ({"topics/lift/gaps": "topics: [{topic: lift}]\n"}, "lift/gaps.yml, topics.0.reason"),
        ({"comparisons": "tolerance: 0.2\n", "topics/lift/comparisons": "tolerance: 0.1\n"}, "lift/comparisons.yml, tolerance"),
        (
            {f"topics/{name}/comparisons": "item_scales: {lift: [a, b]}\n" for name in ("lift", "drag")},
            "drag/comparisons.yml, item_scales: 'lift' stands in another file too",
        ),
        (
            {
                f"topics/{name}/comparisons": "pairs: [{topic: lift, one: [a], other: [b], relation: agree, reason: x}]\n"
                for name in ("lift", "drag")
            },
            "comparisons.yml: .*paired twice",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(tmp_path: Path, files: dict[str, str], message: str) -> None:
    folder = pack(tmp_path, **files)
    with pytest.raises(PackError, match=message) as error:
        read_topics(folder)
        check_folders(folder)
        read_gap_topics(folder)
        read_section(folder, "comparisons", ComparisonFile)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("folder", FOLDERS, ids=[f"{path.parent.parent.name}-{path.name}" for path in FOLDERS])
def test_what_a_topic_s_folder_says_is_about_that_topic(folder: Path) -> None:
    pack, topic = folder.parent.parent, folder.name
    said = [rule.topic for path, part in read_parts(pack, "rules", RuleFile) if path.parent == folder for rule in part.rules]
    said += [gap.topic for path, part in read_parts(pack, "gaps", GapTopics) if path.parent == folder for gap in part.topics]
    said += [
        one for path, part in read_parts(pack, "comparisons", ComparisonFile) if path.parent == folder for one, _ in part.named()
    ]
    said += [one for path, part in read_parts(pack, "severities", SeverityFile) if path.parent == folder for one in part.topics]
    assert set(said) <= {topic}
