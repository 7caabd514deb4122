"""What a reviewer must know of a claim whose source changed since it was decided."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.judgement import Reopened
from helpers.model.words import VERDICT_WORDS
from helpers.review import Journal, follow, reopened


def reopened_notes(
    journal: Journal, documents: Mapping[str, Document], claims: Iterable[Claim], *, needed: int = 1
) -> dict[str, str]:
    """Say beside each claim which earlier decision no longer holds, and why.

    Parameters
    ----------
    needed : int
        How many reviewers must agree; what had been decided is told only where as many had.

    Returns
    -------
    dict of str to str
        By the id of a claim of now: one that stands where the decided words stood; where it is ambiguous which place
        they are, every claim with the same quote. What vanished has no claim to stand beside.
    """
    events = journal.events()
    now = tuple(claims)
    following = follow({one for event in events for one in event.decision.claims}, documents, now)
    by_source: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in now:
        by_source[claim.source_id].append(claim)
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for one in reopened(events, following):
        for claim in by_source[one.source_id]:
            if _stands_there(claim, one):
                notes[claim.claim_id].append(_words(one, needed))
    return {claim_id: " ".join(dict.fromkeys(words)) for claim_id, words in notes.items()}


def _stands_there(claim: Claim, one: Reopened) -> bool:
    if one.followed.start is None or one.followed.end is None:
        return one.followed.found == "ambiguous" and claim.quote == one.quote
    return claim.start < one.followed.end and one.followed.start < claim.end


def _words(one: Reopened, needed: int) -> str:
    verdicts = ", ".join(VERDICT_WORDS[verdict] for verdict in dict.fromkeys(one.verdicts))
    told = f" ({verdicts})" if len(one.events) >= needed else ""
    return f"Decided before its source changed{told}, when it said “{one.quote}”: {one.followed.reason}. Decide it again."
