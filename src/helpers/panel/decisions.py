"""What the journal says about a review, as far as the one who looks may see it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from helpers.model.decision import Event
from helpers.model.judgement import Judgement, Reopened, State
from helpers.review import Citation, Following, Journal, Standing, citations, follow, judgements, reopened, shown_to, standing
from helpers.show.view import View


@dataclass(frozen=True)
class Decisions:
    """The journal of a review, read once.

    Attributes
    ----------
    view : View
    events : tuple of Event
        The whole journal, in order.
    reviewer : str
        Who looks: others' verdicts stay hidden until as many as needed are in.
    needed : int
        How many reviewers must agree: 1 or 2.
    """

    view: View
    events: tuple[Event, ...]
    reviewer: str = ""
    needed: int = 1

    @classmethod
    def read(cls, view: View, journal: Journal, *, reviewer: str = "", needed: int = 1) -> "Decisions":
        """Read the journal as it is now."""
        return cls(view, journal.events(), journal.known_as(reviewer), needed)

    @cached_property
    def following(self) -> Following:
        """Where every claim that was decided stands now."""
        documents = {source_id: reading.document for source_id, reading in self.view.readings.items()}
        return follow({one for event in self.events for one in event.decision.claims}, documents, self.view.review.to_follow)

    @cached_property
    def standing(self) -> Mapping[str, Standing]:
        """The verdicts that stand, by the id of a claim of now."""
        return standing(self.events, self.following)

    @cached_property
    def judgements(self) -> Mapping[str, Judgement]:
        """What stands about everything that reviewers decide on."""
        return judgements((claim.claim_id for claim in self.view.review.to_follow), self.standing, needed=self.needed)

    @cached_property
    def shown(self) -> tuple[tuple[Event, tuple[str, ...]], ...]:
        """The decisions that may be seen, as they were taken, each with the claims of now on which it stands."""
        seen = shown_to(self.reviewer, self.standing, needed=self.needed)
        claims: dict[str, list[str]] = {}
        for claim_id, events in seen.items():
            for event in events:
                claims.setdefault(event.hash, []).append(claim_id)
        return tuple((event, tuple(claims[event.hash])) for event in self.events if event.hash in claims)

    @cached_property
    def hidden(self) -> int:
        """How many verdicts on claims may not be seen yet."""
        every = sum(len(one.events) for one in self.standing.values())
        return every - sum(len(claim_ids) for _, claim_ids in self.shown)

    @cached_property
    def reopened(self) -> tuple[Reopened, ...]:
        """The claims of these sources whose decisions no longer hold; those of sources that are not here are left out."""
        return tuple(one for one in reopened(self.events, self.following) if one.source_id in self.view.names)

    @cached_property
    def elsewhere(self) -> int:
        """How many claims were decided on sources that are not here."""
        return len({one.claim_id for one in self.following if one.source_id not in self.view.names})

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """What leans on the claims that reopened."""
        return citations(self.reopened, events=self.events, relations=self.view.review.relations)

    def may_see(self, one: Reopened) -> bool:
        """Say whether the verdicts on a claim that reopened may be told: all needed were in, or they are one's own."""
        names = {event.decision.reviewer for event in self.events if event.hash in one.events}
        return len(names) >= self.needed or names <= {self.reviewer}

    def states(self, source_id: str) -> Counter[State]:
        """Count what is to decide on a source by where it stands."""
        there = (claim for claim in self.view.review.to_judge if claim.source_id == source_id)
        return Counter(self.judgements[claim.claim_id].state for claim in there)
