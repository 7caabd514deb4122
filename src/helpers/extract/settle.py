"""Two readers of one page -> one list of claims: what both read alike is one claim, what they read differently stays two."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from helpers.model import Claim
from helpers.model.claim import with_occurrence

_Key = tuple[object, ...]


def settle(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims of all readers of some pages, settled.

    One place is one sentence, topic and item. The same value there from both readers is one claim, read by ``both``: the
    rules' words and id stay, so that decisions do. Different values stay two claims that each name the other. What only one
    of them read is shown as such.

    Parameters
    ----------
    claims : iterable of Claim
        In any order, of any readers; settling again what is settled changes nothing.

    Returns
    -------
    tuple of Claim
        By source and place; no two of one id.
    """
    places: dict[_Key, list[Claim]] = defaultdict(list)
    for one in sorted(claims, key=_order):
        places[one.source_id, one.sentence_start, one.topic, one.item].append(one)
    found = [one for same in places.values() for one in _met(same)]
    named = _with_ids(sorted(found, key=_order))
    return tuple(_told_apart(named))


def _order(one: Claim) -> _Key:
    bounds = [part for bound in (one.low, one.high) for part in (bound is not None, bound or 0.0)]
    said = (one.topic, one.item or "", one.level or "", *bounds, one.treatment)
    return (one.source_id, one.sentence_start, one.start, one.end, *said, one.reader, one.claim_id)


def _met(same: Sequence[Claim]) -> list[Claim]:
    """Return the claims of one place, those that both readers have once."""
    values: dict[_Key, list[Claim]] = defaultdict(list)
    for one in same:
        values[one.level, one.low, one.high, one.treatment].append(one)
    found: list[Claim] = []
    for claims in values.values():
        rules = [one for one in claims if one.reader != "model"]
        models = [one for one in claims if one.reader != "rules"]
        if rules and models:
            read_by = min(one.read_by or "" for one in models)
            found += [replace(one, reader="both", read_by=read_by, differs_from=None) for one in rules]
        else:
            found += [replace(one, differs_from=None) for one in claims]
    return found


def _with_ids(claims: Sequence[Claim]) -> list[Claim]:
    """Let no two claims have one id: what the rules read keeps its own."""
    taken = {one.claim_id for one in claims if one.reader != "model"}
    found = []
    for one in claims:
        if one.reader == "model":
            one = _free(one, taken)
            taken.add(one.claim_id)
        found.append(one)
    return found


def _free(claim: Claim, taken: set[str]) -> Claim:
    """Return the claim with the first id that is free, its own before others."""
    occurrence = 0
    while claim.claim_id in taken:
        claim = with_occurrence(claim, occurrence)
        occurrence += 1
    return claim


def _told_apart(claims: Sequence[Claim]) -> list[Claim]:
    """Let each claim of one reader name what the other one read differently at its place."""
    places: dict[_Key, list[Claim]] = defaultdict(list)
    for one in claims:
        places[one.source_id, one.sentence_start, one.topic, one.item].append(one)
    found = []
    for one in claims:
        others = places[one.source_id, one.sentence_start, one.topic, one.item]
        other = {"rules": "model", "model": "rules"}.get(one.reader)
        rival = next((rival.claim_id for rival in others if rival.reader == other), None)
        found.append(replace(one, differs_from=rival) if rival != one.differs_from else one)
    return found
