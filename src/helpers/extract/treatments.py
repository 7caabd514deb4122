"""Which treatment a statement is about: the sentence says it, else its section, else the page."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.unit import Unit

TREATMENT, DRUG, ASIDE, COMPANION, BOTH, FIELD = "treatment", "drug_treatment", "aside", "companion", "both", "field"
SHORT, POINTER = "short_for", "pointer"
UNSPECIFIED = "unspecified"
HEADING_WEIGHT, TITLE_WEIGHT = 4, 8
FIELD_WORDS, NAMED, SHARE = 4, 3, 0.02
_COMPANY, _OPENING = 3, 3


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
    treatments = sum(TREATMENT in mention.sense.values for mention in body)
    field = [mention.sense.values[FIELD] for mention in body if FIELD in mention.sense.values]
    dense = treatments + len(field) >= SHARE * words
    return treatments >= NAMED or (dense and (treatments > 0 or len(set(field)) >= FIELD_WORDS))


class Page(NamedTuple):
    """What a page speaks of.

    Attributes
    ----------
    treatments : tuple of str
        The one it speaks of most first.
    title : tuple of Mention
        What its title mentions: the first heading that names a treatment in full, or else in short.
    """

    treatments: tuple[str, ...]
    title: tuple[Mention, ...]


class Standing(NamedTuple):
    """Where a sentence stands.

    Attributes
    ----------
    page : Page
    part : str or None
        The treatment of the part of the page it stands in, where the page takes several in turn.
    spoken : str or None
        What the sentence before it in the same block is about.
    """

    page: Page
    part: str | None = None
    spoken: str | None = None


def page_of(body: Iterable[Mention], headings: Sequence[tuple[Mention, ...]]) -> Page:
    """Return what a page speaks of; a heading, and above all the title, counts as several mentions in the text.

    Parameters
    ----------
    body : iterable of Mention
    headings : sequence of tuple of Mention
        What each heading mentions.
    """
    naming = [mentions for mentions in headings if any(named(one) for one in mentions)]
    in_full = [mentions for mentions in naming if any(named(one) and SHORT not in one.sense.values for one in mentions)]
    title = next(iter(in_full or naming), ())
    known = {mention.sense.values[TREATMENT] for mention in title if named(mention)}
    votes: Counter[str] = Counter()
    for mentions, weight in ((body, 1), (chain(*headings), HEADING_WEIGHT), (_first(title), TITLE_WEIGHT)):
        for mention in mentions:
            if named(mention):
                votes[meant(mention, known)] += 1 if SHORT in mention.sense.values else weight
    return Page(tuple(treatment for treatment, _ in votes.most_common()), title)


def _first(title: Iterable[Mention]) -> list[Mention]:
    """Return the first treatment that a title names."""
    return [mention for mention in title if named(mention)][:1]


def meant(mention: Mention, known: Collection[str]) -> str:
    """Return the treatment that a name stands for: a short one ("the laser") for the only known one that it may be short for."""
    name = mention.sense.values[TREATMENT]
    if SHORT not in mention.sense.values:
        return name
    long = [one for one in known if f"{SHORT}.{one}" in mention.sense.keys]
    return long[0] if len(long) == 1 else name


def asides(unit: Unit, text: str) -> list[tuple[int, int]]:
    """Return the spans in which the sentence speaks of something else for comparison ("unlike surgery, which ...,")."""
    spans: list[tuple[int, int]] = []
    if ASIDE not in unit.keys:
        return spans
    for mention in unit.mentions:
        if ASIDE in mention.sense.values:
            comma = text.find(",", mention.end, unit.end)
            after = comma
            while after != -1 and text[after + 1 : after + 7].lower() in {" which", " that a", " whose"}:
                after = text.find(",", after + 1, unit.end)
            spans.append((mention.start, after if after != -1 else unit.end))
    return spans


def resolve(unit: Unit, anchor: Mention, aside_spans: Sequence[tuple[int, int]], standing: Standing) -> list[str]:
    """Return the treatments a claim is about; none where the words compare with something that has no name here.

    Parameters
    ----------
    unit : Unit
    anchor : Mention
        The word that makes the claim.
    aside_spans : sequence of (int, int)
        The sentence's asides.
    standing : Standing
        Where the sentence stands.
    """
    if unit.treatment is not None:
        return [unit.treatment]
    page = standing.page
    title = page.title[0].start if page.title else -1
    above = [mention for group in unit.above if not (group and group[0].start <= title) for mention in group if named(mention)]
    known = _known(standing)
    aside = next((span for span in aside_spans if span[0] <= anchor.start < span[1]), None)
    if aside is not None:
        inside = [mention for mention in unit.mentions if named(mention) and aside[0] <= mention.start < aside[1]]
        return [meant(mention, known) for mention in inside[-1:]]
    subjects = _subjects(unit, aside_spans)
    before = [mention for mention in subjects if mention.start <= anchor.start]
    if not before and len(page.treatments) > 1 and _opens_with(BOTH, unit):
        return list(page.treatments[:2])
    if not before and standing.spoken and _opens_with(POINTER, unit):
        return [standing.spoken]
    nearest = before[-1:] or subjects[:1] or above[:1]
    return [meant(nearest[0], known)] if nearest else [standing.part or next(iter(page.treatments), UNSPECIFIED)]


def spoken_of(unit: Unit, text: str, standing: Standing) -> str | None:
    """Return what "it" in the next sentence is: the treatment that opens this one, or that this one points back to."""
    if TREATMENT not in unit.keys:
        return standing.spoken if standing.spoken and _opens_with(POINTER, unit) else None
    subjects = _subjects(unit, asides(unit, text))
    if subjects and subjects[0].first - unit.first_word <= _OPENING:
        return meant(subjects[0], _known(standing))
    return None


def _known(standing: Standing) -> tuple[str, ...]:
    """Return the treatment that short names stand for here."""
    return (standing.part,) if standing.part else standing.page.treatments[:1]


def named(mention: Mention) -> bool:
    """Say whether the mention names a treatment."""
    return TREATMENT in mention.sense.values


def _subjects(unit: Unit, aside_spans: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return the treatments that the sentence itself is about: those that stand neither in an aside nor in company."""
    if TREATMENT not in unit.keys:
        return []
    return [
        mention
        for i, mention in enumerate(unit.mentions)
        if named(mention)
        and not any(span[0] <= mention.start < span[1] for span in aside_spans)
        and not any(COMPANION in word.sense.values and 0 <= mention.first - word.last <= _COMPANY for word in unit.mentions[:i])
    ]


def _opens_with(cls: str, unit: Unit) -> bool:
    """Say whether a word of the class opens the sentence ("Both tighten the skin", "It tightens")."""
    return cls in unit.keys and any(cls in word.sense.values and word.first == unit.first_word for word in unit.mentions)
