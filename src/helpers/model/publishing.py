"""What the content team works from: the queue, how ready each source is, the approved wordings, and what a draft gets wrong."""

from dataclasses import dataclass, fields
from typing import Literal

from helpers.model.judgement import State

Action = Literal["publish", "edit", "hold"]
Alarm = Literal["error", "warning", "note"]
Approval = Literal["approved", "expired"]


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One claim, what to do with it, and why.

    Attributes
    ----------
    start, end : int
        Half-open offsets of ``quote`` in the source.
    action : str
        ``publish``, ``edit`` (with ``wording`` in its place) or ``hold``.
    rule : str
        Id of the rule of ``publishing.yml`` that decided.
    reason : str
        The rule's reason with what it rests on here.
    wording : str
        What the reviewer suggests instead; empty where nothing is suggested.
    state, verdict : str
        What the reviewers made of it; ``verdict`` is empty where nothing is settled.
    reviewers : tuple of str
    expires : str
        The last day the decision is good for, ``YYYY-MM-DD``; empty where it has none.
    evidence : str
        What the register says beside it; empty without a register.
    references : tuple of str
        What the decision cites.
    laws : tuple of str
        Ids of the register's laws and advertising codes that bear on it in the target market.
    severity : str
        The gravest finding about it; empty where there is none.
    problem, advice : str
        What that finding is to a reviewer, in words, and what to do about it.
    card : str
        Id of the card that it is decided on.
    """

    source_id: str
    claim_id: str
    topic: str
    item: str
    treatment: str
    quote: str
    start: int
    end: int
    action: Action
    rule: str
    reason: str
    wording: str
    state: State
    verdict: str
    reviewers: tuple[str, ...]
    expires: str
    evidence: str
    references: tuple[str, ...]
    laws: tuple[str, ...]
    severity: str
    problem: str
    advice: str
    card: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """One source at a glance.

    Attributes
    ----------
    action, rule, reason : str
        As in the queue, for the page as a whole.
    publish, edit, hold : int
        Claims by what is to be done with them.
    unreviewed : int
        Claims among those on hold that nobody has reviewed.
    warnings_missing : tuple of str
        Titles of the warnings that the page owes and leaves out, or that a lost list may have held, and that nobody has decided
        on; one that several treatments owe stands once.
    warnings_gone : tuple of str
        Sentences of earlier versions that warned of what this version does not warn of in any words.
    lost : tuple of str
        Lead-ins whose lists were lost.
    unread : int
        Sentences that hold a figure, an outcome or an agency, that no rule has read, and that nobody has reviewed either.
    """

    source_id: str
    action: Action
    rule: str
    reason: str
    publish: int
    edit: int
    hold: int
    unreviewed: int
    warnings_missing: tuple[str, ...]
    warnings_gone: tuple[str, ...]
    lost: tuple[str, ...]
    unread: int


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One approved wording; made from the journal, never edited by hand.

    Attributes
    ----------
    statement_id : str
        What it approves (``helpers.model.judgement.Statement``).
    wording : str
        The words that may be published.
    as_it_stands : bool
        The page's own words; False: the reviewer's.
    conditions : str
        Under which it may stand, in words.
    reason : str
        The reviewer's.
    approved_by : tuple of str
    approved_on, expires : str
        ``YYYY-MM-DD``; ``expires`` is the last day it is good for, empty where it has none.
    state : str
        ``approved``, or ``expired``: no longer approved.
    claim_ids, source_ids : tuple of str
        The claims that were decided, and their sources.
    """

    statement_id: str
    topic: str
    treatment: str
    item: str
    level: str
    low: float | None
    high: float | None
    unit: str
    wording: str
    as_it_stands: bool
    conditions: str
    references: tuple[str, ...]
    reason: str
    approved_by: tuple[str, ...]
    approved_on: str
    expires: str
    state: Approval
    claim_ids: tuple[str, ...]
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One claim that the reviewers will not let stand as it is worded.

    Attributes
    ----------
    quote, sentence : str
        Its words, and the sentence around them.
    verdict : str
        ``unsubstantiated``, ``misleading`` or ``needs_qualification``.
    wording : str
        What they suggest instead; may be empty.
    expired : bool
        The decision is past its day; a refusal stands all the same, its wording does not.
    """

    statement_id: str
    claim_id: str
    source_id: str
    quote: str
    sentence: str
    verdict: str
    reason: str
    wording: str
    refused_by: tuple[str, ...]
    expired: bool


@dataclass(frozen=True, slots=True)
class Use:
    """Where what an approved wording says stands on a page.

    Attributes
    ----------
    exact : bool
        The wording itself stands there; False: the same statement in other words.
    start, end : int
        Half-open offsets in the source.
    """

    statement_id: str
    wording: str
    state: Approval
    source_id: str
    exact: bool
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Publishing:
    """What the content team works from, for one market on one day.

    Attributes
    ----------
    market : str
        In words.
    as_of : str
        ``YYYY-MM-DD``.
    needed : int
        How many reviewers had to agree: 1 or 2.
    readiness : tuple of Readiness
        In the order of the sources.
    queue : tuple of QueueRow
        By source and place.
    library : tuple of LibraryRow
    refusals : tuple of Refusal
    uses : tuple of Use
    """

    market: str
    as_of: str
    needed: int
    readiness: tuple[Readiness, ...]
    queue: tuple[QueueRow, ...]
    library: tuple[LibraryRow, ...]
    refusals: tuple[Refusal, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a draft's file, from 1, in characters; the end is the first one behind. In ``.docx`` a paragraph is a line."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Message:
    """What an editor is told about one sentence of a draft, or about the draft as a whole.

    Attributes
    ----------
    path : str
        The draft, as it was named.
    places : tuple of Spot
        Where; the first is where it is shown. A message about many sentences has many.
    codes : tuple of str
        Of everything that is wrong there, the gravest first, such as ``W101``; ``docs/publishing.md`` lists them.
    title : str
        What is wrong, in a few words.
    message : str
        Why, in a sentence or two.
    advice : str
        What to do about it; may be empty.
    wording : str
        Approved words that may be said instead; may be empty.
    details : tuple of str
        What is to be inserted, and what else is wrong with the same sentence: a line each.
    quote : str
        The words in the draft.
    fingerprint : str
        The same as long as its words and what is said of them are, whatever is edited elsewhere.
    suppressed : str
        Why the draft asks not to be told; empty where it is told.
    """

    path: str
    places: tuple[Spot, ...]
    codes: tuple[str, ...]
    severity: Alarm
    title: str
    message: str
    advice: str
    wording: str
    details: tuple[str, ...]
    quote: str
    fingerprint: str
    suppressed: str = ""

    @property
    def code(self) -> str:
        """The gravest code."""
        return self.codes[0]

    @property
    def line(self) -> int:
        """The line where it is shown."""
        return self.places[0].line

    @property
    def column(self) -> int:
        """The column where it is shown."""
        return self.places[0].column


QUEUE_COLUMNS = tuple(field.name for field in fields(QueueRow))
READINESS_COLUMNS = tuple(field.name for field in fields(Readiness))
LIBRARY_COLUMNS = tuple(field.name for field in fields(LibraryRow))
USE_COLUMNS = tuple(field.name for field in fields(Use))
