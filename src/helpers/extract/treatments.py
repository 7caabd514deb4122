"""Which treatment a statement is about: the sentence says it, else its section, else the page."""

from typing import NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.names import TREATMENT, Naming, Subject, meant, namings
from helpers.extract.own import Own, named_for_itself
from helpers.extract.page import UNSPECIFIED, Page
from helpers.extract.unit import Unit

BOTH, POINTER = "both", "pointer"
_OPENING, _ROW = 3, 3


class Standing(NamedTuple):
    """Where a sentence stands.

    Attributes
    ----------
    page : Page
    part : Subject or None
        The treatment of the part of the page it stands in, where the page takes several in turn.
    spoken : Subject or None
        What the sentence before it in the same block is about.
    last : Subject or None
        What was named last before it, below the same heading.
    """

    page: Page
    part: Subject | None = None
    spoken: Subject | None = None
    last: Subject | None = None


def resolve(unit: Unit, anchor: Mention, own: Own, standing: Standing) -> list[Subject]:
    """Return the treatments a claim is about; none where the words compare with something that has no name here.

    Parameters
    ----------
    unit : Unit
    anchor : Mention
        The word that makes the claim.
    own : Own
        What the unit's words speak of.
    standing : Standing
        Where the sentence stands.
    """
    if unit.treatment is not None:
        return [unit.treatment]
    page = standing.page
    known = _known(standing)
    aside = next((span for span in own.asides if span[0] <= anchor.start < span[1]), None)
    if aside is not None:
        inside = [name for name in namings(unit.mentions) if aside[0] <= name.start < aside[1]]
        return [meant(name, known) for name in inside[-1:]]
    whole = [name for name in own.subjects if name not in own.parts]
    if own.parts and not whole and (owner := standing.spoken or standing.part or page.main):
        several = len({name.subject.name for name in namings(unit.mentions)}) > 1
        if several or owner.name not in page.named:
            return [owner]
    subjects = whole or own.subjects
    before = [name for name in subjects if name.start <= anchor.start]
    if not before and len(page.treatments) > 1 and _opens_with(BOTH, unit):
        return list(page.treatments[:2])
    if not before and standing.spoken and _opens_with(POINTER, unit):
        return [standing.spoken]
    acting = [name for name in before if name in own.acting]
    if not own.acting and len({name.subject.name for name in subjects}) >= _ROW:
        return [standing.spoken or standing.part or page.main or UNSPECIFIED]
    named = (
        acting[-1:]
        or before[:1]
        or ([] if standing.part else subjects[:1])
        or (_above(unit, page, 1) if unit.sentence.label else [])
    )
    asked = (unit.sentence.lead_in, unit.sentence.question)  # a heading may be the question that the sentence answers
    further = sum(heading not in asked for heading in unit.sentence.headings)
    near = len(unit.above) - further if standing.part else None
    named = named or ([] if standing.spoken else _above(unit, page, near))
    if named:
        earlier = [name.subject for name in own.subjects if name.start < named[0].start]
        return [meant(named[0], earlier) if meant(named[0], earlier) != named[0].subject else meant(named[0], known)]
    return [standing.spoken or standing.part or page.main or standing.last or UNSPECIFIED]


def _above(unit: Unit, page: Page, groups: int | None = None) -> list[Naming]:
    """Return the treatment that label, question, lead-in or headings name first, if any; the title is the page's own."""
    below = (group for group in unit.above[:groups] if not (group and group[0].start <= page.title))
    named = (named_for_itself(group) for group in below)
    return next((names[:1] for names in named if len({name.subject.name for name in names}) == 1), [])


def spoken_of(unit: Unit, own: Own, standing: Standing) -> Subject | None:
    """Return what "it" in the next sentence is: the treatment that opens this one, or what the one before is about."""
    if TREATMENT not in unit.keys and not own.subjects:
        return standing.spoken
    if own.subjects and own.subjects[0].first - unit.first_word <= _OPENING:
        return meant(own.subjects[0], _known(standing))
    return None


def last_named(own: Own, standing: Standing) -> Subject | None:
    """Return what was named last, up to the end of this sentence: the first of two that it names; a row of several names none."""
    few = 0 < len({name.subject.name for name in own.subjects}) < _ROW
    return meant(own.subjects[0], _known(standing)) if few else standing.last


def _known(standing: Standing) -> tuple[Subject, ...]:
    """Return the treatment that short names stand for here."""
    near = standing.part or standing.page.main or standing.spoken or standing.last
    return (near,) if near else standing.page.treatments[:1]


def _opens_with(cls: str, unit: Unit) -> bool:
    """Say whether a word of the class opens the sentence ("Both tighten the skin", "It tightens")."""
    return cls in unit.keys and any(cls in word.sense.values and word.first == unit.first_word for word in unit.mentions)
