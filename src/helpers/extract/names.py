"""What names a treatment in a text, and what is offered under the name of what it is for."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from helpers.extract.mentions import Mention, Said

TREATMENT, DRUG, SHORT, PRODUCT, REFUSED = "treatment", "drug_treatment", "short_for", "product", "refused"
NOT_MEANT = "not_meant"
_BEFORE = 6


class Subject(NamedTuple):
    """What a statement is about.

    Attributes
    ----------
    name : str
        A class of treatments, or a kind of one.
    product : str or None
        The brand or device that the words name.
    """

    name: str
    product: str | None = None


class Naming(NamedTuple):
    """A place that names a treatment.

    Attributes
    ----------
    start, end : int
        Half-open offsets.
    first, last : int
        Half-open range of word numbers.
    subject : Subject
    short_for : frozenset of str
        What else it may be short for ("the laser").
    """

    start: int
    end: int
    first: int
    last: int
    subject: Subject
    short_for: frozenset[str] = frozenset()


def namings(mentions: Sequence[Mention]) -> list[Naming]:
    """Return what names a treatment, in order; not what is named only to say that it is none ("non-surgical treatments")."""
    if isinstance(mentions, Said) and TREATMENT not in mentions.keys:
        return []
    return [
        naming_of(mention, mention.sense.values[TREATMENT])
        for index, mention in enumerate(mentions)
        if TREATMENT in mention.sense.values and not _refused(mentions[max(0, index - _BEFORE) : index], mention)
    ]


def _refused(before: Sequence[Mention], name: Mention) -> bool:
    """Say whether the words before a name take it back: the last reaches into it, one is spared it, or it is not meant."""
    return (bool(before) and before[-1].end > name.start and before[-1].sense.hides) or any(
        (REFUSED in one.sense.values and one.last == name.first) or (NOT_MEANT in one.sense.values and one.end >= name.end)
        for one in before
    )


def naming_of(mention: Mention, name: str) -> Naming:
    """Return a mention as what names a treatment."""
    return Naming(*mention[:4], Subject(name, mention.sense.values.get(PRODUCT)), _short_for(mention.sense.keys))


@cache
def _short_for(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key.removeprefix(f"{SHORT}.") for key in keys if key.startswith(f"{SHORT}."))


def meant(naming: Naming, known: Sequence[Subject]) -> Subject:
    """Return the treatment that a name stands for.

    A short one ("the laser") stands for the only known one that it may be short for, and the name of a class for the known
    product of that class.
    """
    said = naming.subject
    long = [one for one in known if one.name in naming.short_for or (one.name == said.name and said.product is None)]
    return long[0] if len({one.name for one in long}) == 1 else said


def merged(subjects: Sequence[Subject]) -> list[Subject]:
    """Return each treatment once, with its product where one is named ("SkinPen microneedling")."""
    found: dict[str, Subject] = {}
    for one in subjects:
        if one.name not in found or found[one.name].product is None:
            found[one.name] = one
    return list(found.values())
