"""The claims of a page from those of its parts: what the overlap says twice is one, and each has its id."""

from collections import Counter
from collections.abc import Iterable

from helpers.model import Claim
from helpers.model.claim import with_occurrence

_Said = tuple[object, ...]


def joined(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims of a page in reading order, each once, with ids as any reader's claims have them.

    What one sentence says twice of one thing is one claim, whatever words are quoted for it: the shortest quote stays.
    """
    best: dict[_Said, Claim] = {}
    for one in sorted(claims, key=lambda one: (one.end - one.start, one.start)):
        best.setdefault((one.sentence_start, one.topic, one.item, one.level, one.low, one.high, one.treatment), one)
    seen: Counter[_Said] = Counter()
    found = []
    for one in sorted(best.values(), key=_order):
        said = (one.topic, one.treatment, one.item, one.level, one.low, one.high, one.quote)
        found.append(with_occurrence(one, seen[said]))
        seen[said] += 1
    return tuple(found)


def _order(one: Claim) -> _Said:
    bounds = [part for bound in (one.low, one.high) for part in (bound is not None, bound or 0.0)]
    return (one.start, one.end, one.topic, one.item or "", one.level or "", *bounds, one.treatment)
