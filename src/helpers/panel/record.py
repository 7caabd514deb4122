"""The journal as one queue needs it: read as it grows, and only what an event touches is worked out anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from helpers.model.claim import Claim
from helpers.model.decision import Event, Judged, Ruling
from helpers.model.document import Document
from helpers.model.judgement import Followed, Judgement
from helpers.panel.before import Before, Offer
from helpers.panel.entries import FINAL
from helpers.review import Journal, Standing, follow, in_force, judgements, shown_to, standing


class Record:
    """What stands about some claims.

    Parameters
    ----------
    claims : dict of str to Claim
        By id; more may be put there, and some taken out.
    needed : int
        How many reviewers must agree: 1 or 2.
    """

    def __init__(self, journal: Journal, documents: Mapping[str, Document], claims: dict[str, Claim], needed: int) -> None:
        self._journal, self._documents, self._claims, self._needed = journal, documents, claims, needed
        self._events: dict[str, Event] = {}
        self._following: dict[Judged, Followed] = {}
        self._touching: defaultdict[str, dict[int, Event]] = defaultdict(dict)
        self.standing: dict[str, Standing] = {}
        self.judgements: dict[str, Judgement] = judgements(claims, {}, needed=needed)

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event that was taken in, in order."""
        return tuple(self._events.values())

    @cached_property
    def in_force(self) -> tuple[Event, ...]:
        """Those that nobody took back."""
        return in_force(self.events)

    @cached_property
    def before(self) -> Before:
        """What was decided before, by what it was about."""
        return Before((event for event in self.in_force if event.decision.kind in ("decide", "adjudicate")), self._following)

    def new(self) -> tuple[Event, ...]:
        """Return what was added to the journal since, by whomever."""
        return self._journal.events(after=len(self._events))

    def begin(self, claim_ids: Iterable[str]) -> None:
        """Take up claims on which nobody has decided."""
        self.judgements.update(judgements(claim_ids, {}, needed=self._needed))

    def take_in(self, new: Sequence[Event]) -> set[str]:
        """Take in what was added; return the ids of the claims that it touches."""
        if not new:
            return set()
        for name in ("in_force", "before"):
            self.__dict__.pop(name, None)
        seen = {one for event in new for one in event.decision.claims if one not in self._following}
        if seen:
            self._following.update(follow(seen, self._documents, self._claims.values()))
        touched: set[str] = set()
        for event in new:
            for claim_id in self._about(event) & self._claims.keys():
                self._touching[claim_id][len(self._events)] = event
                touched.add(claim_id)
            self._events[event.hash] = event
        self._work_out(touched)
        return touched

    def is_open(self, claim_id: str, reviewer: str) -> bool:
        """Say whether a reviewer still has something to decide on a claim."""
        found = self.judgements[claim_id]
        return found.state not in FINAL and reviewer not in found.reviewers

    def awaits_settling(self, claim_id: str, reviewer: str) -> bool:
        """Say whether others disagree on a claim, so that this reviewer may settle it."""
        found = self.judgements[claim_id]
        return found.state == "disagreed" and reviewer not in found.reviewers

    def was_settled_by(self, claim_id: str, reviewer: str) -> bool:
        """Say whether this reviewer settled a disagreement on a claim, and that stands: a verdict of theirs settles it anew."""
        stand = self.standing.get(claim_id)
        settled = stand.adjudication if stand else None
        return settled is not None and settled.decision.reviewer == reviewer

    def own(self, claim_id: str, reviewer: str) -> Ruling | None:
        """Return the verdict of a reviewer that stands on a claim."""
        stand = self.standing.get(claim_id)
        event = stand.rulings.get(reviewer) if stand else None
        return event.decision.ruling if event else None

    def offer(self, claim_id: str, reviewer: str) -> Offer | None:
        """Return what can be decided as before."""
        claim = self._claims[claim_id]
        text = self._documents[claim.source_id].text
        return self.before.on(claim, text, reviewer=reviewer, needed=self._needed)

    def verdicts(self, claim_id: str, reviewer: str) -> tuple[tuple[Event, ...], int]:
        """Return the verdicts on a claim that a reviewer may see, and how many more there are."""
        stand = self.standing.get(claim_id)
        if stand is None:
            return (), 0
        shown = shown_to(reviewer, {claim_id: stand}, needed=self._needed)[claim_id]
        return shown, len(stand.events) - len(shown)

    def _work_out(self, touched: set[str]) -> None:
        """Read again the part of the journal that is about some claims."""
        about = {place: event for claim_id in touched for place, event in self._touching[claim_id].items()}
        stand = standing([about[place] for place in sorted(about)], self._following)
        for claim_id in touched:
            self.standing.pop(claim_id, None)
            if claim_id in stand:
                self.standing[claim_id] = stand[claim_id]
        self.judgements.update(judgements(touched, self.standing, needed=self._needed))

    def _about(self, event: Event) -> set[str]:
        """Return the claims of now that an event is about; an undo is about what it takes back."""
        if event.decision.kind == "undo":
            return self._about(self._events[event.decision.refers[0]])
        found = (self._following[one].claim_id for one in event.decision.claims)
        return {claim_id for claim_id in found if claim_id is not None}
