"""What stands in one list is claimed alike: "headache, soreness and a drooping lid" are three effects where the first is one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from helpers.extract.denial import EITHER
from helpers.extract.mentions import Mention, distance
from helpers.extract.rule import Draft
from helpers.extract.scope import BOUNDARY, FINITE, HEDGE, JOINT, NEGATOR, PAUSE
from helpers.extract.unit import Unit

_BETWEEN = 2
_TIME = frozenset({"time"})
_LINKS = (PAUSE, JOINT, EITHER)
_PARTS = frozenset({BOUNDARY, FINITE, NEGATOR, HEDGE})


def siblings(unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """Return what follows from drafts for the members of their lists that no rule took.

    Parameters
    ----------
    unit : Unit
    drafts : sequence of Draft
        What the rules made of the unit.
    """
    if not any(link in unit.keys for link in _LINKS):
        return []
    found: list[Draft] = []
    claimed = {(draft.rule.topic, draft.anchor.start) for draft in drafts}
    waiting = [draft for draft in drafts if draft.rule.item == "="]
    while waiting:
        draft = waiting.pop()
        for mention in _beside(unit, draft):
            if (draft.rule.topic, mention.start) not in claimed and unit.stance(mention) == unit.stance(draft.anchor):
                claimed.add((draft.rule.topic, mention.start))
                made = _of(draft, mention)
                found.append(made)
                waiting.append(made)
    return found


def timed(unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, with a time at either end of a list for all its members ("redness and light flaking for a week").

    Parameters
    ----------
    unit : Unit
    drafts : sequence of Draft
        What was made of the unit.
    """
    made = list(drafts)
    lasting = [number for number, one in enumerate(made) if _may_last(one)]
    if len(lasting) < 2:
        return made
    members = sorted(lasting, key=lambda number: made[number].anchor.start)
    for first, second in (*pairwise(members[::-1]), *pairwise(members)):
        giver, taker = made[first], made[second]
        if _timeless(taker) and not _timeless(giver) and (giver.rule.topic, giver.level) == (taker.rule.topic, taker.level):
            early, late = sorted((giver, taker), key=lambda one: one.anchor.start)
            if _listed(unit, early.anchor, late.anchor) and _outer(unit, giver, taker):
                start, end = min(giver.start, taker.start), max(giver.end, taker.end)
                made[second] = replace(taker, low=giver.low, high=giver.high, vague=giver.vague, start=start, end=end)
    return _closed(unit, made, members)


def _closed(unit: Unit, made: list[Draft], members: Sequence[int]) -> list[Draft]:
    """Return the drafts, with the only time of a sentence for all that it says alike before that time.

    "Do not use saunas, do not run and avoid makeup for two days": three things are left for two days.
    """
    times = [one for one in unit.mentions if one.quantity is not None and one.means(_TIME)]
    givers = [made[number] for number in members if not _timeless(made[number])]
    if len(times) != 1 or not givers:
        return made
    giver, time = givers[-1], times[0]
    before = {n for n in members if made[n].anchor.end <= time.start and not unit.stops(made[n].anchor, time)}
    alike = (giver.rule.topic, giver.level)
    return [
        replace(one, low=giver.low, high=giver.high, vague=giver.vague)
        if number in before and _timeless(one) and (one.rule.topic, one.level) == alike and giver.end > time.start
        else one
        for number, one in enumerate(made)
    ]


def _may_last(draft: Draft) -> bool:
    return draft.rule.item == "=" and draft.rule.amount is not None


def _timeless(draft: Draft) -> bool:
    return draft.low is None and draft.high is None


def _outer(unit: Unit, giver: Draft, taker: Draft) -> bool:
    """Say whether the time of a draft stands on the far side of it, seen from its neighbour in the list."""
    behind = giver.anchor.start > taker.anchor.start
    start, end = (giver.anchor.end, giver.end) if behind else (giver.start, giver.anchor.start)
    return any(one.quantity is not None and start <= one.start < end for one in unit.mentions)


def _beside(unit: Unit, draft: Draft) -> Iterable[Mention]:
    """Yield the members right before and right behind the draft's own."""
    classes, anchor = _classes(draft), draft.anchor
    alike = [one for one in unit.mentions if not classes.isdisjoint(one.sense.values) and one.quantity is None]
    if alike == [anchor]:
        return
    before = [one for one in alike if one.end <= anchor.start][-1:]
    behind = [one for one in alike if one.start >= anchor.end][:1]
    for one in (*before, *behind):
        first, last = sorted((one, draft.anchor), key=lambda mention: mention.start)
        if _listed(unit, first, last):
            yield one


def _listed(unit: Unit, first: Mention, last: Mention) -> bool:
    """Say whether a comma, an "and" or an "or", and hardly anything else, stands between two mentions."""
    between = [one for one in unit.mentions if first.end <= one.start and one.end <= last.start]
    linked = any(link in one.sense.values for one in between for link in _LINKS)
    other = any(one.quantity is not None or one.sense.rules or not _PARTS.isdisjoint(one.sense.values) for one in between)
    return linked and not other and distance(first, last) <= _BETWEEN


def _of(draft: Draft, mention: Mention) -> Draft:
    item = next(mention.sense.values[cls] for cls in sorted(_classes(draft)) if cls in mention.sense.values)
    inside = draft.end > mention.end
    return replace(
        draft,
        anchor=mention,
        item=item,
        low=draft.low if inside else None,
        high=draft.high if inside else None,
        vague=draft.vague and inside,
        start=min(draft.start, mention.start),
        end=max(draft.end, mention.end),
    )


def _classes(draft: Draft) -> frozenset[str]:
    return _parents(tuple(draft.rule.anchors))


@cache
def _parents(keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key.partition(".")[0] for key in keys)
