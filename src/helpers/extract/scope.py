"""Where clauses end, and which denials of a sentence deny nothing: the ConText idea (Harkema 2009), with clauses for its scopes.

Everything here looks at words that the pack lists in ``scope.yml``; rules then meet only denials that stand.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from helpers.extract.mentions import COMPARATOR, Mention, Sense, distance

BOUNDARY, PAUSE, JOINT, HEDGE, NEGATOR = "boundary", "pause", "joint", "hedge", "negator"
PRIVATIVE, SELDOM, SUBJECT, FINITE, OPENER = "privative", "seldom", "new_subject", "finite", "opener"
QUANTIFIER, EQUAL, PSEUDO, ABSENT = "quantifier", "equal", "pseudo_negation", "absent"
_OPENING_CUES = frozenset({BOUNDARY, OPENER, NEGATOR, f"{HEDGE}.doubt"})
_DOUBLE, _PREDICATE, _LIMIT, _THERE_IS = 4, 6, 4, 2
_UNRULED = Sense(frozenset(), {}, hides=False, rules=False)


def openings_of(mentions: Sequence[Mention], keys: Set[str], first_word: int) -> list[int]:
    """Return where new clauses open among mentions of ``keys``.

    At each boundary, at an "and" before a word of doubt ("and may"), behind the comma of a clause or a phrase that opens the
    sentence ("Without needles, ..."), and behind a denial where a comma or an "and" begins with another subject (", it ...").
    """
    if keys.isdisjoint(_OPENING_CUES):
        return []
    doubts = [mention.first for mention in mentions if mention.sense.values.get(HEDGE) == "doubt"]
    openings = {
        mention.start
        for mention in mentions
        if BOUNDARY in mention.sense.values
        or (JOINT in mention.sense.values and any(0 <= doubt - mention.last <= 1 for doubt in doubts))
    }
    opening = next((one for one in mentions if one.first == first_word and {BOUNDARY, OPENER} & one.sense.values.keys()), None)
    if opening is not None:
        openings.update(_end_of_opening(mentions, opening))
    if NEGATOR in keys:
        openings.update(_second_subjects(mentions))
    return sorted(openings)


def _end_of_opening(mentions: Sequence[Mention], opening: Mention) -> Iterator[int]:
    """Yield the comma behind what opens the sentence; behind a list that hangs on a preposition, its last one before a verb.

    Where no comma ends a preposition's words, the verb does ("Without gloves needles cause ...").
    """
    commas = [one for one in mentions if PAUSE in one.sense.values]
    if OPENER in opening.sense.values:
        after = commas[0].start if commas else opening.end
        verb = next((one for one in mentions if one.start >= after and _is_verb(one)), None)
        commas = [one for one in commas if verb is None or one.start < verb.start][-1:]
        if not commas and verb is not None and distance(opening, verb):
            yield verb.start
    yield from (one.start for one in commas[:1])


def _is_verb(mention: Mention) -> bool:
    return FINITE in mention.sense.values or (mention.sense.rules and NEGATOR not in mention.sense.values)


def _second_subjects(mentions: Sequence[Mention]) -> Iterator[int]:
    """Yield each comma or "and" behind a denial that another subject, or another verb, follows."""
    denied = False
    for number, one in enumerate(mentions):
        denied = denied or NEGATOR in one.sense.values
        if not denied or not ({PAUSE, JOINT} & one.sense.values.keys()):
            continue
        after = mentions[number + 1 :]
        nearby = [other for other in after[:3] if other.first <= one.last and PAUSE not in other.sense.values]
        if any(SUBJECT in other.sense.values for other in nearby) or (JOINT in one.sense.values and _has_verb(one, after)):
            yield one.start


def _has_verb(joint: Mention, after: Sequence[Mention]) -> bool:
    """Say whether a verb with a subject of its own stands behind an "and", before the next pause or joint."""
    for other in after:
        if distance(joint, other) > _PREDICATE or {PAUSE, JOINT, BOUNDARY, NEGATOR} & other.sense.values.keys():
            return False
        if FINITE in other.sense.values:
            return True
    return False


def settled(mentions: tuple[Mention, ...], keys: Set[str], openings: Sequence[int], first_word: int) -> tuple[Mention, ...]:
    """Return the mentions with the denials that stand, and with limits that a denial turns round ("not more than three").

    Parameters
    ----------
    mentions : tuple of Mention
    keys : set of str
        Their classes.
    openings : sequence of int
        Where the clauses open.
    first_word : int
        The number of the unit's first word.
    """
    if NEGATOR not in keys and SELDOM not in keys:
        return mentions
    changed: dict[int, Mention] = {}
    for first, last in _clauses(mentions, openings):
        for number in range(first, last):
            changed.update(_settle(mentions, range(first, number), last, changed, first_word))
    return tuple([changed.get(number, one) for number, one in enumerate(mentions)]) if changed else mentions


def _settle(
    mentions: Sequence[Mention], before: range, last: int, changed: Mapping[int, Mention], first_word: int
) -> dict[int, Mention]:
    """Return what the mention behind ``before`` changes in its clause, which ends at ``last``."""
    number = before.stop
    one, after = mentions[number], mentions[number + 1 : last]
    if PRIVATIVE in one.sense.values:
        over = _denied_before(mentions, before, changed, _DOUBLE if one.sense.values[PRIVATIVE] == "without" else 0)
        if over is not None:
            return {over: _affirmed(mentions[over]), number: _affirmed(one)}
    if COMPARATOR in one.sense.values:
        over = _denied_before(mentions, before, changed, _LIMIT)
        limit = next((at for at in before if mentions[at].start == one.start and mentions[at].quantity is not None), None)
        return {} if over is None or limit is None else {over: _affirmed(mentions[over]), limit: _turned(mentions[limit])}
    if NEGATOR in one.sense.values:
        if any(PSEUDO in other.sense.values and other.start < one.end for other in after):
            return {number: _affirmed(one)}
        opens = QUANTIFIER in one.sense.values and (not before or one.first - first_word <= _THERE_IS)
        if opens and any(EQUAL in other.sense.values for other in mentions[number:]):
            return {number: _affirmed(one)}
        if (
            after
            and _measures(after[0])
            and one.last == after[0].first
            and not any(COMPARATOR in two.sense.values for two in after[:2])
        ):
            return {number + 1: after[0]._replace(sense=_UNRULED, quantity=None)}
    return {}


def _measures(mention: Mention) -> bool:
    return mention.quantity is not None and mention.quantity.dimension != "other"


def _clauses(mentions: Sequence[Mention], openings: Sequence[int]) -> Iterator[tuple[int, int]]:
    edges = [0, *(bisect_left(mentions, start, key=lambda one: one.start) for start in openings), len(mentions)]
    return pairwise(edges)


def _denied_before(mentions: Sequence[Mention], before: range, changed: Mapping[int, Mention], within: int) -> int | None:
    """Return the number of the nearest denial before a word, with no comma between."""
    word = mentions[before.stop]
    for number in reversed(before):
        one = mentions[number]
        if PAUSE in one.sense.values or distance(one, word) > within:
            return None
        if number not in changed and (NEGATOR in one.sense.values or SELDOM in one.sense.values) and one.end <= word.start:
            return number
    return None


def _affirmed(mention: Mention) -> Mention:
    """Return a mention that denies nothing any more."""
    values = {cls: value for cls, value in mention.sense.values.items() if cls not in {PRIVATIVE, SELDOM, ABSENT}}
    if NEGATOR in values or not values:
        return mention._replace(sense=_UNRULED)
    keys = frozenset(key for key in mention.sense.keys if key.partition(".")[0] in values)
    return mention._replace(sense=Sense(keys, values, mention.sense.hides, mention.sense.rules))


def _turned(mention: Mention) -> Mention:
    """Return a quantity with its open side on the other side: "not less than two weeks" is two weeks or more."""
    stated = mention.quantity
    if stated is None or ((stated.low is None) == (stated.high is None) and stated.low):
        return mention
    low, high = (0.0, stated.low) if stated.high is None else (stated.high, None)
    return mention._replace(quantity=replace(stated, low=low, high=high))
