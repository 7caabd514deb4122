"""What a source does not speak about; silence is never agreement."""

from collections.abc import Iterable, Iterator, Mapping

from helpers.model import Claim, Gap, Relation
from helpers.packs.tables import ComparisonTables


def silence_relations(
    claims: Iterable[Claim],
    sources: Iterable[str],
    gaps: Iterable[Gap],
    losses: Mapping[str, str],
    tables: ComparisonTables,
) -> Iterator[Relation]:
    """Yield one row a source and topic on which it makes no claim: ``silent``, or ``unknown`` where something of it was lost.

    Every topic of the pack counts, also one on which no source speaks: what all of them leave out matters most, and the rows
    of a source do not depend on which others are read with it.
    """
    spoken = {(claim.source_id, claim.topic) for claim in claims}
    lost = {(gap.source_id, gap.topic): gap for gap in gaps}
    for source in sorted(set(sources)):
        for topic, about in tables.topics.items():
            if (source, topic) not in spoken and about.comparison != "none":
                yield _row(source, topic, about.title, lost.get((source, topic)), losses.get(source), tables)


def _row(source: str, topic: str, title: str, gap: Gap | None, loss: str | None, tables: ComparisonTables) -> Relation:
    if gap:
        words = " ".join(gap.quote.split())
        relation, reason = "unknown", f"{source} announces a list on this (“{words}”) that was lost on the way here"
    elif loss:
        relation, reason = "unknown", f"{source} makes no claim on this where it could be read ({loss})"
    else:
        relation, reason = "silent", f"{source} makes no claim on this"
    return Relation(
        topic=topic,
        item="",
        treatment="",
        relation=relation,
        strength="",
        scope="between",
        kind="direct",
        source_a=source,
        source_b="",
        claim_a="",
        claim_b="",
        severity=tables.harm(topic).of(relation),
        reason=f"{title}: {reason}.",
    )
