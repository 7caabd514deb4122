"""Every word of the English pack does what its group says, and a wrong file is refused with its place."""

from pathlib import Path

import pytest
import yaml

from helpers.errors import PackError
from helpers.normalise import QuantityGrammar
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.paths import PACKS

FILE = PACKS / "english" / "quantities.yml"
WORDS = read_yaml(FILE, QuantityWords)
GRAMMAR = QuantityGrammar(WORDS)


def bounds(text: str) -> list[tuple[float | None, float | None, str]]:
    return [(found.low, found.high, found.dimension) for found in GRAMMAR.find(text)]


@pytest.mark.parametrize("name", WORDS.units.known)
def test_every_spelling_of_a_unit_is_read_behind_a_figure(name: str) -> None:
    unit = WORDS.units.known[name]
    size = unit.size / 86400 if unit.dimension == "time" else unit.size
    expected = [3.0, 3.0, "other"] if unit.dimension == "other" else [round(3 * size, 6), round(3 * size, 6), unit.dimension]
    for spelling in (*unit.singular, *unit.plural, *unit.short):
        assert bounds(f"It is 3 {spelling} here.") == [tuple(expected)], spelling


def test_every_number_word_is_read() -> None:
    for word, value in WORDS.numbers.words.items():
        assert bounds(f"Keep {word} days free.") == [(value, value, "time")], word


def test_every_vague_word_has_its_bounds() -> None:
    for entry in WORDS.vague.known:
        for phrase in entry.phrases:
            assert bounds(f"Keep {phrase} days free.") == [(entry.low, entry.high, "time")], phrase


def test_every_bound_word_opens_its_side() -> None:
    for word in WORDS.bounds.lower_before:
        assert bounds(f"Keep {word} 9 days free.") == [(9, None, "time")], word
    for word in WORDS.bounds.upper_before:
        assert bounds(f"Keep {word} 9 days free.") == [(0, 9, "time")], word
    for word in WORDS.bounds.lower_after:
        gap = " " if word.strip("- ").isalpha() or " " in word else ""  # a sign stands tight: "9 days+"
        assert bounds(f"Keep 9 days{gap}{word} for it.") == [(9, None, "time")], word
    for word in WORDS.bounds.upper_after:
        assert bounds(f"Keep 9 days {word} for it.") == [(0, 9, "time")], word


def test_every_approximator_leaves_the_bounds() -> None:
    for word in WORDS.approximators.before:
        assert bounds(f"Keep {word} 9 days free.") == [(9, 9, "time")], word
    for word in WORDS.approximators.after:
        assert bounds(f"Keep 9 days {word}.") == [(9, 9, "time")], word


def test_every_joint_makes_a_range() -> None:
    for word in (*WORDS.ranges.to_words, *WORDS.ranges.or_words, *WORDS.ranges.hyphens, *WORDS.ranges.dashes):
        assert bounds(f"Keep 7 {word} 9 days free.") == [(7, 9, "time")], word


def test_every_frequency_adverb_is_read() -> None:
    for entry in WORDS.frequencies.adverbs:
        for word in entry.words:
            assert bounds(f"Do it {word} at home.") == [(entry.low, entry.high, "time")], word


def test_every_label_takes_the_number_behind_it() -> None:
    for word in (*WORDS.others.labels, *WORDS.others.age_before):
        assert [dimension for _, _, dimension in bounds(f"See {word} 23 here.")] == ["other"], word


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"fruit": {}}, "fruit"),
        ({"vague": {"reason": "why", "known": [], "not_after": [True]}}, "vague.not_after.0"),
        ({"vague": {"reason": "", "known": [], "not_after": []}}, "vague.reason"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(change: dict[str, object], place: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=rf"^quantities\.yml, {place}: "):
        read_yaml(_written(tmp_path, change), QuantityWords)


def test_a_unit_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    others = WORDS.others.model_dump() | {"age_units": ["yaer"]}
    with pytest.raises(PackError, match="no unit 'yaer'"):
        read_yaml(_written(tmp_path, {"others": others}), QuantityWords)


def test_a_spelling_of_two_units_is_refused(tmp_path: Path) -> None:
    units = WORDS.units.model_dump()
    units["known"]["week"]["short"] = ["wk", "mm"]
    with pytest.raises(PackError, match="'mm' is a spelling of both"):
        read_yaml(_written(tmp_path, {"units": units}), QuantityWords)


def _written(folder: Path, change: dict[str, object]) -> Path:
    content = yaml.safe_load(FILE.read_text(encoding="utf-8")) | yaml.safe_load(yaml.safe_dump(_plain(change)))
    path = folder / "quantities.yml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value
