"""Claims made up for a test: only what matters is said, the rest follows."""

import hashlib

from helpers.model import Claim
from helpers.packs.tables import read_tables
from helpers.packs.topics import Unit
from helpers.paths import PACKS

TABLES = read_tables(PACKS / "aesthetics")


def made_up(
    topic: str,
    source: str = "a",
    *,
    item: str | None = None,
    level: str | None = None,
    low: float | None = None,
    high: float | None = None,
    vague: bool = False,
    certainty: str = "asserted",
    treatment: str = "peel",
    zone: str = "body",
    quote: str = "",
    at: int = 0,
    sentence: int | None = None,
) -> Claim:
    """Return a claim; ``at`` is where it stands in its source, in sentence ``sentence`` (by default one of its own)."""
    unit: Unit | None = TABLES.topics[topic].unit
    words = quote or f"{topic} {item} {level} {low} {high}"
    parts = (source, topic, item, level, low, high, vague, certainty, treatment, words, at)
    return Claim(
        claim_id=hashlib.sha256(repr(parts).encode()).hexdigest()[:16],
        source_id=source,
        topic=topic,
        treatment=treatment,
        item=item,
        level=level,
        low=low,
        high=high,
        unit=unit,
        vague=vague,
        certainty=certainty,
        zone=zone,  # type: ignore[arg-type]
        start=at,
        end=at + len(words),
        quote=words,
        sentence_start=at if sentence is None else sentence,
        sentence_end=at + len(words),
        rule="test",
    )
