"""What the panel shows of a claim: plain records in a reviewer's words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NotRequired, TypedDict

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.strange import revealed
from helpers.review import statement_of

FINE = "Read through: nothing in it needs proof, and no harm comes of it."
SEVERITIES = ("high", "medium", "low", "")


class Link(TypedDict):
    """A reference in words, and its address, or ``""``; only an ``https`` address becomes a link."""

    words: str
    url: str


class Note(TypedDict):
    """Something that stands beside a claim: what another source says, or a piece of evidence.

    ``kind`` is a word such as ``conflict`` or ``supports``; ``words`` are sentences; ``severity`` is that of a finding.
    """

    kind: str
    words: str
    links: list[Link]
    severity: NotRequired[str]


class Lapsed(TypedDict):
    """An earlier decision that no longer holds: who took it, when and why it lapsed, and the sentence's changes word by word."""

    words: str
    changes: list[list[str]]


class Ready(TypedDict):
    """What stands ready for a reason and for references, to be accepted or changed.

    ``against`` is what a finding or the register says against the claim, ``shown`` what the register says for it, ``harmless``
    why it does no harm, where nothing speaks against it.
    """

    against: str
    shown: str
    references: list[str]
    harmless: str


class Owed(TypedDict):
    """A warning that is left out: its title, the text to insert with its references, and whether a card before has it as well."""

    words: str
    insert: str
    severity: str
    links: list[Link]
    again: bool


class CardRow(TypedDict):
    """A card of the queue: what is decided together on one page.

    ``kind`` is what it is about, in words; rows say by their ``card`` that they lie on it; ``why`` is what is wrong with its
    words, and what to do, once for all of them; ``notes`` are what no row of it shows; ``owed`` is a checklist.
    """

    id: str
    title: str
    page: str
    source_id: str
    kind: str
    severity: str
    why: list[Note]
    notes: list[Note]
    owed: list[Owed]


class Row(TypedDict):
    """One claim in the queue.

    ``statement`` and ``topic`` are words for people; ``before`` and ``after`` are the text around the quote, its paragraph and
    the neighbours; ``source`` is a title; ``place`` is where it stands in its file, in words; ``sentence`` is the same for all
    claims of one sentence; ``severity`` is one of ``SEVERITIES``; ``note`` says what a reviewer must know first, ``lapsed``
    which decisions no longer hold; ``card`` is the id of the card that it lies on, or ``""``.
    """

    claim_id: str
    statement_id: str
    statement: str
    topic: str
    source: str
    source_id: str
    place: str
    sentence: str
    severity: str
    quote: str
    before: str
    after: str
    relations: list[Note]
    evidence: list[Note]
    note: str
    lapsed: list[Lapsed]
    ready: Ready
    card: str


def queue_rows(
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    *,
    say: Callable[[Claim], str],
    topics: Mapping[str, str] | None = None,
    titles: Mapping[str, str] | None = None,
    severities: Mapping[str, str] | None = None,
    relations: Mapping[str, Sequence[Note]] | None = None,
    evidence: Mapping[str, Sequence[Note]] | None = None,
    notes: Mapping[str, str] | None = None,
    cards: Mapping[str, str] | None = None,
    lapses: Mapping[str, Sequence[Lapsed]] | None = None,
    ready: Mapping[str, Ready] | None = None,
) -> list[Row]:
    """Make the panel's rows of the stages' records.

    Parameters
    ----------
    say : callable
        Puts what a claim says into words.
    topics, titles : mapping of str to str, optional
        Words for a topic, titles for a source id; the id itself with spaces where there are none.
    severities, relations, evidence, notes, cards, lapses, ready : mapping, optional
        By claim id.
    """
    topics, titles, severities = topics or {}, titles or {}, severities or {}
    relations, evidence, notes, cards = relations or {}, evidence or {}, notes or {}, cards or {}
    lapses, ready = lapses or {}, ready or {}
    rows: list[Row] = []
    for claim in claims:
        document = documents[claim.source_id]
        before, after = _surroundings(document.text, claim)
        place = document.place(claim.start)
        rows.append(
            Row(
                claim_id=claim.claim_id,
                statement_id=statement_of(claim),
                statement=say(claim),
                topic=topics.get(claim.topic, claim.topic.replace("_", " ")),
                source=titles.get(claim.source_id, claim.source_id),
                source_id=claim.source_id,
                place=place.words if place else "",
                sentence=f"{claim.source_id}:{claim.sentence_start}",
                severity=severities.get(claim.claim_id, ""),
                quote=revealed(claim.quote),
                before=revealed(before),
                after=revealed(after),
                relations=list(relations.get(claim.claim_id, ())),
                evidence=list(evidence.get(claim.claim_id, ())),
                note=notes.get(claim.claim_id, ""),
                lapsed=list(lapses.get(claim.claim_id, ())),
                ready=ready.get(claim.claim_id) or Ready(against="", shown="", references=[], harmless=FINE),
                card=cards.get(claim.claim_id, ""),
            )
        )
    return rows


def _surroundings(text: str, claim: Claim) -> tuple[str, str]:
    """Return what stands before and after the quote in its line, and the nearest lines above and below that say something."""
    top = text.rfind("\n", 0, claim.start) + 1
    while top > 0:
        end, top = top - 1, text.rfind("\n", 0, top - 1) + 1
        if _says_something(text[top:end]):
            break
    bottom = _line_end(text, claim.end)
    while bottom < len(text):
        start, bottom = bottom + 1, _line_end(text, bottom + 1)
        if _says_something(text[start:bottom]):
            break
    return text[top : claim.start].lstrip(), text[claim.end : bottom].rstrip()


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _says_something(line: str) -> bool:
    """Tell a line of words from a blank one or a lone bullet."""
    return len(line.strip()) > 1
