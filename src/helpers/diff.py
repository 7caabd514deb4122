"""Two claim tables side by side: what was gained, lost and read otherwise, for whoever edits a rule or a page."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, fields
from typing import Literal

from helpers.model import Claim
from helpers.model.interval import in_words
from helpers.model.review import Reading
from helpers.model.typography import unstyled

Kind = Literal["added", "removed", "changed"]

SAID = ("treatment", "item", "level", "low", "high", "unit", "vague", "certainty", "zone", "quote")


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that is not the same in both tables; what only one of them has is empty on the other side.

    Attributes
    ----------
    change : str
        ``added``, ``removed``, or ``changed``: the same place, or the same words, with another value.
    topic : str
    fields : tuple of str
        Which columns of a changed claim differ.
    old, new : str
        What it says, in words.
    """

    change: Kind
    source_id: str
    topic: str
    fields: tuple[str, ...]
    old: str
    new: str
    old_quote: str
    new_quote: str
    old_rule: str
    new_rule: str
    old_claim_id: str
    new_claim_id: str


CHANGE_COLUMNS = tuple(field.name for field in fields(Change))


def between(old: Iterable[Reading], new: Iterable[Reading]) -> list[Change]:
    """Compare two versions of documents; one whose words are the same, whatever its typography, did not change."""
    before = {one.document.source_id: one for one in old}
    after = {one.document.source_id: one for one in new}
    same = {
        source_id
        for source_id in before.keys() & after.keys()
        if unstyled(before[source_id].document.text) == unstyled(after[source_id].document.text)
    }
    sides = ([claim for one in side.values() for claim in one.claims if claim.source_id not in same] for side in (before, after))
    return diff(*sides)


def diff(old: Iterable[Claim], new: Iterable[Claim]) -> list[Change]:
    """Compare two claim tables.

    Claims are paired one to one: by claim id; then, within a source and topic, by equal words and item, by equal words, and by
    equal start. A claim is the same where only offsets, the rule, or quotes, bullets, line ends, emphasis and spaces differ.

    Returns
    -------
    list of Change
        By source, place and topic; empty where both tables say the same. Linear in the claims.
    """
    lost, gained = list(old), list(new)
    pairs: list[tuple[Claim, Claim]] = []
    for key in (_identity, _words_and_item, _words, _place):
        matched, lost, gained = _pair(lost, gained, key)
        pairs += matched
    found = [
        *((after, _change("changed", before, after)) for before, after in pairs if _differing(before, after)),
        *((claim, _change("removed", claim, None)) for claim in lost),
        *((claim, _change("added", None, claim)) for claim in gained),
    ]
    found.sort(key=lambda one: (one[0].source_id, one[0].start, one[0].end, one[0].topic, one[1].change, one[0].claim_id))
    return [change for _, change in found]


def _identity(claim: Claim) -> Hashable:
    return claim.claim_id


def _words_and_item(claim: Claim) -> Hashable:
    return claim.source_id, claim.topic, unstyled(claim.quote), claim.item


def _words(claim: Claim) -> Hashable:
    return claim.source_id, claim.topic, unstyled(claim.quote)


def _place(claim: Claim) -> Hashable:
    return claim.source_id, claim.topic, claim.start


def _pair(
    old: Iterable[Claim], new: Iterable[Claim], key: Callable[[Claim], Hashable]
) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Pair claims of equal key in reading order; return the pairs, and what is left on both sides."""
    waiting: defaultdict[Hashable, deque[Claim]] = defaultdict(deque)
    for claim in new:
        waiting[key(claim)].append(claim)
    pairs, left = [], []
    for claim in old:
        others = waiting[key(claim)]
        if others:
            pairs.append((claim, others.popleft()))
        else:
            left.append(claim)
    return pairs, left, [claim for others in waiting.values() for claim in others]


def _differing(old: Claim, new: Claim) -> tuple[str, ...]:
    return tuple(name for name in SAID if _shown(old, name) != _shown(new, name))


def _shown(claim: Claim, name: str) -> object:
    value = getattr(claim, name)
    return unstyled(value) if name == "quote" else value


def _change(change: Kind, old: Claim | None, new: Claim | None) -> Change:
    source_id, topic = next((one.source_id, one.topic) for one in (old, new) if one)
    return Change(
        change=change,
        source_id=source_id,
        topic=topic,
        fields=_differing(old, new) if old and new else (),
        old=_in_words(old),
        new=_in_words(new),
        old_quote=old.quote if old else "",
        new_quote=new.quote if new else "",
        old_rule=old.rule if old else "",
        new_rule=new.rule if new else "",
        old_claim_id=old.claim_id if old else "",
        new_claim_id=new.claim_id if new else "",
    )


def _in_words(claim: Claim | None) -> str:
    """Return what a claim says: treatment, item, level, figures, and what takes them back."""
    if claim is None:
        return ""
    figures = in_words(claim.low, claim.high, claim.unit)
    parts = (
        claim.treatment,
        claim.item,
        claim.level,
        f"vaguely {figures}" if figures and claim.vague else figures,
        "hedged" if claim.certainty == "hedged" else "",
        "furniture" if claim.zone == "chrome" else "",
    )
    return ", ".join(part.replace("_", " ") for part in parts if part)
