"""What each source's claims on each topic have to do with the other sources'."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from helpers.model import Claim, Relation
from helpers.model.copies import Voices
from helpers.model.relation import COPY
from helpers.show.looks import RELATIONS
from helpers.show.view import View

Value = tuple[object, ...]
Key = tuple[str, str]  # topic, source
Holders = Mapping[Value, Mapping[Key, Claim]]
Side = tuple[Key, Claim | None]
Others = defaultdict[Key, defaultdict[str, set[str]]]


@dataclass(frozen=True, slots=True)
class Standing:
    """What one source's claims on one topic have to do with the others'.

    Attributes
    ----------
    shown : str
        The gravest that applies, a key of ``LOOKS``.
    others : mapping of str to tuple of str
        Relation -> the sources it holds with, sorted; its own id where it speaks against itself.
    """

    shown: str
    others: Mapping[str, tuple[str, ...]]


def standings(view: View) -> dict[str, dict[str, Standing]]:
    """Return topic -> source -> standing, for every topic on which a source speaks or whose list was lost.

    Where many sources speak on one subject, a row of the relation table stands for all that hold its two values: each of them is
    shown with it.
    """
    voices = view.review.voices
    others: Others = defaultdict(lambda: defaultdict(set))
    holders = holders_of(view.told)
    speaking = _speaking(view.told, voices)
    for value, same in holders.items():
        _repeat(same, speaking[value], others)
    plainly = {}
    for row in view.review.relations:
        if not row.source_b:
            plainly[row.topic, row.source_a] = row.relation
        if row.strength == COPY or is_repeated(row, view.claims):
            continue
        ones, those = sides(row, view.claims, holders)
        for (one, _), (other, _) in product(ones, those):
            if one[1] != other[1] or row.scope == "internal":
                others[one][row.relation].add(other[1])
                others[other][row.relation].add(one[1])
    spoken = {(claim.topic, claim.source_id) for claim in view.told}
    shown = {topic for topic, _ in spoken} | {topic for (topic, _), relation in plainly.items() if relation == "unknown"}
    return {
        topic: {
            one.source_id: _standing((topic, one.source_id), others, spoken, plainly, view.silence(one.source_id), voices)
            for one in view.sources
        }
        for topic in view.topics
        if topic in shown
    }


def _value(claim: Claim) -> Value:
    return claim.topic, claim.treatment, claim.item, claim.level, claim.low, claim.high, claim.vague


def holders_of(claims: Iterable[Claim]) -> Holders:
    """Return value -> who holds it, by their firmest claim: what is said without doubt anywhere is not doubted."""
    held: defaultdict[Value, dict[Key, Claim]] = defaultdict(dict)
    for claim in claims:
        same, key = held[_value(claim)], (claim.topic, claim.source_id)
        if key not in same or (same[key].certainty != "asserted" and claim.certainty != same[key].certainty):
            same[key] = claim
    return held


def _speaking(claims: Iterable[Claim], voices: Voices) -> dict[Value, dict[str, str]]:
    """Return value -> source -> the voice that says it there, its own where it says it in words of its own as well."""
    held: defaultdict[Value, dict[str, str]] = defaultdict(dict)
    for claim in claims:
        voice, own = voices.of(claim), voices.of_page(claim.source_id)
        if held[_value(claim)].get(claim.source_id) != own:
            held[_value(claim)][claim.source_id] = voice
    return held


def _repeat(same: Mapping[Key, Claim], speaking: Mapping[str, str], others: Others) -> None:
    """Say of all that hold one value that the others repeat it, each voice named once."""
    first: dict[str, str] = {}
    for source in sorted(source for _, source in same):
        first.setdefault(speaking[source], source)
    for key in same if len(first) > 1 else ():
        others[key]["agree"] |= {source for voice, source in first.items() if voice != speaking[key[1]]}


def is_repeated(row: Relation, claims: Mapping[str, Claim]) -> bool:
    """Say whether a row only says that two hold one value, of which all holders are told at once."""
    one, other = claims.get(row.claim_a), claims.get(row.claim_b)
    if row.relation != "agree" or row.scope == "internal" or one is None or other is None:
        return False
    return _value(one) == _value(other) and bool(row.item or not one.item)


def sides(row: Relation, claims: Mapping[str, Claim], holders: Holders) -> tuple[list[Side], list[Side]]:
    """Return who stands on each side of a row, and with which claim: a rule may join two topics, and each side has its own."""
    if not row.source_b:
        return [], []
    return (
        _standing_for(row, claims.get(row.claim_a), row.source_a, holders),
        _standing_for(row, claims.get(row.claim_b), row.source_b, holders),
    )


def _standing_for(row: Relation, claim: Claim | None, source: str, holders: Holders) -> list[Side]:
    """Return all that one side of a row stands for: those that hold the same value as firmly."""
    own = (claim.topic if claim else row.topic, source)
    if claim is None or row.scope == "internal" or (not row.item and claim.item):  # a row about whole lists
        return [(own, claim)]
    same = holders.get(_value(claim), {})
    firm = same[own].certainty if own in same else None
    return [(key, one) for key, one in same.items() if one.certainty == firm] or [(own, claim)]


def _once_a_voice(sources: Iterable[str], own: str, voices: Voices) -> set[str]:
    """Return the first page of each voice but the page's own."""
    first: dict[str, str] = {}
    for source in sorted(sources):
        first.setdefault(voices.of_page(source), source)
    return {source for voice, source in first.items() if source == own or voice != voices.of_page(own)}


def _standing(key: Key, others: Others, spoken: set[Key], plainly: Mapping[Key, str], silence: str, voices: Voices) -> Standing:
    if key not in spoken:
        return Standing(plainly.get(key, silence), {})
    held: Mapping[str, set[str]] = others.get(key, {})
    if "agree" in held:
        held = {**held, "agree": _once_a_voice(held["agree"], key[1], voices)}
    found = {relation: tuple(sorted(held[relation])) for relation in RELATIONS if held.get(relation)}
    return Standing(next(iter(found), "alone"), found)
