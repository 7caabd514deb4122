"""Which part of a page a sentence stands in, where the page takes several treatments in turn."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from helpers.extract.closings import Group, captioned, closed_lists
from helpers.extract.names import Subject
from helpers.extract.offers import PageOffers
from helpers.extract.openings import Opening, Within, is_short, openings_of
from helpers.extract.page import UNSPECIFIED, Page
from helpers.extract.unit import TOPIC
from helpers.model import Sentence

_LIST, _CHAPTER, _CARDS = 3, 8, 2


def parts(text: str, sentences: Sequence[Sentence], within: Within, offers: PageOffers, page: Page) -> list[Subject | None]:
    """Return the treatment of the part that each sentence stands in, or None where the page has no such parts.

    A part is opened by a heading, or a short line of its own, that names one treatment and little else, and lasts until the
    next; headings on topics inside the last part belong to it only where the earlier parts are chapters: long, or with such
    headings too. A list may be told what it is about by the sentence behind it, and what stands above a picture by its caption.

    Parameters
    ----------
    text : str
    sentences : sequence of Sentence
    within : callable
        Gives what stands between two offsets.
    offers : PageOffers
        Read headings for what they offer by what it is for.
    page : Page
    """
    found: list[Subject | None] = [None] * len(sentences)
    for first, stop, treatment in closed_lists(sentences, within) if page.main is None else ():
        found[first:stop] = [treatment or UNSPECIFIED] * (stop - first)
    for first, stop, treatment in _opened(text, sentences, within, offers, page):
        found[first:stop] = [treatment] * (stop - first)
    for first, stop, treatment in captioned(sentences, within):
        found[first:stop] = [treatment] * (stop - first)
    return found


def _opened(text: str, sentences: Sequence[Sentence], within: Within, offers: PageOffers, page: Page) -> Iterator[Group]:
    """Yield the range of each part that a line opens, with its treatment."""
    found_by = partial(openings_of, text, sentences, within, offers, page)
    openings = list(found_by(alone=page.main is None))
    cards = _cards(sentences, openings)
    if cards and page.main is not None:
        openings = list(found_by(alone=True))
    openings = openings if cards else _offered(openings)
    topics = [
        number
        for number, one in enumerate(sentences)
        if one.kind in {"heading", "question"} and TOPIC in within(one.start, one.end).keys
    ]
    openings = _without_lists(_closed(text, sentences, _without_benefits(openings), frozenset(topics)))
    if len({one.treatment for one in openings} - {None, page.main}) == 0:
        return
    openings = _ended(sentences, openings, frozenset(topics)) if cards else openings
    last = openings[-1].number
    long = last - openings[0].number >= _CHAPTER * (len(openings) - 1)
    nested = long or any(openings[0].number < number < last for number in topics)
    end = len(sentences) if nested else next((number for number in topics if number > last), len(sentences))
    for one, after in pairwise([*openings, Opening(end, None)]):
        if one.treatment is not None:
            yield one.number, after.number, one.treatment


def _offered(openings: list[Opening]) -> list[Opening]:
    """Leave out a line that says only what people come for, where it stands alone on its page."""
    bare = [one for one in openings if one.bare]
    return openings if len(bare) != 1 else [one for one in openings if not one.bare]


def _without_benefits(openings: list[Opening]) -> list[Opening]:
    """Leave out items of a list that open nothing: of those that do, each has words below it, and there are several."""
    items = [one for one in openings if one.item]
    numbers = {one.number for one in openings}
    apart = {one.treatment for one in items if one.number + 1 not in numbers and one.number - 1 not in numbers}
    return openings if len(apart) > 1 else [one for one in openings if not one.item]


def _closed(text: str, sentences: Sequence[Sentence], openings: list[Opening], topics: frozenset[int]) -> list[Opening]:
    """Let a part end at the next heading or question, where no heading opens it; an item's also at another list or short item."""
    items = {one.block for one in sentences if one.kind == "item"}
    found: list[Opening] = []
    for one, after in zip(openings, [*(other.number for other in openings), len(sentences)][1:], strict=True):
        found.append(one)
        told = False
        line = sentences[one.number].kind == "fragment"
        for number in range(one.number + 1, after if one.item or line else 0):
            this, before = sentences[number], sentences[number - 1]
            fresh = one.item and this.kind == "item" and (before.block not in items or (told and is_short(this, text)))
            inner = line and this.kind == "heading" and number in topics
            if (this.kind in {"heading", "question"} and not inner) or fresh:
                found.append(Opening(number, None))
                break
            told = told or not is_short(this, text)
    return found


def _cards(sentences: Sequence[Sentence], openings: Sequence[Opening]) -> bool:
    """Say whether a page is one of cards: headings that name treatments, one after the other, with text between."""
    headings = [number for number, one in enumerate(sentences) if one.kind == "heading" and one.zone == "body"]
    opened = {one.number for one in openings}
    return sum(opened >= {one, after} and after > one + 1 for one, after in pairwise(headings)) >= _CARDS


def _ended(sentences: Sequence[Sentence], openings: list[Opening], topics: frozenset[int]) -> list[Opening]:
    """Let any heading between cards end the one before, and the first one behind the last; those on a topic end none."""
    headings = [number for number, one in enumerate(sentences) if one.kind == "heading" and one.zone == "body"]
    opened = {one.number for one in openings}
    first, last = min(opened), max(opened)
    ends = [number for number in headings if number > first and number not in opened and number not in topics]
    between = [Opening(number, UNSPECIFIED) for number in ends if number < last]
    behind = [Opening(number, None) for number in ends if number > last][:1]
    return sorted([*openings, *between, *behind], key=lambda one: one.number)


def _without_lists(openings: list[Opening]) -> list[Opening]:
    """Leave out names that follow each other line by line: a menu, or a list of what else there is."""
    kept: list[Opening] = []
    run: list[Opening] = []
    for one in openings:
        if run and one.number != run[-1].number + 1:
            kept += run if len(run) < _LIST else []
            run = []
        run.append(one)
    return kept + (run if len(run) < _LIST else [])
