"""What a reviewer decided about a claim, and its place in the chain of decisions."""

from dataclasses import dataclass
from typing import Literal, get_args

Verdict = Literal["substantiated", "needs_qualification", "unsubstantiated", "misleading", "out_of_scope", "misread", "harmless"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
MISREAD: Verdict = "misread"  # the words do not say what was read from them; of the claim itself nothing is said
HARMLESS: Verdict = "harmless"  # true, and no harm comes of it: what was found about it need not be mended
Kind = Literal["decide", "undo", "adjudicate", "let_go", "missed"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a claim stood and what stood around it, so that its place is found again in a changed text.

    The shape is W3C's text quote and text position selectors; the context reaches past the claim's sentence on both
    sides, so the sentence itself is ``exact`` with the inner parts of ``prefix`` and ``suffix``.

    Attributes
    ----------
    exact : str
        The claim's quote.
    prefix, suffix : str
        The rest of its sentence, and up to 32 characters beyond the sentence.
    start, end : int
        Half-open offsets of the quote in the text it was read from.
    sentence_start, sentence_end : int
        Half-open offsets of the sentence in the same text.
    rival : int
        How well the likest other place of that text fits: -1 where the sentence stood once, else on how many sides
        (0, 1, 2) the context of its best lookalike is the same.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    rival: int


@dataclass(frozen=True, slots=True)
class Says:
    """What was read from the words of a claim, or what a reviewer says that they claim; see ``helpers.model.claim.Claim``.

    Attributes
    ----------
    rule : str
        Of the rule that read it; empty where a reviewer did.
    """

    topic: str
    treatment: str = ""
    item: str | None = None
    level: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    vague: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim as the reviewer saw it.

    Attributes
    ----------
    claim_id, source_id : str
    sha256 : str
        Of the source's bytes at that time, in lower-case hex.
    statement_id : str
        What the claim says (``helpers.model.judgement.Statement``).
    anchor : Anchor
    says : Says or None
        Where a reading is judged and not a claim: what was read wrongly, or what was missed.
    read_by : str
        The model and the edition of its prompt, where a model read it.
    """

    claim_id: str
    source_id: str
    sha256: str
    statement_id: str
    anchor: Anchor
    says: Says | None = None
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a reviewer says of a claim.

    Attributes
    ----------
    verdict : str
        One of ``VERDICTS``.
    reason, wording : str
        Why, and the wording suggested instead; may be empty.
    references : tuple of str
    expires : str or None
        The last day it is good for, as ``YYYY-MM-DD``.
    """

    verdict: Verdict
    reason: str = ""
    wording: str = ""
    references: tuple[str, ...] = ()
    expires: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer puts on record; the journal adds when, and what came before.

    Attributes
    ----------
    kind : str
        ``decide``: a ruling on one claim, or on all claims of one statement; ``undo``: takes back the one event in
        ``refers``; ``adjudicate``: a ruling that settles the two or more reviewers' events in ``refers``; ``let_go``: a warning
        of the last version need not come back; ``missed``: words of a page make a claim that no rule has read.
    reviewer : str
        Who decides.
    claims : tuple of Judged
        What it is about. Empty for ``undo``.
    exceptions : tuple of str
        Ids of claims that make the same statement and are not decided with the group.
    ruling : Ruling or None
        None for ``undo`` and ``missed``.
    pack : str
        Name, version and hash of the pack that read the claims, such as ``aesthetics 1.0.0 5f0c2a91d3b7``; older events have
        no hash.
    refers : tuple of str
        Hashes of the events that an undo or an adjudication names.
    """

    kind: Kind
    reviewer: str
    claims: tuple[Judged, ...] = ()
    exceptions: tuple[str, ...] = ()
    ruling: Ruling | None = None
    pack: str = ""
    refers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A decision as the journal holds it; never edited, only followed by another.

    Attributes
    ----------
    decision : Decision
    time : str
        When it was recorded, UTC, as ``YYYY-MM-DDTHH:MM:SSZ``.
    previous : str
        Hash of the event before it, 64 zeros for the first.
    hash : str
        SHA-256 of the event's canonical line, ``previous`` included, in lower-case hex.
    """

    decision: Decision
    time: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """How many events a journal holds and the hash of the last, kept apart from the events."""

    count: int
    hash: str


NO_EVENT = "0" * 64
EMPTY = Head(count=0, hash=NO_EVENT)
