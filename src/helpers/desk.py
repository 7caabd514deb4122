"""The publishing desk: what a review, the reviewers' journal and the pack's rules say together."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from helpers.load import draft_of_text
from helpers.model import Claim, Document
from helpers.model.decision import EMPTY, Event, Head
from helpers.model.draft import Draft
from helpers.model.publishing import Message, Publishing, QueueRow, Readiness
from helpers.model.relation import Relation
from helpers.model.review import Review
from helpers.packs.evidence import Register
from helpers.packs.publishing import Check, read_publishing
from helpers.packs.safety import read_safety
from helpers.pipeline import Pipeline
from helpers.publish import (
    Case,
    Entry,
    Laws,
    Library,
    Piece,
    Shelf,
    check,
    day_of,
    edited,
    entries,
    in_memory,
    library,
    market_named,
    queue,
    readiness,
    redline,
)
from helpers.review import Journal, follow, judgements, standing

__all__ = ["ANY_MARKET", "Desk", "day_of", "open_desk"]

ANY_MARKET = "any"
APPROVED_WORDING = "approved wording"  # what reasons call one that a reviewer suggested


def open_desk(
    review: Review,
    pack: str,
    *,
    journal: str = "",
    market: str = ANY_MARKET,
    as_of: str = "",
    needed: int = 1,
) -> "Desk":
    """Open the desk on a review and what the journal holds.

    Parameters
    ----------
    journal : str
        An SQLite file or a SQLAlchemy URL; empty is ``WORKBOOK_DB``, else ``data/decisions/journal.db``. Where there is none
        yet, nobody has reviewed anything.
    as_of : str
        ``YYYY-MM-DD``; empty is today.

    Raises
    ------
    WorkbookError
        One line that says what to change.
    """
    with Journal(journal or None) as opened:
        events = opened.events()
    return Desk(Pipeline.of(pack), review, events, market=market, as_of=day_of(as_of), needed=needed)


class Desk:
    """What the content team works from, for one target market on one day.

    Parameters
    ----------
    pipeline : Pipeline
        That read the sources.
    review : Review
    events : sequence of Event
        The whole journal, in order; decisions count where their claims still stand in the sources.
    market : str
        One of the pack's markets.
    as_of : datetime.date
        What expired before this day is no longer approved.
    needed : int
        How many reviewers must agree: 1 or 2.

    Raises
    ------
    WorkbookError
        The pack has no rules for publishing or no such market; one line that says what to change.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        review: Review,
        events: Sequence[Event],
        *,
        market: str = ANY_MARKET,
        as_of: datetime.date,
        needed: int = 1,
    ) -> None:
        self.pipeline = pipeline
        self.events = events
        self.needed = needed
        self.market_name = market
        self.rules = read_publishing(pipeline.pack.folders)
        self.market = market_named(market, self.rules.markets)
        documents = {reading.document.source_id: reading.document for reading in review.readings}
        judged = (claim for event in events for claim in event.decision.claims)
        found = standing(events, follow(judged, documents, review.to_follow))
        settled = judgements((claim.claim_id for claim in review.to_judge), found, needed=needed)
        self.case = Case(review, settled, Laws(pipeline.register, self.market), as_of)

    @property
    def head(self) -> Head:
        """How many decisions this rests on, and the hash of the last."""
        return Head(len(self.events), self.events[-1].hash) if self.events else EMPTY

    @property
    def review(self) -> Review:
        """What the sources say."""
        return self.case.review

    @cached_property
    def queue(self) -> tuple[QueueRow, ...]:
        """Every claim with what to do and why, by source and place."""
        return queue(self.case, self.rules.claims)

    @cached_property
    def readiness(self) -> tuple[Readiness, ...]:
        """Every source with what to do and why."""
        risks = read_safety(self.pipeline.pack.folder_of("review.yml")).topics
        return readiness(self.review, self.queue, self.rules.pages, risk_topics=risks, not_owed=self.case.not_owed)

    @cached_property
    def publishing(self) -> Publishing:
        """Everything that the publish page and the report show."""
        return Publishing(
            market=self.market.title,
            as_of=self.case.as_of.isoformat(),
            needed=self.needed,
            readiness=self.readiness,
            queue=self.queue,
            library=self.library.rows,
            refusals=self.library.refusals,
            uses=self.library.uses,
        )

    @cached_property
    def library(self) -> Library:
        """The approved wordings, the refused ones, and what is used where."""
        return library(self.case, self.events)

    def check(self, draft: Draft) -> tuple[Message, ...]:
        """Hold a draft against the library, the relations and the evidence; see ``helpers.publish.check``."""
        return check(draft, self)

    @property
    def laws(self) -> Laws:
        """The laws and codes of the market."""
        return self.case.laws

    @property
    def register(self) -> Register | None:
        """The evidence register of the pack."""
        return self.pipeline.register

    @property
    def checks(self) -> Mapping[str, Check]:
        """What a draft is checked for."""
        return self.rules.checks

    def read(self, document: Document) -> Review:
        """Read a draft alone."""
        return self.pipeline.review([document])

    def relate(self, claims: Iterable[Claim]) -> list[Relation]:
        """Set claims against each other."""
        return self.pipeline.relate(claims)

    @cached_property
    def entries(self) -> list[Entry]:
        """The library as drafts look it up."""
        return list(entries(self.case, self.library, self._approved.values()))

    def redline(self, source_id: str) -> tuple[Piece, ...]:
        """Return a source's text in pieces: what is kept, struck, put instead, held and lost."""
        return redline(self.case, source_id, self.queue)

    def check_edited(self, source_id: str) -> tuple[Message, ...]:
        """Hold a source with its edits in place against everything again."""
        return self.check(draft_of_text(edited(self.redline(source_id)), source_id))

    @cached_property
    def shelf(self) -> Shelf:
        """What was decided, as drafts look it up."""
        return Shelf(in_memory(self.entries))

    @cached_property
    def _approved(self) -> dict[str, Claim]:
        """The claims that a draft must not conflict with: those approved as they stand, and those of suggested wordings."""
        found = {claim.claim_id: claim for claim in self.review.told if self.case.is_approved(claim)}
        suggested = {row.wording: None for row in self.library.rows if row.state == "approved" and not row.as_it_stands}
        for number, wording in enumerate(suggested, start=1):
            reading = self.pipeline.read(Document(f"{APPROVED_WORDING} {number}", wording, "", ""))
            found |= {claim.claim_id: claim for claim in reading.claims}
        return found
