"""Where claims that were decided stand in sources that changed since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from helpers.model.claim import Claim
from helpers.model.decision import Judged
from helpers.model.document import Document
from helpers.model.judgement import STAYS, Followed, statement_of
from helpers.review.anchor import Place, find

Following = Mapping[Judged, Followed]
_ByPlace = Mapping[tuple[str, int, int], list[Claim]]


def follow(judged: Iterable[Judged], documents: Mapping[str, Document], claims: Iterable[Claim]) -> dict[Judged, Followed]:
    """Say for each claim that was decided where it stands now.

    Parameters
    ----------
    judged : iterable of Judged
        Claims as they were when they were decided.
    documents : mapping of str to Document
        The sources as they are now, by source id.
    claims : iterable of Claim
        The claims of those documents as they are now.
    """
    by_place: defaultdict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_place[claim.source_id, claim.start, claim.end].append(claim)
    return {one: _follow(one, documents.get(one.source_id), by_place) for one in judged}


def _follow(judged: Judged, document: Document | None, by_place: _ByPlace) -> Followed:
    if document is None:
        return Followed("vanished", None, "its source is no longer there")
    anchor = judged.anchor
    if document.sha256 == judged.sha256:
        place = Place("unchanged", anchor.start, anchor.end, "the source has not changed")
    else:
        place = find(anchor, document.text)
    if place.found not in STAYS or place.start is None or place.end is None:
        return Followed(place.found, None, place.reason, place.start, place.end)
    there = by_place.get((judged.source_id, place.start, place.end), [])
    same = [claim for claim in there if statement_of(claim) == judged.statement_id]
    if not same:
        reason = "the words stand, but they are read otherwise than when they were decided"
        return Followed("changed", None, reason, place.start, place.end)
    exact = [claim for claim in same if claim.claim_id == judged.claim_id]
    return Followed(place.found, (exact or same)[0].claim_id, place.reason, place.start, place.end)
