"""Lists: which items stand together, so that one may say what all of them are about."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby

from helpers.model import Sentence, Span

MENU = 4
_SHARE = 3


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


def of_readers(sentences: Sequence[Sentence], spans: Sequence[Span | None], opens: Callable[[Sentence], bool]) -> frozenset[Span]:
    """Return the lists in which readers are to see themselves: two items, and more than every third, open with them.

    Parameters
    ----------
    sentences : sequence of Sentence
    spans : sequence of Span or None
        The list that each stands in.
    opens : callable
        Says whether an item opens with its reader ("You notice ...").
    """
    items: Counter[Span] = Counter()
    theirs: Counter[Span] = Counter()
    for sentence, span in zip(sentences, spans, strict=True):
        if span is not None and sentence.kind == "item":
            items[span] += 1
            theirs[span] += opens(sentence)
    return frozenset(span for span, count in theirs.items() if count > 1 and _SHARE * count > items[span])


def rows_of(sentences: Sequence[Sentence]) -> list[int]:
    """Return for each sentence how many short lines stand in a row there: ``MENU`` of them are a menu, or the choices of a form.

    Examples
    --------
    >>> kinds = ("heading", "fragment", "sentence")
    >>> rows_of([Sentence(kind, block, block + 1, block, "body") for block, kind in enumerate(kinds)])
    [2, 2, 0]
    """
    found: list[int] = []
    for short, row in groupby(one.kind in {"heading", "fragment"} for one in sentences):
        length = len(list(row))
        found += [length if short else 0] * length
    return found
