"""The journal read from its start to its end: which rulings stand, whose, and what may be shown to whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from helpers.model.decision import Event, Judged, Ruling
from helpers.model.judgement import STAYS, Judgement
from helpers.review.follow import Following
from helpers.review.majority import those_who_agree, together


@dataclass(frozen=True, slots=True)
class Standing:
    """The rulings on one claim that nobody took back or replaced.

    Attributes
    ----------
    claim : Judged
        As it was when it was last decided.
    rulings : mapping of str to Event
        The last of each reviewer, by name, the last one recorded at the end.
    adjudication : Event or None
        The latest one that settles just the rulings that stand; it lapses when one of them is replaced or undone.
    """

    claim: Judged
    rulings: Mapping[str, Event]
    adjudication: Event | None

    @property
    def events(self) -> tuple[Event, ...]:
        """The rulings by reviewer, the adjudication last."""
        found = tuple(self.rulings[name] for name in sorted(self.rulings))
        return found if self.adjudication is None else (*found, self.adjudication)


def in_force(events: Sequence[Event]) -> tuple[Event, ...]:
    """Leave out the undone events and the undos; an undo that was itself undone undoes nothing."""
    undone: set[str] = set()
    for event in reversed(events):
        if event.decision.kind == "undo" and event.hash not in undone:
            undone.update(event.decision.refers)
    return tuple(event for event in events if event.decision.kind != "undo" and event.hash not in undone)


def rulings(events: Sequence[Event]) -> tuple[Event, ...]:
    """Leave out as well what rules on no claim: warnings that were let go, and claims that were missed."""
    return tuple(event for event in in_force(events) if event.decision.kind in ("decide", "adjudicate"))


def let_go_of(events: Sequence[Event]) -> dict[str, Event]:
    """Return the warnings that need not come back, by id, each with the event that says so last."""
    return {one.claim_id: event for event in in_force(events) if event.decision.kind == "let_go" for one in event.decision.claims}


def missed_of(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return what reviewers said that was missed, in the order in which they said it."""
    return tuple(event for event in in_force(events) if event.decision.kind == "missed")


def standing(events: Sequence[Event], following: Following | None = None) -> dict[str, Standing]:
    """Say which rulings stand on each claim; a later one of the same reviewer supersedes.

    Parameters
    ----------
    events : sequence of Event
        The whole journal, in order.
    following : mapping of Judged to Followed, optional
        Where the claims stand now (``helpers.review.follow``). Rulings on claims that stayed are counted under their
        id of now; the others are left out. Without it, every claim is counted as it was when it was decided.

    Returns
    -------
    dict of str to Standing
        By claim id, in the order in which they were first decided.
    """
    ruled: defaultdict[str, dict[str, Event]] = defaultdict(dict)
    settled: defaultdict[str, list[Event]] = defaultdict(list)
    seen: dict[str, Judged] = {}
    for event in rulings(events):
        for judged in event.decision.claims:
            claim_id = _now(judged, following)
            if claim_id is None:
                continue
            seen[claim_id] = judged
            if event.decision.kind == "adjudicate":
                settled[claim_id].append(event)
            else:
                ruled[claim_id].pop(event.decision.reviewer, None)
                ruled[claim_id][event.decision.reviewer] = event
    return {
        claim_id: Standing(claim=seen[claim_id], rulings=dict(latest), adjudication=_settling(settled[claim_id], latest))
        for claim_id, latest in ruled.items()
    }


def judgements(claim_ids: Iterable[str], standing: Mapping[str, Standing], *, needed: int = 1) -> dict[str, Judgement]:
    """Say what stands about each claim.

    Parameters
    ----------
    claim_ids : iterable of str
        The claims of the documents as they are now.
    needed : int
        How many reviewers must agree: 1 or 2.
    """
    return {claim_id: _judgement(claim_id, standing.get(claim_id), needed) for claim_id in claim_ids}


def shown_to(reviewer: str, standing: Mapping[str, Standing], *, needed: int = 2) -> dict[str, tuple[Event, ...]]:
    """Return the rulings that a reviewer may see: their own, and everybody's once as many as needed are in.

    This is what the workbook shows, not access control: whoever can open the journal can read it.

    Returns
    -------
    dict of str to tuple of Event
        By claim id; empty tuples where there is nothing to show.
    """
    return {claim_id: one.events if len(one.rulings) >= needed else _own(one, reviewer) for claim_id, one in standing.items()}


def disagreements(standing: Mapping[str, Standing]) -> tuple[Standing, ...]:
    """List what an adjudicator has to settle: claims on which no more than half of the reviewers say the same."""
    return tuple(one for one in standing.values() if one.adjudication is None and not those_who_agree(_rulings(one)))


def _now(judged: Judged, following: Following | None) -> str | None:
    if following is None:
        return judged.claim_id
    followed = following[judged]
    return followed.claim_id if followed.found in STAYS else None


def _settling(adjudications: Sequence[Event], latest: Mapping[str, Event]) -> Event | None:
    """Return the last adjudication of just the rulings that stand; where one was replaced or undone since, it has lapsed."""
    stand = {event.hash for event in latest.values()}
    for event in reversed(adjudications):
        if len(stand) > 1 and stand <= set(event.decision.refers):
            return event
    return None


def _own(one: Standing, reviewer: str) -> tuple[Event, ...]:
    return (one.rulings[reviewer],) if reviewer in one.rulings else ()


def _rulings(one: Standing) -> dict[str, Ruling]:
    """Return what each reviewer ruled, by name, sorted."""
    found = ((name, one.rulings[name].decision.ruling) for name in sorted(one.rulings))
    return {name: ruling for name, ruling in found if ruling is not None}


def _judgement(claim_id: str, one: Standing | None, needed: int) -> Judgement:
    if one is None:
        return Judgement(claim_id=claim_id, state="unreviewed")
    names = tuple(sorted(one.rulings))
    hashes = tuple(event.hash for event in one.events)
    if one.adjudication is not None:
        ruling, adjudicator = one.adjudication.decision.ruling, one.adjudication.decision.reviewer
        return Judgement(claim_id, "adjudicated", ruling, (*names, adjudicator), hashes)
    rulings = _rulings(one)
    agree = those_who_agree(rulings)
    if not agree:
        return Judgement(claim_id, "disagreed", None, names, hashes)
    if len(agree) < needed:
        return Judgement(claim_id, "awaits_second", None, names, hashes)
    last = [name for name in one.rulings if name in agree][-1]
    ruling = together({name: rulings[name] for name in agree}, last)
    stand = tuple(one.rulings[name].hash for name in agree)
    return Judgement(claim_id, "decided" if len(names) == 1 else "agreed", ruling, agree, stand)
