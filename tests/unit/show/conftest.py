"""Reviews of made-up pages: a text and what was read from it, without the stages that read it."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from helpers.desk import Desk
from helpers.model import Block, Claim, Document, Finding, Gap, Relation, Segmented, Sentence, finding_id
from helpers.model.ledger import LedgerRow
from helpers.model.publishing import Publishing
from helpers.model.review import Reading, Review
from helpers.model.source import Source
from helpers.packs.topics import read_topics
from helpers.paths import PACKS
from helpers.pipeline import Pipeline
from helpers.show.view import View

PLAIN: dict[str, Any] = {
    "item": "",
    "treatment": "mesotherapy",
    "strength": "",
    "scope": "between",
    "kind": "direct",
    "severity": "medium",
}


@pytest.fixture
def claim_in(make_claim: Callable[..., Claim]) -> Callable[..., Claim]:
    """Make a claim of the words that stand in a text; its id is made of source, topic and place."""

    def make(source_id: str, text: str, quote: str, **changes: Any) -> Claim:
        start = text.index(quote)
        plain = {"topic": "downtime", "level": None} | changes
        claim_id = f"{source_id}-{plain['topic']}-{start}-{plain.get('item') or ''}"
        place = {"start": start, "end": start + len(quote), "quote": quote, "sentence_start": 0, "sentence_end": len(text)}
        return make_claim(**{"claim_id": claim_id, "source_id": source_id} | place | plain)

    return make


@pytest.fixture
def related() -> Callable[..., Relation]:
    """Set two claims against each other, or say what one source is silent on."""

    def make(relation: str, one: Claim | str, other: Claim | None = None, **changes: Any) -> Relation:
        if isinstance(one, str):
            plain = PLAIN | {"source_a": one, "source_b": "", "claim_a": "", "claim_b": "", "topic": changes.pop("topic")}
        else:
            assert other is not None
            plain = PLAIN | {"source_a": one.source_id, "source_b": other.source_id, "topic": one.topic}
            plain |= {"claim_a": one.claim_id, "claim_b": other.claim_id}
        return Relation(**plain | {"relation": relation, "reason": "A reason."} | changes)

    return make


@pytest.fixture
def found() -> Callable[..., Finding]:
    """Make a finding on one or two claims."""

    def make(
        severity: str, one: Claim, other: Claim | None = None, *, kind: str = "conflict", rank: int = 1, **changes: Any
    ) -> Finding:
        plain: dict[str, Any] = {
            "rank": rank,
            "finding_id": finding_id(kind, str(rank)),
            "severity": severity,
            "kind": kind,
            "problem": None,
            "warning": (),
            "relation": "conflict",
            "rule": "",
            "topic": one.topic,
            "item": one.item or "",
            "treatment": one.treatment,
            "source_a": one.source_id,
            "source_b": other.source_id if other else "",
            "quote_a": one.quote,
            "start_a": one.start,
            "end_a": one.end,
            "quote_b": other.quote if other else "",
            "start_b": other.start if other else None,
            "end_b": other.end if other else None,
            "places": (),
            "claim_ids": (one.claim_id,),
            "reason": "A reason.",
            "harm": "somebody is harmed",
            "advice": "",
            "references": (),
        }
        return Finding(**plain | changes)

    return make


@pytest.fixture
def look() -> Callable[..., View]:
    """Look at made-up pages: texts by source id, and the claims, gaps and rows that were read from them."""

    def make(texts: dict[str, str], claims: Sequence[Claim] = (), **others: Any) -> View:
        gaps: Sequence[Gap] = others.pop("gaps", ())
        changes: dict[str, dict[str, Any]] = others.pop("sources", {})
        readings, sources, ledger = [], [], []
        for source_id, text in texts.items():
            blocks, sentences = _cut(text)
            own_gaps = tuple(gap for gap in gaps if gap.source_id == source_id)
            own = sorted((claim for claim in claims if claim.source_id == source_id), key=lambda claim: claim.start)
            segmented = Segmented(source_id, blocks, sentences, own_gaps)
            readings.append(Reading(Document(source_id, text, "0" * 64, f"{source_id}.txt"), segmented, tuple(own)))
            source = Source(source_id, f"{source_id}.txt", f"{source_id}.txt", None, None, "", "0" * 64)
            sources.append(replace(source, **changes.get(source_id, {})))
            ledger += [LedgerRow(source_id, one.start, one.end, "no claim", "made up", ()) for one in sentences]
        plain: dict[str, Any] = {"relations": (), "ledger": tuple(ledger)}
        review = Review(pack="aesthetics 1.0.0", sources=tuple(sources), readings=tuple(readings), **plain | others)
        return View(review, read_topics(PACKS / "aesthetics"))

    return make


@pytest.fixture
def work(decided: Callable[..., Any]) -> Callable[[Review], Publishing]:
    """Say what to do with the pages of a review that nobody has decided anything about."""
    return lambda review: decided(review).publishing


@pytest.fixture(scope="session")
def decided() -> Callable[..., Desk]:
    """Open the desk on a review and on what was decided, on a day in May."""
    pipeline = Pipeline.of("aesthetics")
    return lambda review, *events: Desk(pipeline, review, events, as_of=datetime.date(2026, 5, 1))


def _cut(text: str) -> tuple[tuple[Block, ...], tuple[Sentence, ...]]:
    """Take each line of a text for a paragraph and a sentence."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", start, start + len(line), "body"))
        start += len(line) + 1
    return tuple(blocks), tuple(Sentence("sentence", one.start, one.end, place, "body") for place, one in enumerate(blocks))
