"""Decisions that no longer hold because their source changed, and what leans on them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from helpers.model.decision import MISREAD, Event, Judged
from helpers.model.judgement import STAYS, Reopened
from helpers.model.relation import Relation
from helpers.model.words import plain
from helpers.review.follow import Following
from helpers.review.standing import rulings

STANDS = {
    "conflict": "it speaks against another statement",
    "tension": "it differs from another statement",
    "agree": "it says the same as another statement",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """Something that leans on a claim whose decision reopened.

    Attributes
    ----------
    claim_id : str
        The reopened claim, as it was when it was decided.
    kind : str
        ``adjudication``, ``group decision``, ``approved wording`` or ``relation``.
    cited_in : str
        The event's hash, or the two sources of the relation.
    words : str
        A sentence for the reviewer.
    """

    claim_id: str
    kind: str
    cited_in: str
    words: str


def reopened(events: Sequence[Event], following: Following) -> tuple[Reopened, ...]:
    """List the claims whose decisions no longer hold: ambiguous, changed or vanished since.

    A decision leaves the list when its reviewer undoes it or decides the claim anew.

    Parameters
    ----------
    events : sequence of Event
        The whole journal, in order.
    following : mapping of Judged to Followed
        From ``helpers.review.follow``.

    Returns
    -------
    tuple of Reopened
        By source and place.
    """
    latest: dict[tuple[str, str, str], tuple[Judged, Event]] = {}
    for event in rulings(events):
        if event.decision.ruling is not None and event.decision.ruling.verdict == MISREAD:
            continue  # it spoke of how the words were read, not of what they claim
        for judged in event.decision.claims:
            latest[judged.claim_id, event.decision.kind, event.decision.reviewer] = judged, event
    lost: defaultdict[Judged, list[Event]] = defaultdict(list)
    for judged, event in latest.values():
        if following[judged].found not in STAYS:
            lost[judged].append(event)
    order = sorted(lost, key=lambda one: (one.source_id, one.anchor.start, one.claim_id, one.sha256))
    return tuple(
        Reopened(
            claim_id=one.claim_id,
            source_id=one.source_id,
            quote=one.anchor.exact,
            followed=following[one],
            verdicts=tuple(event.decision.ruling.verdict for event in lost[one] if event.decision.ruling is not None),
            events=tuple(event.hash for event in lost[one]),
        )
        for one in order
    )


def citations(
    reopened: Iterable[Reopened], *, events: Iterable[Event], relations: Iterable[Relation] = ()
) -> tuple[Citation, ...]:
    """List everything that leans on claims that reopened: adjudications, group decisions, approved wordings, relations.

    Parameters
    ----------
    events : iterable of Event
        Of the journal.
    relations : iterable of Relation
        Of the cross-check on which the decisions were taken.
    """
    ids = {one.claim_id: {*one.events} for one in reopened}
    found: set[tuple[str, str, str, str]] = set()
    for event in events:
        for claim_id in sorted({judged.claim_id for judged in event.decision.claims} & ids.keys()):
            if event.hash in ids[claim_id]:
                found.update((claim_id, kind, event.hash, words) for kind, words in _leaning(event))
    for relation in relations:
        for claim_id in {relation.claim_a, relation.claim_b} & ids.keys():
            between = f"{relation.source_a} and {relation.source_b}"
            found.add((claim_id, "relation", between, f"{_stands(relation)}: {relation.reason}"))
    return tuple(Citation(*parts) for parts in sorted(found))


def _stands(relation: Relation) -> str:
    return f"{STANDS.get(relation.relation, plain(relation.relation))} on {plain(relation.topic)}"


def _leaning(event: Event) -> Iterable[tuple[str, str]]:
    decision = event.decision
    if decision.kind == "adjudicate":
        yield "adjudication", f"{decision.reviewer} settled a disagreement on it"
    if len(decision.claims) > 1:
        yield "group decision", f"{decision.reviewer} decided it together with {len(decision.claims) - 1} more"
    if decision.ruling is not None and decision.ruling.wording:
        yield "approved wording", f"{decision.reviewer} suggested instead: {decision.ruling.wording}"
