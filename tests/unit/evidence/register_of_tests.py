"""The register as it is shipped, and claims made up for a test."""

import hashlib
from functools import cache

from helpers.evidence import match
from helpers.model import Claim
from helpers.model.evidence import EvidenceMatch
from helpers.packs.evidence import Register, read_evidence
from helpers.paths import DATA


@cache
def register() -> Register:
    return read_evidence(DATA / "evidence")


def made_up(
    topic: str,
    item: str | None = None,
    level: str | None = None,
    *,
    low: float | None = None,
    high: float | None = None,
    treatment: str = "mesotherapy",
    source: str = "a",
    sentence: int = 0,
    zone: str = "body",
    certainty: str = "asserted",
) -> Claim:
    """Return a claim in sentence ``sentence`` of its source."""
    said = (topic, item, level, low, high, treatment, source, sentence, zone, certainty)
    return Claim(
        claim_id=hashlib.sha256(repr(said).encode()).hexdigest()[:16],
        source_id=source,
        topic=topic,
        treatment=treatment,
        item=item,
        level=level,
        low=low,
        high=high,
        unit=None,
        vague=False,
        certainty=certainty,
        zone=zone,
        start=sentence * 100,
        end=sentence * 100 + 50,
        quote="made up",
        sentence_start=sentence * 100,
        sentence_end=sentence * 100 + 90,
        rule="made_up",
    )


def answer(claim: Claim, *neighbours: Claim) -> EvidenceMatch:
    """Return what the register says to ``claim`` among its neighbours."""
    return next(found for found in match((claim, *neighbours), register()) if found.claim_id == claim.claim_id)
