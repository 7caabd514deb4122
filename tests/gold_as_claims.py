"""The gold of the five sources as claims, so that comparing is tested on what people read out of the pages."""

import csv
from collections import Counter
from functools import cache

from helpers.model import Claim, claim_id
from helpers.packs.topics import read_topics
from helpers.paths import DATA, PACKS, SEEDS


def number(text: str) -> float | None:
    return float(text) if text else None


@cache
def gold_claims() -> tuple[Claim, ...]:
    """Return every gold row as a claim whose quote is its sentence."""
    topics = read_topics(PACKS / "aesthetics")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    seen: Counter[tuple[object, ...]] = Counter()
    claims = []
    with (DATA / "gold" / "sources.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            start, end = int(row["start"]), int(row["end"])
            said = {
                "source_id": row["doc"],
                "topic": row["topic"],
                "treatment": row["treatment"],
                "item": row["item"] or None,
                "level": row["level"] or None,
                "low": number(row["low"]),
                "high": number(row["high"]),
                "quote": texts[row["doc"]][start:end],
            }
            key = tuple(said.values())
            claims.append(
                Claim(
                    claim_id=claim_id(**said, occurrence=seen[key]),
                    **said,
                    unit=topics[row["topic"]].unit,
                    vague=row["vague"] == "true",
                    certainty=row["certainty"],
                    zone="body",
                    start=start,
                    end=end,
                    sentence_start=start,
                    sentence_end=end,
                    rule="gold",
                )
            )
            seen[key] += 1
    return tuple(claims)


def gold_sources() -> list[str]:
    return sorted({claim.source_id for claim in gold_claims()})
