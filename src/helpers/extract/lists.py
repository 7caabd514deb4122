"""Lists: which items stand together, so that one may say what all of them are about."""

from collections.abc import Sequence

from helpers.model import Sentence, Span


def lists_of(sentences: Sequence[Sentence]) -> list[Span | None]:
    """Return for each sentence the stretch of the list it stands in, or None where it stands in none.

    A list is a run of two or more items with nothing between them; a second sentence of an item stands in it too.

    Examples
    --------
    >>> one, other = (Sentence("item", start, start + 8, block, "body") for block, start in enumerate((0, 9)))
    >>> lists_of([one, other])
    [Span(start=0, end=17), Span(start=0, end=17)]
    """
    found: list[Span | None] = [None] * len(sentences)
    first = 0
    while first < len(sentences):
        stop, items, block = first, 0, -1
        while stop < len(sentences) and (sentences[stop].kind == "item" or (items and sentences[stop].block == block)):
            items += sentences[stop].kind == "item"
            block = sentences[stop].block
            stop += 1
        if items > 1:
            found[first:stop] = [Span(sentences[first].start, sentences[stop - 1].end)] * (stop - first)
        first = max(stop, first + 1)
    return found
