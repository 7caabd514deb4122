"""Which treatment a statement is about: the sentence says it, else its section, else the page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.names import REFUSED, TREATMENT, Naming, Subject, meant, merged, naming_of, namings
from helpers.extract.scope import BOUNDARY, FINITE, JOINT, PAUSE
from helpers.extract.unit import Unit

ASIDE, COMPANION, BOTH, FIELD, POINTER, PARTY = "aside", "companion", "both", "field", "pointer", "other_party"
MEANS = "means"
UNSPECIFIED = Subject("unspecified")
HEADING_WEIGHT, TITLE_WEIGHT = 4, 8
FIELD_WORDS, NAMED, SHARE = 4, 3, 0.02
_COMPANY, _OPENING, _MAIN, _CARDS, _SPREAD, _ARTICLE = 3, 3, 0.75, 3, 0.4, 5


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


def page_of(body: Iterable[Naming], headings: Sequence[Heading], length: int) -> Page:
    """Return what a page speaks of; a heading, and above all the title, counts as several mentions in the text.

    Parameters
    ----------
    body : iterable of Naming
    headings : sequence of Heading
    """
    naming = [one for one in headings if one.names and not one.listed]
    in_full = [one for one in naming if any(not name.short_for for name in one.names)]
    title = next((one for one in in_full or naming if not _is_card(one, headings)), None)
    body = list(body)
    in_full_too = Counter(name.subject for name in body if not name.short_for)
    known = [name.subject for name in title.names] if title else [one for one, _ in in_full_too.most_common(1)]
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


def _is_card(heading: Heading, headings: Sequence[Heading]) -> bool:
    """Say whether a heading that is not the first names one treatment, and those behind it others: cards, and no title."""
    number = headings.index(heading)
    cards = [{name.subject.name for name in one.names} for one in headings[number : number + _CARDS]]
    return number > 0 and all(len(one) == 1 for one in cards) and len(set().union(*cards)) == _CARDS


def _with_product(name: str, count: int, products: Counter[Subject]) -> Subject:
    """Return a treatment with its product, where most of what names it names that one."""
    return next((one for one, said in products.items() if one.name == name and 2 * said > count), Subject(name))


class Own(NamedTuple):
    """What the words of a unit themselves speak of.

    Attributes
    ----------
    asides : sequence of (int, int)
        Where they speak of something else for comparison.
    subjects : sequence of Naming
        The treatments that they are about.
    parts : sequence of Naming
        Those of them that are only what another one is done with ("the plan combines peels and lasers").
    acting : sequence of Naming
        Those of them that open a clause of their own ("..., and a peel smooths the skin").
    """

    asides: Sequence[tuple[int, int]]
    subjects: Sequence[Naming]
    parts: Sequence[Naming] = ()
    acting: Sequence[Naming] = ()


def own_of(unit: Unit, text: str) -> Own:
    """Return what the words of a unit themselves speak of."""
    spans = _asides(unit, text)
    subjects = _subjects(unit, spans)
    acting = _acting(unit, subjects, text) if len(subjects) > 1 else []
    return Own(spans, subjects, _parts(unit, [name for name in subjects if name not in acting]), acting)


def _asides(unit: Unit, text: str) -> list[tuple[int, int]]:
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
    named = (
        acting[-1:]
        or before[:1]
        or ([] if standing.part else subjects[:1])
        or (_above(unit, page, 1) if unit.sentence.label else [])
    )
    near = len(unit.above) - len(unit.sentence.headings) if standing.part else None
    named = named or ([] if standing.spoken else _above(unit, page, near))
    if named:
        earlier = [name.subject for name in own.subjects if name.start < named[0].start]
        return [meant(named[0], earlier) if meant(named[0], earlier) != named[0].subject else meant(named[0], known)]
    return [standing.spoken or standing.part or page.main or standing.last or UNSPECIFIED]


def _acting(unit: Unit, names: Sequence[Naming], text: str) -> list[Naming]:
    """Return the treatments that open a clause: behind "while" or "but", or behind "and", a comma or a colon with a verb of their own."""
    verbs = {word.first for word in unit.mentions if word.sense.rules or FINITE in word.sense.values}
    joints = [word.end for word in unit.mentions if not {PAUSE, JOINT}.isdisjoint(word.sense.values)]
    clauses = [word.end for word in unit.mentions if BOUNDARY in word.sense.values]
    return [
        name
        for name in names
        if _right_behind(name, clauses)
        or (name.last in verbs and (_right_behind(name, joints) or text[unit.start : name.start].rstrip().endswith(":")))
    ]


def _right_behind(name: Naming, ends: Sequence[int]) -> bool:
    """Say whether at most an article stands between a name and one of the words before it."""
    return any(0 <= name.start - end <= _ARTICLE for end in ends)


def _above(unit: Unit, page: Page, groups: int | None = None) -> list[Naming]:
    """Return the treatment that label, question, lead-in or headings name first, if any; the title is the page's own."""
    below = (group for group in unit.above[:groups] if not (group and group[0].start <= page.title))
    return next((names[:1] for group in below if (names := _named_for_itself(group))), [])


def _named_for_itself(group: Sequence[Mention]) -> list[Naming]:
    """Return what a heading or question names, but for what it only compares with or takes for an example."""
    others = [word for word in group if {ASIDE, COMPANION, REFUSED} & word.sense.values.keys()]
    return [name for name in namings(group) if not any(0 <= name.first - word.last <= _COMPANY for word in others)]


def spoken_of(unit: Unit, own: Own, standing: Standing) -> Subject | None:
    """Return what "it" in the next sentence is: the one treatment that opens this one, or what the one before is about."""
    if TREATMENT not in unit.keys and not own.subjects:
        return standing.spoken
    if own.subjects and own.subjects[0].first - unit.first_word <= _OPENING:
        return _one_of(own.subjects, standing)
    return None


def last_named(own: Own, standing: Standing) -> Subject | None:
    """Return the one treatment that was named last, up to the end of this sentence; a list of several names none."""
    return _one_of(own.subjects, standing) or standing.last


def _one_of(names: Sequence[Naming], standing: Standing) -> Subject | None:
    known = _known(standing) if names else ()
    subjects = merged([meant(name, known) for name in names])
    return subjects[0] if len(subjects) == 1 else None


def _known(standing: Standing) -> tuple[Subject, ...]:
    """Return the treatment that short names stand for here."""
    near = standing.part or standing.page.main or standing.spoken or standing.last
    return (near,) if near else standing.page.treatments[:1]


def _subjects(unit: Unit, aside_spans: Sequence[tuple[int, int]]) -> list[Naming]:
    """Return the treatments that the sentence itself is about: those that stand neither in an aside nor in company.

    Words of another party are one where they open a sentence ("Creams cannot ...").
    """
    if unit.keys.isdisjoint((PARTY, TREATMENT)):
        return []
    parties = [
        naming_of(one, one.sense.values[PARTY])
        for one in (unit.mentions if PARTY in unit.keys and unit.sentence.kind == "sentence" else ())
        if PARTY in one.sense.values and one.first == unit.first_word
    ]
    company = [word for word in unit.mentions if COMPANION in word.sense.values]
    return parties[:1] + [
        name
        for name in namings(unit.mentions)
        if not any(span[0] <= name.start < span[1] for span in aside_spans)
        and not any(word.start < name.start and 0 <= name.first - word.last <= _COMPANY for word in company)
    ]


def _parts(unit: Unit, subjects: Sequence[Naming]) -> list[Naming]:
    """Return the treatments that the sentence names only as what is used: those behind such a word in its clause."""
    if MEANS not in unit.keys or not subjects:
        return []
    words = [word for word in unit.mentions if MEANS in word.sense.values]
    every = namings(unit.mentions)
    found: list[Naming] = []
    for name in subjects:
        word = next((one for one in reversed(words) if one.start < name.start), None)
        if word is None or any(word.start < opening <= name.start for opening in unit.openings):
            continue
        if word.sense.values[MEANS] == "use" or len({one.subject.name for one in every if one.start > word.start}) > 1:
            found.append(name)
    return found


def _opens_with(cls: str, unit: Unit) -> bool:
    """Say whether a word of the class opens the sentence ("Both tighten the skin", "It tightens")."""
    return cls in unit.keys and any(cls in word.sense.values and word.first == unit.first_word for word in unit.mentions)
