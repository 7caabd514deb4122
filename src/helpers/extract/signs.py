"""What in a text a claim could rest on, whether or not a rule took it."""

from collections.abc import Sequence

from helpers.errors import PackError
from helpers.extract.folding import prepare
from helpers.extract.mentions import Lexicon
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
    lexicon : Lexicon
        The pack's, as the extractor compiled it.

    Raises
    ------
    PackError
        A class is in none of the pack's lexicons.
    """

    def __init__(self, pack: Pack, words: LedgerWords, lexicon: Lexicon) -> None:
        unknown = sorted({*words.signs, *words.grave} - pack.classes.keys())
        if unknown:
            raise PackError(f"no lexicon has the class {unknown[0]!r}; correct its name", path="ledger.yml", place="signs")
        self._lexicon = lexicon
        self._words = words
        self._order = list(words.signs)

    def find(self, text: str, quantities: Sequence[Quantity]) -> list[Sign]:
        """Return the signs of a document in order, one for each place."""
        words = self._words
        mentions = self._lexicon.mentions(prepare(text))
        places: dict[tuple[int, int], tuple[str, bool]] = {}
        for mention in mentions:
            cls = next((cls for cls in self._order if cls in mention.sense.values), None)
            if cls is not None:
                places[mention.start, mention.end] = words.signs[cls], cls in words.grave
        for quantity in quantities:
            if quantity.dimension in words.figures:
                places.setdefault((quantity.start, quantity.end), (words.figures[quantity.dimension], False))
        return [Sign(start, end, what, grave) for (start, end), (what, grave) in sorted(places.items())]
