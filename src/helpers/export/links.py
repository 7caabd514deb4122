"""Cells that lead from one sheet to another: to a claim, to the sentence that holds a quote."""

from helpers.export.dossier import Dossier
from helpers.export.sheet import Cell, Link
from helpers.model.owed import OWED
from helpers.model.unread import UNREAD

CLAIMS, TEXTS = "Claims", "Texts"


class Links:
    """Makes cells that lead to the rows of one dossier; what has no row stays as it is."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._names = dossier.names

    def claim(self, claim_id: str) -> Cell:
        """Return a claim's number, leading to its row; what has none leads to the sentence that it stands in."""
        claim = self._dossier.claims.get(claim_id)
        if claim is None:
            return claim_id
        number = self._names.claims[claim_id]
        if claim.topic in (UNREAD, OWED):
            return Link(number, TEXTS, sentence_key(claim.source_id, claim.start))
        return Link(number, CLAIMS, claim_id)

    def quote(self, source_id: str, quote: str, start: int | None) -> Cell:
        """Return a quote, leading to the sentence that holds it."""
        sentence = None if start is None else self._dossier.sentence_at(source_id, start)
        return quote if sentence is None else Link(quote, TEXTS, sentence_key(source_id, sentence))


def sentence_key(source_id: str, start: int) -> str:
    """Return what a sentence's row goes by."""
    return f"{source_id} {start}"
