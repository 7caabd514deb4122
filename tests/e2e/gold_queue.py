"""Rows for the review panel from the annotated claims of the five sources, a stand-in for a run of the workbook."""

import hashlib
from dataclasses import replace

from helpers.model import Claim, Document
from helpers.panel import Row, queue_rows
from helpers.paths import SEEDS

GRAVE = {
    "safety": "high",
    "regulatory_status": "high",
    "downtime": "high",
    "side_effect": "medium",
    "efficacy": "medium",
    "session_interval": "low",
}


def gold_documents() -> dict[str, Document]:
    found = {}
    for path in sorted(SEEDS.glob("*.txt")):
        data = path.read_bytes()
        found[path.stem] = Document(path.stem, data.decode(), hashlib.sha256(data).hexdigest(), path.name)
    return found


def say(claim: Claim) -> str:
    bounds = "" if claim.low is None and claim.high is None else f"{claim.low or 0:g} to {claim.high or '∞'}"
    words = [claim.topic, claim.item, claim.level, bounds, claim.treatment]
    return " · ".join(word.replace("_", " ") for word in words if word)


def gold_rows(claims: list[Claim], documents: dict[str, Document]) -> list[Row]:
    severities = {claim.claim_id: GRAVE.get(claim.topic, "") for claim in claims}
    others = {
        "kind": "conflict",
        "words": "“Bruises generally fade within a week or two.” (001): one page promises what another takes back.",
        "links": [],
    }
    trials = {"kind": "no evidence found", "words": "No entry of the register tested this.", "links": []}
    every = [claim.claim_id for claim in claims]
    return queue_rows(
        claims,
        documents,
        say=say,
        titles={name: document.text.split("\n", 1)[0][:60] for name, document in documents.items()},
        severities=severities,
        relations={
            name: [others, {"kind": "agree", "words": "Repeated by two of five pages.", "links": []}] for name in every[::2]
        },
        evidence={name: [trials] for name in every},
    )


def many(claims: list[Claim], count: int) -> list[Claim]:
    """Make as many claims as a large library has, no two the same."""
    return [
        replace(
            claims[n % len(claims)],
            claim_id=f"{n:016x}",
            level=f"{claims[n % len(claims)].level} {n // 2}",
            topic=claims[n % len(claims)].topic,
        )
        for n in range(count)
    ]
