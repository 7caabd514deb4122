"""Phrases with endings: which words of a text they take in."""

import pytest

from helpers.extract.folding import prepare
from helpers.extract.mentions import Lexicon
from helpers.packs.lexicon import LexiconClass

LEXICON = Lexicon(
    {"act": LexiconClass(reason="r", values={"flatten": ["iron~ out", "smooth~ away", "eas~"], "grow": ["thick*"]})}
)


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in LEXICON.mentions(prepare(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It irons out lines.", ["irons out"]),
        ("Ironing-out lines takes time.", ["Ironing-out"]),
        ("Lines were smoothed away and eased.", ["smoothed away", "eased"]),
        ("Thickening hair", ["Thickening"]),
    ],
)
def test_each_word_of_a_phrase_takes_its_own_endings(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize("text", ["The ironic outcome", "An iron. Out of it.", "easel", "smoothly away", "ironed\nout"])
def test_other_words_are_left_alone(text: str) -> None:
    assert found(text) == []
