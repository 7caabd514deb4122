"""The words of a page for the panel: in pieces that know their place, and searched."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.strange import revealed, strange

MOST = 50  # passages that are shown of a search
AROUND = 60  # characters on each side of what was found


def pieces(document: Document, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Return a page's text in pieces, each with its offsets and the claims that it belongs to.

    A character that people do not see stands in a piece of its own, told as in the queue; so ``shown`` may differ from the text.
    """
    text = document.text
    spans = [(claim.start, claim.end, claim.claim_id) for claim in claims]
    odd = {one.start: one.end for one in strange(text)}
    cuts = sorted({0, len(text), *(at for start, end, _ in spans for at in (start, end)), *odd, *odd.values()})
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for start, end, claim_id in spans:
        opening.setdefault(start, []).append(claim_id)
        closing.setdefault(end, []).append(claim_id)
    found, held = [], dict[str, None]()
    for start, end in pairwise(cuts):
        for claim_id in closing.get(start, ()):
            held.pop(claim_id, None)
        held.update(dict.fromkeys(opening.get(start, ())))
        is_odd = start in odd
        shown = revealed(text[start:end]) if is_odd else text[start:end]
        found.append({"start": start, "end": end, "shown": shown, "odd": is_odd, "claims": list(held)})
    return found


def passages(words: str, documents: Mapping[str, Document], titles: Mapping[str, str]) -> dict[str, Any]:
    """Find words in the pages, whatever their case and the spaces between them.

    Returns
    -------
    dict
        ``found``: the first ``MOST`` passages; ``total``: how many there are.
    """
    looked_for = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    found: list[dict[str, Any]] = []
    total = 0
    for source_id, document in documents.items() if words.split() else ():
        for one in looked_for.finditer(document.text):
            total += 1
            if len(found) < MOST:
                found.append(_passage(document, *one.span(), titles.get(source_id, source_id)))
    return {"found": found, "total": total}


def _passage(document: Document, start: int, end: int, title: str) -> dict[str, Any]:
    text, place = document.text, document.place(start)
    return {
        "source": document.source_id,
        "title": title,
        "place": place.words if place else "",
        "start": start,
        "end": end,
        "before": revealed(" ".join(text[max(0, start - AROUND) : start].split())),
        "words": revealed(text[start:end]),
        "after": revealed(" ".join(text[end : end + AROUND].split())),
    }
