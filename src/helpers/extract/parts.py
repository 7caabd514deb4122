"""Which part of a page a sentence stands in, where the page takes several treatments in turn."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.names import Subject, meant, merged, namings
from helpers.extract.offers import Offer, PageOffers
from helpers.extract.owners import ATTRIBUTE
from helpers.extract.treatments import ASIDE, COMPANION, UNSPECIFIED, Page
from helpers.extract.unit import TOPIC
from helpers.model import Sentence

_LONGEST, _LIST, _CHAPTER, _MOSTLY, _MARK, _SHORT, _CARDS = 8, 3, 8, 1.6, 2, 40, 2
_ASIDE = re.compile(r"\([^()\n]*\)| [-–—|] .*")
Within = Callable[[int, int], tuple[Mention, ...]]


class _Opening(NamedTuple):
    """The number of a sentence that opens a part, and its treatment; None where the page speaks in general again.

    ``bare``: the line says only what people come for ("Brown spots"), which offers something where others beside it do.
    """

    number: int
    treatment: Subject | None
    item: bool = False
    bare: bool = False


def parts(text: str, sentences: Sequence[Sentence], within: Within, offers: PageOffers, page: Page) -> list[Subject | None]:
    """Return the treatment of the part that each sentence stands in, or None where the page has no such parts.

    A part is opened by a heading, or a short line of its own, that names one treatment and little else, and lasts until the
    next; headings on topics inside the last part belong to it only where the earlier parts are chapters: long, or with such
    headings too.

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
    found_by = partial(_openings, text, sentences, within, offers, page)
    openings = list(found_by(alone=page.main is None))
    cards = _cards(sentences, openings)
    if cards and page.main is not None:
        openings = list(found_by(alone=True))
    openings = openings if cards else _offered(openings)
    topics = [
        number
        for number, one in enumerate(sentences)
        if one.kind in {"heading", "question"} and any(TOPIC in mention.sense.values for mention in within(one.start, one.end))
    ]
    openings = _without_lists(_closed(text, sentences, _without_benefits(openings), topics))
    found: list[Subject | None] = [None] * len(sentences)
    if len({one.treatment for one in openings} - {None, page.main}) == 0:
        return found
    openings = _ended(sentences, openings, topics) if cards else openings
    last = openings[-1].number
    long = last - openings[0].number >= _CHAPTER * (len(openings) - 1)
    nested = long or any(openings[0].number < number < last for number in topics)
    stop = len(sentences) if nested else next((number for number in topics if number > last), len(sentences))
    for one, after in zip(openings, [*(other.number for other in openings[1:]), stop], strict=True):
        found[one.number : after] = [one.treatment] * (after - one.number)
    return found


def _openings(
    text: str, sentences: Sequence[Sentence], within: Within, offers: PageOffers, page: Page, *, alone: bool
) -> Iterator[_Opening]:
    main = page.treatments[:1]
    for number, one in enumerate(sentences):
        if one.zone != "body" or one.kind not in {"heading", "question", "fragment", "item"} or one.start <= page.title:
            continue
        mentions = within(one.start, one.end)
        treatments = merged([meant(name, main) for name in namings(mentions)])
        offer = None
        if not treatments and one.label is None and one.kind in {"heading", "item"}:
            offer = offers.of(one.start, one.end, title=alone and _is_card(text, sentences, number))
        if offer and (_MOSTLY * (offer.end - offer.start) >= one.end - one.start or _opens(offer, text, sentences, number)):
            yield _Opening(number, offer.subject, one.kind == "item", offer.bare)
        if len(treatments) != 1:
            continue
        treatment = treatments[0]
        in_main = any(treatment.name == other.name for other in main)
        if one.kind == "question" or (one.kind == "heading" and in_main):
            if in_main:
                yield _Opening(number, treatment)
        elif _names_only(one, mentions, text):
            yield _Opening(number, treatment, one.kind == "item")


def _names_only(sentence: Sentence, mentions: Sequence[Mention], text: str) -> bool:
    """Say whether a line is a treatment's name, and perhaps a word or two on it, whatever stands in brackets or behind a dash."""
    brackets = [found.span() for found in _ASIDE.finditer(text, sentence.start, sentence.end)]
    outside = [one for one in mentions if not any(start <= one.start < end for start, end in brackets)]
    names = namings(outside)
    if sentence.label is not None or not names or any({ASIDE, COMPANION, TOPIC} & one.sense.values.keys() for one in outside):
        return False
    length = sentence.end - sentence.start - sum(end - start for start, end in brackets)
    name = sum(one.end - one.start for one in names)
    ends = {one.last for one in names}
    name += sum(one.end - one.start + 1 for one in outside if one.sense.values.get(ATTRIBUTE) == "noun" and one.first in ends)
    if sentence.kind == "heading":
        return length <= _LONGEST * name and outside[-1].last - outside[0].first <= _LONGEST
    return 2 * name >= length - (_MARK if sentence.kind == "item" else 0)


def _offered(openings: list[_Opening]) -> list[_Opening]:
    """Leave out a line that says only what people come for, where it stands alone on its page."""
    bare = [one for one in openings if one.bare]
    return openings if len(bare) != 1 else [one for one in openings if not one.bare]


def _without_benefits(openings: list[_Opening]) -> list[_Opening]:
    """Leave out items of a list that open nothing: of those that do, each has words below it, and there are several."""
    items = [one for one in openings if one.item]
    numbers = {one.number for one in openings}
    apart = {one.treatment for one in items if one.number + 1 not in numbers and one.number - 1 not in numbers}
    return openings if len(apart) > 1 else [one for one in openings if not one.item]


def _closed(text: str, sentences: Sequence[Sentence], openings: list[_Opening], topics: Sequence[int]) -> list[_Opening]:
    """Let a part end at the next heading or question, where no heading opens it; an item's also at another list or short item."""
    items = {one.block for one in sentences if one.kind == "item"}
    found: list[_Opening] = []
    for one, after in zip(openings, [*(other.number for other in openings), len(sentences)][1:], strict=True):
        found.append(one)
        told = False
        line = sentences[one.number].kind == "fragment"
        for number in range(one.number + 1, after if one.item or line else 0):
            this, before = sentences[number], sentences[number - 1]
            fresh = one.item and this.kind == "item" and (before.block not in items or (told and _is_short(this, text)))
            inner = line and this.kind == "heading" and number in topics
            if (this.kind in {"heading", "question"} and not inner) or fresh:
                found.append(_Opening(number, None))
                break
            told = told or not _is_short(this, text)
    return found


def _cards(sentences: Sequence[Sentence], openings: Sequence[_Opening]) -> bool:
    """Say whether a page is one of cards: headings that name treatments, one after the other, with text between."""
    headings = [number for number, one in enumerate(sentences) if one.kind == "heading" and one.zone == "body"]
    opened = {one.number for one in openings}
    return sum(opened >= {one, after} and after > one + 1 for one, after in pairwise(headings)) >= _CARDS


def _ended(sentences: Sequence[Sentence], openings: list[_Opening], topics: Sequence[int]) -> list[_Opening]:
    """Let any heading between cards end the one before, and the first one behind the last; those on a topic end none."""
    headings = [number for number, one in enumerate(sentences) if one.kind == "heading" and one.zone == "body"]
    opened = {one.number for one in openings}
    first, last = min(opened), max(opened)
    ends = [number for number in headings if number > first and number not in opened and number not in topics]
    between = [_Opening(number, UNSPECIFIED) for number in ends if number < last]
    behind = [_Opening(number, None) for number in ends if number > last][:1]
    return sorted([*openings, *between, *behind], key=lambda one: one.number)


def _opens(offer: Offer, text: str, sentences: Sequence[Sentence], number: int) -> bool:
    """Say whether an offer stands first in a line that is the name of a card ("Acne and clear skin")."""
    return offer.start - sentences[number].start <= _MARK and _is_card(text, sentences, number)


def _is_card(text: str, sentences: Sequence[Sentence], number: int) -> bool:
    """Say whether a short line stands alone above a longer one, and not below another short one of its kind."""
    this, below = sentences[number], sentences[number + 1 : number + 2]
    above = sentences[number - 1] if number else None
    alone = above is None or above.kind != this.kind or not _is_short(above, text)
    return (
        alone
        and _is_short(this, text)
        and bool(below)
        and not _is_short(below[0], text)
        and below[0].kind in {"item", "sentence"}
    )


def _is_short(sentence: Sentence, text: str) -> bool:
    """Say whether a line may be the name of something: few letters and no full stop."""
    return sentence.end - sentence.start <= _SHORT and text[sentence.end - 1] not in ".!"


def _without_lists(openings: list[_Opening]) -> list[_Opening]:
    """Leave out names that follow each other line by line: a menu, or a list of what else there is."""
    kept: list[_Opening] = []
    run: list[_Opening] = []
    for one in openings:
        if run and one.number != run[-1].number + 1:
            kept += run if len(run) < _LIST else []
            run = []
        run.append(one)
    return kept + (run if len(run) < _LIST else [])
