"""The codebook's table of quantities, row by row."""

import pytest

from helpers.normalise import QuantityGrammar
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.paths import PACKS

GRAMMAR = QuantityGrammar(read_yaml(PACKS / "english" / "quantities.yml", QuantityWords))


@pytest.mark.parametrize(("phrase", "low", "high", "vague"), [("between 30 and an hour", 0.020833, 0.041667, False), ("a few days", 2, 5, True)])
def test_a_phrase_has_the_bounds_of_the_codebook(phrase: str, low: float, high: float, vague: bool) -> None:
    (found,) = GRAMMAR.find(phrase)
    assert (found.low, found.high, found.vague) == (low, high, vague)
