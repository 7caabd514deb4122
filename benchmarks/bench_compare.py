"""Ten times the claims: how much more time, how many more rows?

Run by ``make bench`` or ``python benchmarks/bench_compare.py``. The claims are made up and always the same: every source
makes about thirty claims, drawn from all topics of the pack, with figures and levels as pages give them. It reports ratios,
each beside the one before: 10 is in proportion, 100 would be the square. Seconds are those of this machine and decide nothing.
"""

import random
import time

from helpers.compare import compare
from helpers.model import Claim
from helpers.packs.tables import ComparisonTables, read_tables
from helpers.paths import PACKS

SIZES = (1_000, 10_000, 100_000)
CLAIMS_A_SOURCE = 30
TREATMENTS = ("mesotherapy", "microneedling", "peel", "laser", "filler")
ITEMS = 12
BOUNDS = (0.5, 1, 2, 3, 5, 7, 10, 14, 21, 28, 30, 42, 60, 90, 180, 365)


def main() -> None:
    """Print a line for each size."""
    tables = read_tables(PACKS / "aesthetics")
    compare(made_up(100, tables), tables=tables)
    before: tuple[float, int] | None = None
    print(f"{'claims':>8} {'sources':>8} {'seconds':>8} {'rows':>8} {'time x':>7} {'rows x':>7}")
    for size in SIZES:
        claims = made_up(size, tables)
        sources = sorted({claim.source_id for claim in claims})
        seconds = float("inf")
        for _ in range(3):
            started = time.process_time()
            rows = len(compare(claims, sources=sources, gaps=(), tables=tables))
            seconds = min(seconds, time.process_time() - started)
        growth = [f"{now / then:.1f}" for now, then in zip((seconds, rows), before, strict=True)] if before else ["", ""]
        print(f"{size:>8} {len(sources):>8} {seconds:>8.2f} {rows:>8} {growth[0]:>7} {growth[1]:>7}")
        before = seconds, rows


def made_up(size: int, tables: ComparisonTables) -> list[Claim]:
    """Return ``size`` claims, the same each time."""
    chance = random.Random(size)
    topics = list(tables.topics)
    claims = []
    for number in range(size):
        topic = chance.choice(topics)
        about = tables.topics[topic]
        levels = (*about.scale, *about.levels)
        low = chance.choice((None, *BOUNDS)) if about.unit else None
        claims.append(
            Claim(
                claim_id=f"{number:016x}",
                source_id=f"source_{number // CLAIMS_A_SOURCE:06}",
                topic=topic,
                treatment=chance.choices(TREATMENTS, weights=(16, 8, 4, 2, 1))[0],
                item=_item(topic, about.items, chance, tables),
                level=chance.choice(levels) if levels else None,
                low=low,
                high=None if low is None else low * chance.choice((1, 1, 1.5, 2)),
                unit=about.unit,
                vague=chance.random() < 0.2,
                certainty="hedged" if chance.random() < 0.3 else "asserted",
                zone="body",
                start=number,
                end=number + 20,
                quote="words of a page",
                sentence_start=number - number % 3,
                sentence_end=number + 20,
                rule="made up",
            )
        )
    return claims


def _item(topic: str, items: str, chance: random.Random, tables: ComparisonTables) -> str | None:
    """Return one of the items that the pack's rules speak of, or a made-up one; common ones more often."""
    if not items:
        return None
    known = {
        item for rule in tables.implied for one in (rule.premise, rule.consequence) if one.topic == topic for item in one.items
    }
    return chance.choice([*sorted(known), *(f"item_{int(ITEMS * chance.random() ** 2)}" for _ in range(4))])


if __name__ == "__main__":
    main()
