"""Lines that open a part of a page: headings, and short lines of their own, that name a treatment or what is offered."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from helpers.extract.mentions import Mention, Said
from helpers.extract.names import Subject, meant, merged, namings
from helpers.extract.offers import Offer, PageOffers
from helpers.extract.own import ASIDE, COMPANION
from helpers.extract.owners import ATTRIBUTE
from helpers.extract.page import Page
from helpers.extract.unit import TOPIC
from helpers.model import Sentence

_LONGEST, _MOSTLY, _MARK, _SHORT = 8, 1.6, 2, 40
_ASIDE = re.compile(r"\([^()\n]*\)| [-–—|] .*")
Within = Callable[[int, int], Said]


class Opening(NamedTuple):
    """A line that opens a part.

    Attributes
    ----------
    number : int
        Of its sentence.
    treatment : Subject or None
        None where the page speaks in general again.
    item : bool
        It is an item of a list.
    bare : bool
        It says only what people come for ("Brown spots"), which offers something where others beside it do.
    """

    number: int
    treatment: Subject | None
    item: bool = False
    bare: bool = False


def openings_of(
    text: str, sentences: Sequence[Sentence], within: Within, offers: PageOffers, page: Page, *, alone: bool
) -> Iterator[Opening]:
    """Yield the lines that open a part.

    Parameters
    ----------
    text : str
    sentences : sequence of Sentence
    within : callable
        Gives what stands between two offsets.
    offers : PageOffers
    page : Page
    alone : bool
        What people come for offers something even without a word of offer, on a line above a longer one.
    """
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
            yield Opening(number, offer.subject, one.kind == "item", offer.bare)
        if len(treatments) != 1:
            continue
        treatment = treatments[0]
        in_main = any(treatment.name == other.name for other in main)
        if one.kind == "question" or (one.kind == "heading" and in_main):
            if in_main:
                yield Opening(number, treatment)
        elif _names_only(one, mentions, text):
            yield Opening(number, treatment, one.kind == "item")


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


def _opens(offer: Offer, text: str, sentences: Sequence[Sentence], number: int) -> bool:
    """Say whether an offer stands first in a line that is the name of a card ("Acne and clear skin")."""
    return offer.start - sentences[number].start <= _MARK and _is_card(text, sentences, number)


def _is_card(text: str, sentences: Sequence[Sentence], number: int) -> bool:
    """Say whether a short line stands alone above a longer one, and not below another short one of its kind."""
    this, below = sentences[number], sentences[number + 1 : number + 2]
    above = sentences[number - 1] if number else None
    alone = above is None or above.kind != this.kind or not is_short(above, text)
    return (
        alone and is_short(this, text) and bool(below) and not is_short(below[0], text) and below[0].kind in {"item", "sentence"}
    )


def is_short(sentence: Sentence, text: str) -> bool:
    """Say whether a line may be the name of something: few letters and no full stop."""
    return sentence.end - sentence.start <= _SHORT and text[sentence.end - 1] not in ".!"
