"""How a page's text lies in its elements: where the article is, and which elements hold most of the words."""

from collections.abc import Sequence
from typing import Any, NamedTuple

ALL = 0.97  # of the page's letters
FEW = 200  # letters of an article: with fewer, and less than half of the page's, it is no article


class PageMap(NamedTuple):
    """What is known of a page before it is walked through.

    Attributes
    ----------
    article : range
        The runs of text from the first to the last that a reader mode keeps.
    nothing : bool
        Whether it has found nothing: it keeps all of them, or next to none.
    most : set of int
        The elements that hold more than half of the page's letters: whatever they are called, they are no furniture.
    """

    article: range
    nothing: bool
    most: set[int]


def page_map(root: Any, kept: set[int], lengths: Sequence[int]) -> PageMap:
    """Return the map of a page.

    Parameters
    ----------
    kept : set of int
        The numbers of elements, in document order, whose own text a reader mode keeps.
    lengths : sequence of int
        The letters of each run of text.
    """
    from lxml.etree import iterwalk

    holds: dict[int, int] = {}
    open_: list[int] = [-1]
    runs: list[int] = []
    number, kept_letters, total = -1, 0, 0
    for event, node in iterwalk(root, events=("start", "end", "comment", "pi")):
        number += event != "end"
        if event == "start":
            open_.append(number)
            holds[number] = 0
        elif event == "end":
            own = open_.pop()
            if open_[-1] >= 0:
                holds[open_[-1]] += holds[own]
        elif event == "comment" and is_number(node.text) and int(node.text) < len(lengths) and open_[-1] >= 0:
            run = int(node.text)
            if getattr(node.getnext(), "tag", "") == "title":
                continue
            total += lengths[run]
            holds[open_[-1]] += lengths[run]
            if open_[-1] in kept:
                runs.append(run)
                kept_letters += lengths[run]
    most = {element for element, letters in holds.items() if 2 * letters > total}
    nothing = kept_letters >= ALL * total or (kept_letters < FEW and 2 * kept_letters < total)
    return PageMap(range(min(runs), max(runs) + 1) if runs and not nothing else range(0), nothing, most)


def is_number(text: str | None) -> bool:
    """Say whether a comment is the number of a run."""
    return bool(text) and str(text).isascii() and str(text).isdigit()
