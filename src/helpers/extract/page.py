"""What a page speaks of: its treatments, and the one that it is about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.names import TREATMENT, Naming, Subject, meant

FIELD = "field"
UNSPECIFIED = Subject("unspecified")
HEADING_WEIGHT, TITLE_WEIGHT = 4, 8
FIELD_WORDS, NAMED, SHARE = 4, 3, 0.02
_MAIN, _CARDS, _SPREAD = 0.75, 3, 0.4


def in_field(body: Sequence[Mention], words: int) -> bool:
    """Say whether a page is about the pack's field.

    It names treatments several times, or it names one (or enough different words of the field) among few other words:
    a page of another field may well speak of skin or of surgery once.

    Parameters
    ----------
    body : sequence of Mention
        Everything the page mentions outside website furniture.
    words : int
        How many words the page has.
    """
    meanings = [mention.sense.values for mention in body]
    treatments = sum([TREATMENT in meaning for meaning in meanings])
    field = [meaning[FIELD] for meaning in meanings if FIELD in meaning]
    dense = treatments + len(field) >= SHARE * words
    return treatments >= NAMED or (dense and (treatments > 0 or len(set(field)) >= FIELD_WORDS))


class Heading(NamedTuple):
    """What a heading names.

    Attributes
    ----------
    start : int
        Where it stands.
    names : tuple of Naming
    offer : Subject or None
        What it offers by what it is for, where it names no treatment.
    said : int
        How often the text speaks of the offer in these words.
    top : bool
        It stands at the top of the page, before its first sentence.
    listed : bool
        It is one of a row of such lines with nothing below them: a menu, or the choices of a form.
    """

    start: int
    names: tuple[Naming, ...]
    offer: Subject | None
    said: int
    top: bool
    listed: bool = False


class Page(NamedTuple):
    """What a page speaks of.

    Attributes
    ----------
    treatments : tuple of Subject
        The one it speaks of most first.
    main : Subject or None
        What it is about where nothing else is said; None where it takes several treatments and none of them leads.
    title : int
        Where its title starts: a heading at the top that names a treatment in full, or else in short; -1 where there is none.
    """

    treatments: tuple[Subject, ...]
    main: Subject | None
    title: int
    named: frozenset[str] = frozenset()


def page_of(body: Iterable[Naming], headings: Sequence[Heading], length: int) -> Page:
    """Return what a page speaks of; a heading, and above all the title, counts as several mentions in the text.

    Parameters
    ----------
    body : iterable of Naming
    headings : sequence of Heading
    """
    naming = [one for one in headings if one.names and not one.listed]
    titles = [(number, one) for number, one in enumerate(headings) if one.names and not one.listed]
    in_full = [(number, one) for number, one in titles if any(not name.short_for for name in one.names)]
    title = next((one for number, one in in_full or titles if not _is_card(headings, number)), None)
    body = list(body)
    in_full_too = Counter(name.subject for name in body if not name.short_for)
    said = [one for one, _ in in_full_too.most_common(1)]
    known = [meant(name, said) for name in title.names] if title else said
    votes: Counter[str] = Counter()
    products: Counter[Subject] = Counter()
    first = title.names[:1] if title else ()
    heading = chain(*(one.names for one in naming))
    listed = chain(*(one.names for one in headings if one.listed))
    for names, weight in ((chain(body, listed), 1), (heading, HEADING_WEIGHT), (first, TITLE_WEIGHT)):
        for name in names:
            subject = meant(name, known)
            votes[subject.name] += 1 if name.short_for else weight
            products[subject] += 1 if name.short_for else weight
    treatments = tuple(_with_product(name, count, products) for name, count in votes.most_common())
    top = [one for one in headings if one.top]
    last = next((one for one in reversed(top) if one.offer or len({name.subject.name for name in one.names}) == 1), None)
    offered = (last.offer, last.said, last.start) if last and last.offer else None
    rival = max((votes[meant(name, known).name] for one in top for name in one.names), default=0)
    if offered and offered[1] * HEADING_WEIGHT > rival - TITLE_WEIGHT:
        offer, _, start = offered
        return Page((offer, *treatments), offer, start, frozenset(votes))
    leads = bool(treatments) and votes[treatments[0].name] > _MAIN * votes.total()
    if leads and not (title and title.top) and len(votes) > _CARDS:
        places = [name.start for name in body if meant(name, known).name == treatments[0].name]
        leads = bool(places) and max(places) - min(places) > _SPREAD * length
    alone = title is not None and title.top and len({meant(name, known).name for name in title.names}) == 1
    main = treatments[0] if leads or (treatments and alone) else None
    return Page(treatments, main, title.start if title and title.top else -1, frozenset(votes))


def _is_card(headings: Sequence[Heading], number: int) -> bool:
    """Say whether a heading that is not the first names one treatment, and those behind it others: cards, and no title."""
    cards = [{name.subject.name for name in one.names} for one in headings[number : number + _CARDS]]
    return number > 0 and all(len(one) == 1 for one in cards) and len(set().union(*cards)) == _CARDS


def _with_product(name: str, count: int, products: Counter[Subject]) -> Subject:
    """Return a treatment with its product, where most of what names it names that one."""
    return next((one for one, said in products.items() if one.name == name and 2 * said > count), Subject(name))
