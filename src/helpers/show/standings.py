"""What each source's claims on each topic have to do with the other sources'."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from helpers.model import Claim
from helpers.model.copies import Voices
from helpers.show.looks import RELATIONS
from helpers.show.sides import Group, Key, Sides, Value, value_of
from helpers.show.view import View

Among = defaultdict[str, int]  # relation -> sources, a bit each


@dataclass(frozen=True, slots=True)
class Standing:
    """What one source's claims on one topic have to do with the others'.

    Attributes
    ----------
    shown : str
        The gravest that applies, a key of ``LOOKS``.
    sources : sequence of str
        All of them, sorted.
    among : mapping of str to int
        Relation -> the sources it holds with: bit 0 is the first one.
    """

    shown: str
    sources: Sequence[str]
    among: Mapping[str, int]

    @property
    def others(self) -> dict[str, tuple[str, ...]]:
        """Relation -> the sources it holds with, sorted; its own id where it speaks against itself."""
        return {
            relation: tuple(one for place, one in enumerate(self.sources) if bits >> place & 1)
            for relation, bits in self.among.items()
        }


Held = Mapping[str, Mapping[str, Standing]]


def standings(view: View) -> dict[str, dict[str, Standing]]:
    """Return topic -> source -> standing, for every topic on which a source speaks or whose list was lost.

    Where many sources speak on one subject, a row of the relation table stands for all that hold its two values: each of them is
    shown with it.
    """
    sources = [one.source_id for one in view.sources]
    bits = {source: 1 << place for place, source in enumerate(sources)}
    voices = view.review.voices
    others = _among(view, bits, voices)
    once = _OnceAVoice(sources, voices)
    plainly = {(row.topic, row.source_a): row.relation for row in view.review.relations if not row.source_b}
    spoken = {(claim.topic, claim.source_id) for claim in view.told}
    shown = {topic for topic, _ in spoken} | {topic for (topic, _), relation in plainly.items() if relation == "unknown"}

    def standing(key: Key) -> Standing:
        if key not in spoken:
            return Standing(plainly.get(key, view.silence(key[1])), sources, {})
        among: Mapping[str, int] = others.get(key, {})
        held = {one: once.of(among[one], key[1]) if one == "agree" else among[one] for one in RELATIONS if one in among}
        found = {relation: those for relation, those in held.items() if those}
        return Standing(next(iter(found), "alone"), sources, found)

    return {topic: {source: standing((topic, source)) for source in sources} for topic in view.topics if topic in shown}


def _among(view: View, bits: Mapping[str, int], voices: Voices) -> dict[Key, Among]:
    """Return for each topic and source with whom its claims stand how."""
    sides = Sides(view.told, view.claims)
    found: defaultdict[Key, Among] = defaultdict(lambda: defaultdict(int))
    for value, speaking in _speaking(view.told, voices).items():
        _repeat(list(sides.holders[value]), speaking, bits, found)
    whom: dict[Group, int] = {}
    against: defaultdict[Group, Among] = defaultdict(lambda: defaultdict(int))
    for row, *pair in sides.of(view.review.relations):
        for one in pair:
            if one not in whom:
                whom[one] = _all(bits[source] for (_, source), _ in sides.members[one])
        for one, other in (pair, reversed(pair)):
            if row.scope == "internal":
                for key, _ in sides.members[one]:
                    found[key][row.relation] |= whom[other]
            else:
                against[one][row.relation] |= whom[other]
    for group, standing in against.items():
        for relation, those in standing.items():
            for key, _ in sides.members[group]:
                found[key][relation] |= those & ~bits[key[1]]
    return found


def _all(bits: Iterable[int]) -> int:
    made = 0
    for bit in bits:
        made |= bit
    return made


def _speaking(claims: Iterable[Claim], voices: Voices) -> dict[Value, dict[str, str]]:
    """Return value -> source -> the voice that says it there, its own where it says it in words of its own as well."""
    held: defaultdict[Value, dict[str, str]] = defaultdict(dict)
    for claim in claims:
        voice, own = voices.of(claim), voices.of_page(claim.source_id)
        if held[value_of(claim)].get(claim.source_id) != own:
            held[value_of(claim)][claim.source_id] = voice
    return held


def _repeat(same: Sequence[Key], speaking: Mapping[str, str], bits: Mapping[str, int], found: Mapping[Key, Among]) -> None:
    """Say of all that hold one value that the others repeat it, each voice named once."""
    first: dict[str, str] = {}
    for source in sorted(source for _, source in same):
        first.setdefault(speaking[source], source)
    named = _all(bits[source] for source in first.values())
    for key in same if len(first) > 1 else ():
        found[key]["agree"] |= named & ~bits[first[speaking[key[1]]]]


class _OnceAVoice:
    """Leaves the first page of each voice, and none of the page's own voice but itself."""

    def __init__(self, sources: Sequence[str], voices: Voices) -> None:
        self._bits = {source: 1 << place for place, source in enumerate(sources)}
        self._voices = voices
        shared: defaultdict[str, int] = defaultdict(int)
        for source, bit in self._bits.items():
            shared[voices.of_page(source)] |= bit
        self._shared = {voice: those for voice, those in shared.items() if those.bit_count() > 1}
        self._all = _all(self._shared.values())
        self._done: dict[tuple[int, str], int] = {}

    def of(self, those: int, own: str) -> int:
        """Return the first of each voice among pages."""
        if not those & self._all:
            return those
        key = (those & self._all, own)
        if key not in self._done:
            left = 0
            for voice, shared in self._shared.items():
                first = those & shared & -(those & shared)
                if first == self._bits[own] or voice != self._voices.of_page(own):
                    left |= first
            self._done[key] = left
        return those & ~self._all | self._done[key]
