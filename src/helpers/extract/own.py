"""What the words of a sentence themselves speak of: its subjects, what only stands beside them, and what they are done with."""

from collections.abc import Sequence
from typing import NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.names import REFUSED, TREATMENT, Naming, naming_of, namings
from helpers.extract.owners import ATTRIBUTE
from helpers.extract.scope import BOUNDARY, FINITE, JOINT, PAUSE
from helpers.extract.unit import Unit

ASIDE, COMPANION, PARTY, MEANS = "aside", "companion", "other_party", "means"
_COMPANY, _ARTICLE = 3, 5


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


_NAMES, _NOTHING = frozenset({ASIDE, PARTY, TREATMENT}), Own((), ())


def own_of(unit: Unit, text: str) -> Own:
    """Return what the words of a unit themselves speak of."""
    if unit.keys.isdisjoint(_NAMES):
        return _NOTHING
    spans = _asides(unit, text)
    subjects = _subjects(unit, spans)
    acting = _acting(unit, subjects, text) if len(subjects) > 1 else []
    return Own(spans, subjects, _parts(unit, [name for name in subjects if name not in acting]), acting)


def named_for_itself(group: Sequence[Mention]) -> list[Naming]:
    """Return what a heading or question names, but for what it only compares with or takes for an example."""
    names = namings(group)
    others = [word for word in group if {ASIDE, COMPANION, REFUSED} & word.sense.values.keys()] if names else []
    return [name for name in names if not any(0 <= name.first - word.last <= _COMPANY for word in others)]


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
        and not _shunned(unit, name)
    ]


def _shunned(unit: Unit, name: Naming) -> bool:
    """Say whether a name stands among what is to be left alone ("avoid saunas and facials", not "avoid sun after a peel")."""
    before = [word for word in unit.mentions if word.start < name.start]
    shun = next((word for word in reversed(before) if word.sense.values.get(REFUSED) == "shunned"), None)
    if shun is None or any(shun.start < opening <= name.start for opening in unit.openings):
        return False
    return not any(word.sense.values.get(ATTRIBUTE) == "of" and 0 <= name.first - word.last <= 1 for word in before)


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


def _acting(unit: Unit, names: Sequence[Naming], text: str) -> list[Naming]:
    """Return the treatments that open a clause: behind "while", or with a verb of their own behind "and", a comma or a colon."""
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
