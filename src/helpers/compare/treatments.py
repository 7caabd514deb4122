"""The same topic and item claimed for different treatments: shown beside each other, never compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from helpers.compare.pairs import Pair, pairs_between
from helpers.compare.positions import Position
from helpers.compare.rows import relation_row
from helpers.compare.verdicts import Verdict
from helpers.model import Claim, Relation
from helpers.packs.tables import ComparisonTables

UNSPECIFIED = "unspecified"


def treatment_relations(claims: Iterable[Claim], tables: ComparisonTables) -> Iterator[Relation]:
    """Yield one ``not_comparable`` row a pair of sources, topic and item where their treatments differ."""
    treatments: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    told = list(claims)
    for claim in told:
        treatments[claim.topic, claim.item or ""].add(claim.treatment)
    subjects: defaultdict[tuple[str, str], defaultdict[str, dict[str, Claim]]] = defaultdict(lambda: defaultdict(dict))
    for claim in told:
        if len(treatments[claim.topic, claim.item or ""]) > 1:
            subjects[claim.topic, claim.item or ""][claim.source_id].setdefault(claim.treatment, claim)
    for sources in subjects.values():
        held = {source: [Position(tuple(sorted(first)), next(iter(first.values())))] for source, first in sources.items()}
        for pair in pairs_between(held, tables.comparisons.limits):
            if pair.one.value != pair.other.value:
                yield _row(pair, sources[pair.one.source_id], sources[pair.other.source_id])


def _row(pair: Pair, one: dict[str, Claim], other: dict[str, Claim]) -> Relation:
    """Show the first claim of each source whose treatment the other does not speak of."""
    a, b = _without_counterpart(one, other), _without_counterpart(other, one)
    between = " and ".join(sorted((a.treatment, b.treatment)))
    rule = f"about {between.replace('_', ' ')}, so the two cannot be compared"
    if UNSPECIFIED in (a.treatment, b.treatment):
        rule = "one of the two does not say which treatment it is about, so they cannot be compared"
    shown = Pair(Position(pair.one.value, a), Position(pair.other.value, b), pair.sources)
    return relation_row(shown, Verdict("not_comparable", "", rule), severity="low", treatment=between)


def _without_counterpart(own: dict[str, Claim], others: dict[str, Claim]) -> Claim:
    alone = [claim for treatment, claim in own.items() if treatment not in others]
    return alone[0] if alone else next(iter(own.values()))
