"""What in a text a claim could rest on, whether or not a rule took it."""

from collections.abc import Sequence

from helpers.errors import PackError
from helpers.extract.mentions import Mentions
from helpers.model import Quantity
from helpers.model.ledger import Sign
from helpers.packs.ledger import LedgerWords
from helpers.packs.load import Pack


class SignFinder:
    """Finds outcomes, side effects, agencies and figures; compiled once for a pack.

    Parameters
    ----------
    pack : Pack
    words : LedgerWords
        Which classes and dimensions count; of two classes for one word, the first.

    Raises
    ------
    PackError
        A class is in none of the pack's lexicons, or a value in none of its class.
    """

    def __init__(self, pack: Pack, words: LedgerWords) -> None:
        known = {*pack.classes, *(f"{name}.{value}" for name, own in pack.classes.items() for value in own.values)}
        unknown = sorted({*words.signs, *words.grave} - known)
        if unknown:
            raise PackError(f"no lexicon has the class {unknown[0]!r}; correct its name", path="ledger.yml", place="signs")
        self._words = words
        self._order = list(words.signs)

    def find(self, mentions: Mentions, quantities: Sequence[Quantity]) -> list[Sign]:
        """Return the signs of a document in order, one for each place."""
        words = self._words
        places: dict[tuple[int, int], tuple[str, bool]] = {}
        for mention in mentions:
            key = next((key for key in self._order if key in mention.sense.keys), None)
            if key is not None:
                places[mention.start, mention.end] = words.signs[key], key in words.grave
        for quantity in quantities:
            if quantity.dimension in words.figures:
                places.setdefault((quantity.start, quantity.end), (words.figures[quantity.dimension], False))
        return [Sign(start, end, what, grave) for (start, end), (what, grave) in sorted(places.items())]
