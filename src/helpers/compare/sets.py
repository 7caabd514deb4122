"""Lists of items (what is in it, who performs it): what two sources share and what only one of them names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from helpers.compare.pairs import Pair, pairs_between
from helpers.compare.positions import Position
from helpers.compare.rows import relation_row
from helpers.compare.verdicts import Verdict
from helpers.model import Claim, Relation
from helpers.packs.tables import ComparisonTables


def set_relations(claims: Iterable[Claim], tables: ComparisonTables) -> Iterator[Relation]:
    """Yield a row without an item for each two sources whose lists on one topic and treatment differ.

    Shared items have rows of their own; this one says what is shared and what is not. Lists that share nothing are not
    comparable: to name one item is not to deny another. Where items have an order, that order has already spoken.
    """
    lists: defaultdict[tuple[str, str], defaultdict[str, dict[str, Claim]]] = defaultdict(lambda: defaultdict(dict))
    for claim in claims:
        if tables.topics[claim.topic].comparison == "items" and claim.item:
            lists[claim.topic, claim.treatment][claim.source_id].setdefault(claim.item, claim)
    for (topic, _), sources in lists.items():
        held = {source: [Position(tuple(sorted(named)), next(iter(named.values())))] for source, named in sources.items()}
        for pair in pairs_between(held, tables.comparisons.limits):
            one, other = sources[pair.one.source_id], sources[pair.other.source_id]
            if one.keys() != other.keys() and (one.keys() & other.keys() or topic not in tables.item_topics):
                yield _row(pair, one, other)


def _row(pair: Pair, one: dict[str, Claim], other: dict[str, Claim]) -> Relation:
    shared = sorted(one.keys() & other.keys())
    if shared:
        shown = Pair(Position(pair.one.value, one[shared[0]]), Position(pair.other.value, other[shared[0]]), pair.sources)
        fewer = min(len(one), len(other))
        rule = f"both name {_listed(shared)} ({len(shared)} of the {fewer} on the shorter list)"
        verdict = Verdict("agree", "overlap", rule + _alone(pair, one, other))
    else:
        shown = pair
        verdict = Verdict("not_comparable", "", "they name different things and deny nothing" + _alone(pair, one, other))
    return relation_row(shown, verdict, severity="low", item="")


def _alone(pair: Pair, one: dict[str, Claim], other: dict[str, Claim]) -> str:
    """Return what only one of the two names, sources in order."""
    sides = sorted(((pair.one.source_id, one.keys() - other.keys()), (pair.other.source_id, other.keys() - one.keys())))
    return "".join(f"; only {source}: {_listed(sorted(items))}" for source, items in sides if items)


def _listed(items: list[str]) -> str:
    return ", ".join(item.replace("_", " ") for item in items)
