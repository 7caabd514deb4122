"""Families: one written phrase stands for many, and only for those."""

from pathlib import Path

import pytest

from helpers.errors import PackError
from helpers.packs.families import Families, Family
from helpers.packs.inflection import forms_of
from helpers.packs.lexicon import LexiconFile
from helpers.packs.load import load_pack
from helpers.packs.read import read_yaml

IRREGULAR = {"grow": ["grows", "grew", "grown", "growing"]}
MOST_WRITTEN = {"aesthetics": 8_000, "supplements": 2_000}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("treat", "treat treats treated treating"),
        ("reduce", "reduce reduces reduced reducing"),
        ("vanish", "vanish vanishes vanished vanishing"),
        ("drop", "drop drops dropped dropping"),
        ("boost", "boost boosts boosted boosting"),
        ("dry", "dry dries dried drying"),
        ("delay", "delay delays delayed delaying"),
        ("fix", "fix fixes fixed fixing"),
        ("agree", "agree agrees agreed agreeing"),
        ("soften", "soften softens softened softening"),
        ("grow", "grow grows grew grown growing"),
    ],
)
def test_a_verb_has_its_forms(verb: str, forms: str) -> None:
    assert forms_of(verb, IRREGULAR) == tuple(forms.split())


FAMILIES = Families(
    {
        "show": Family(reason="Shows.", words=["look+", "is"]),
        "far": Family(reason="How far.", words=["much", "a bit"]),
    },
    IRREGULAR,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("softer", ["softer"]),
        ("spf 30+", ["spf 30+"]),
        ("grow+ back", ["grow back", "grows back", "grew back", "grown back", "growing back"]),
        ("depend+s on", ["depend on", "depends on"]),
        ("study+s", ["study", "studies"]),
        ("<far> softer", ["much softer", "a bit softer"]),
        ("<far|> softer", ["softer", "much softer", "a bit softer"]),
        ("<show> <far>", [f"{verb} {far}" for verb in ("look", "looks", "looked", "looking", "is") for far in ("much", "a bit")]),
    ],
)
def test_a_phrase_stands_for_each_of_its_words(written: str, meant: list[str]) -> None:
    assert list(FAMILIES.expand(written)) == meant


def test_a_family_that_is_not_there_is_refused_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "kites"
    (folder / "lexicons").mkdir(parents=True)
    (folder / "pack.yml").write_text("name: kites\nversion: 1.0.0\ntitle: Kites\nlanguage: en\n")
    (folder / "topics.yml").write_text("topics: {lift: {title: x, about: x, comparison: none}}\n")
    (folder / "lexicons/air.yml").write_text("classes:\n  wind: {reason: Wind., values: {wind: [<stron> wind]}}\n")
    with pytest.raises(PackError, match=r"air\.yml, wind: no family is called 'stron'"):
        load_pack("kites", packs=tmp_path)


@pytest.mark.parametrize("name", MOST_WRITTEN)
def test_what_people_write_and_keep_up_stays_small(name: str) -> None:
    assert load_pack(name).written <= MOST_WRITTEN[name]


def test_a_value_without_phrases_is_said_by_its_own_name() -> None:
    pack = load_pack("aesthetics")
    assert "lip lift" in pack.classes["treatment"].values["lip_lift"]
    assert pack.offers["whole"].values["skin_resurfacing"] == ["skin resurfacing"]


@pytest.mark.parametrize("name", MOST_WRITTEN)
def test_no_value_lists_its_own_name_alone(name: str) -> None:
    """``lip_lift: [lip lift]`` is written as ``lip_lift: []``."""
    pack = load_pack(name)
    paths = [
        path for folder in pack.folders for pattern in ("**/lexicons/*.yml", "**/words.yml") for path in folder.glob(pattern)
    ]
    files = {path: read_yaml(path, LexiconFile).classes for path in paths}
    alone = [
        f"{path.name}, {cls}: {value}"
        for path, classes in files.items()
        for cls, lexicon in classes.items()
        for value, phrases in lexicon.values.items()
        if phrases == [value.replace("_", " ")]
    ]
    assert alone == []
