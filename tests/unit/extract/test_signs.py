"""Signs that a sentence may hold a claim, whether or not a rule took it."""

import pytest

from helpers.errors import PackError
from helpers.extract.folding import prepare
from helpers.extract.mentions import Lexicon, Mentions
from helpers.extract.signs import SignFinder
from helpers.model import Quantity
from helpers.model.ledger import Sign
from helpers.packs.ledger import LedgerWords, read_ledger_words
from helpers.packs.load import load_pack
from helpers.paths import PACKS

PACK = load_pack("aesthetics")
LEXICON = Lexicon(PACK.classes)
FINDER = SignFinder(PACK, read_ledger_words(PACKS / "aesthetics"))


def mentions(text: str) -> Mentions:
    return Mentions(LEXICON.mentions(prepare(text)))


def found(text: str, *quantities: Quantity) -> list[tuple[str, str]]:
    return [(text[sign.start : sign.end], sign.what) for sign in FINDER.find(mentions(text), quantities)]


def test_outcomes_effects_and_agencies_are_signs() -> None:
    text = "The FDA heard of wrinkles and of bruising."
    assert found(text) == [("FDA", "an agency"), ("wrinkles", "an outcome"), ("bruising", "a side effect")]


def test_a_time_or_a_length_is_a_sign_and_a_bare_number_or_a_price_is_none() -> None:
    text = "It took 3 days, 2 mm, 4 of them, and 90 pounds."
    quantities = (
        Quantity(8, 14, 3, 3, "time", "amount", False),
        Quantity(16, 20, 2, 2, "length", "amount", False),
        Quantity(22, 23, 4, 4, "count", "amount", False),
        Quantity(37, 46, 90, 90, "other", "amount", False),
    )
    assert found(text, *quantities) == [("3 days", "a figure with a unit"), ("2 mm", "a figure with a unit")]


def test_a_word_is_a_sign_of_one_thing_the_first_in_the_pack() -> None:
    words = LedgerWords(signs={"effect": "a side effect", "complaint": "an outcome"})
    assert SignFinder(PACK, words).find(mentions("redness"), ()) == [Sign(0, 7, "a side effect")]
    assert found("redness") == [("redness", "an outcome")]


def test_a_class_that_no_lexicon_has_is_a_clear_error() -> None:
    with pytest.raises(PackError, match=r"ledger\.yml, signs: no lexicon has the class 'weather'"):
        SignFinder(PACK, LedgerWords(signs={"weather": "rain"}))


def test_harms_and_medicines_are_grave_and_one_value_of_a_class_may_be_a_sign() -> None:
    text = "A steroid cream, a risk and a vitamin."
    signs = FINDER.find(mentions(text), ())
    assert [(sign.what, sign.grave) for sign in signs] == [("a medicine", True), ("a harm", True)]
