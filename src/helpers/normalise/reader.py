"""What the parts of the grammar share: the tokens at hand, and what a part hands back."""

from typing import NamedTuple

from helpers.model.quantity import Dimension, Form
from helpers.normalise.lexicon import Lexicon, NamedUnit
from helpers.normalise.tokens import NOTHING, Token

SECONDS_A_DAY = 86400
DIGITS = 6
FIGURES = frozenset({"figure", "code"})
_MARGIN = 16  # more than any part looks ahead of the last token, or (as a negative index) behind the first


class Reading(NamedTuple):
    """A quantity in tokens: bounds as in ``Quantity``, and the index of the first token behind it."""

    low: float | None
    high: float | None
    dimension: Dimension
    form: Form
    vague: bool
    stop: int


class Reader:
    """A stretch of tokens with the lexicon; every part of the grammar reads forward from an index, a few tokens at most."""

    def __init__(self, tokens: list[Token], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.tokens = [*tokens, *[NOTHING] * _MARGIN]
        self.texts = [token.text for token in self.tokens]

    def places(self, words: frozenset[str]) -> list[int]:
        """Return the indices of the tokens that are one of ``words`` or a figure."""
        return [place for place, token in enumerate(self.tokens) if token.text in words or token.kind in FIGURES]

    def token(self, place: int) -> Token:
        """Return the token at ``place``, or an empty stop a little outside the stretch."""
        return self.tokens[place]

    def tight(self, place: int) -> bool:
        """Say whether nothing stands between the token and the one before it."""
        return self.tokens[place].start == self.tokens[place - 1].end

    def text(self, place: int) -> str:
        """Return the token's text, or an empty one a little outside the stretch."""
        return self.texts[place]


def in_days(value: float | None, unit: NamedUnit) -> float | None:
    """Turn a number of ``unit`` into days (time) or millimetres (length); open stays open."""
    if value is None:
        return None
    return round(value * unit.size / (SECONDS_A_DAY if unit.dimension == "time" else 1), DIGITS)
