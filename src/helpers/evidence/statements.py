"""The register as flat statements: one for each topic and item that an entry speaks to."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.packs.evidence import Register


@dataclass(frozen=True, slots=True)
class Statement:
    """What one entry says about one topic and item, under which conditions.

    Attributes
    ----------
    question : str
        The claim that was tested; empty for a particular finding, which answers for its topic and item alone. Verdicts
        are never drawn from two questions.
    reading : str
        What was found, in the words of ``joining.yml``.
    words : str
        The same in the register's words, for a particular finding; else empty.
    """

    ref_id: str
    topic: str
    item: str | None
    question: str
    reading: str
    words: str
    low: float | None
    high: float | None
    treatments: tuple[str, ...]
    products: tuple[str, ...]
    pooled: bool
    route: str
    limited_to: str | None
    level: int | None


def statements(register: Register) -> Iterator[Statement]:
    """Yield every statement, in the register's order."""
    for ref_id, (row, mapped) in register.entries.items():
        own = register.joining.polarities[mapped.polarity][row.direction]
        for finding in mapped.speaks_to:
            yield Statement(
                ref_id=ref_id,
                topic=finding.topic,
                item=finding.item,
                question=row.claim_tested if finding.reading is None else "",
                reading=finding.reading or own,
                words=finding.words or "",
                low=finding.low,
                high=finding.high,
                treatments=(finding.treatment,) if finding.treatment else mapped.treatments,
                products=finding.products or mapped.products,
                pooled=mapped.pooled and finding.products is None,
                route=finding.route or mapped.route,
                limited_to=mapped.limited_to,
                level=row.level,
            )
