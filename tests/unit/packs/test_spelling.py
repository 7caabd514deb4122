"""What is written in one spelling stands for both, and only where English has two."""

import pytest

from helpers.packs.families import Families
from helpers.packs.load import load_pack
from helpers.packs.spelling import Spellings

BOTH = Spellings({"colour": "color", "oedema": "edema"})


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("skin colour", "skin color"),
        ("color change~", "colour change~"),
        ("oedema", "edema"),
        ("optimis~", "optimiz~"),
        ("revitaliz~", "revitalis~"),
        ("minimising", "minimizing"),
        ("sterilisation", "sterilization"),
    ],
)
def test_a_phrase_has_its_other_spelling(written: str, other: str) -> None:
    assert BOTH.both(written) == (written, other)


@pytest.mark.parametrize(
    "written", ["rise", "raised", "exercise~", "specialist", "dermatitis", "precise", "surprising", "size", "bruis~"]
)
def test_words_of_one_spelling_stay_alone(written: str) -> None:
    assert BOTH.both(written) == (written,)


def test_a_language_without_parts_has_one_spelling() -> None:
    assert Spellings({}).both("optimise") == ("optimise",)


def test_verbs_and_families_come_in_both_spellings() -> None:
    assert set(Families({}, {}, {"colour": "color"}).expand("volumise+")) >= {"volumises", "volumizing"}


@pytest.mark.parametrize("said", ["optimised", "optimized", "moisturiser", "moisturizer", "haematoma", "hematoma"])
def test_the_pack_holds_both_though_one_is_written(said: str) -> None:
    stem = said.rstrip("ed")
    phrases = [
        phrase for lexicon in load_pack("aesthetics").classes.values() for values in lexicon.values.values() for phrase in values
    ]
    assert any(phrase.rstrip("~*+") in (said, stem) for phrase in phrases)
