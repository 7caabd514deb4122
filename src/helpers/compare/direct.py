"""Claims on the same topic, item and treatment set against each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from helpers.compare.pairs import Pair, pairs_between, pairs_within
from helpers.compare.positions import Positions, positions
from helpers.compare.rows import Compared, relation_row
from helpers.compare.verdicts import Verdict, judge_in_situation, word_of
from helpers.model import Claim
from helpers.packs.tables import ComparisonTables

Subject = tuple[str, str, str]


def by_subject(claims: Iterable[Claim], tables: ComparisonTables) -> dict[Subject, list[Claim]]:
    """Group claims by topic, item and treatment; where items have an order, by topic and treatment alone."""
    groups: defaultdict[Subject, list[Claim]] = defaultdict(list)
    for claim in claims:
        item = "" if claim.topic in tables.item_topics else claim.item or ""
        groups[claim.topic, item, claim.treatment].append(claim)
    return groups


def direct_relations(claims: Iterable[Claim], tables: ComparisonTables) -> Iterator[Compared]:
    """Yield the relations among claims on one subject.

    Between sources every relation is a row; within one source only tension and conflict are, since a page that repeats
    itself tells a reviewer nothing.
    """
    limits = tables.comparisons.limits
    for (topic, _, _), group in by_subject(claims, tables).items():
        held = positions(group)
        harm = tables.harm(topic)
        pairs = [(pair, judge_in_situation(pair.one.claim, pair.other.claim, tables)) for pair in pairs_between(held, limits)]
        pairs += [
            (pair, verdict)
            for pair in pairs_within(held, limits)
            if (verdict := judge_in_situation(pair.one.claim, pair.other.claim, tables)).relation in {"tension", "conflict"}
        ]
        for pair, verdict in pairs:
            one, other = pair.one.claim, pair.other.claim
            if topic not in tables.item_topics or _items_speak_to_each_other(pair, verdict, held, tables):
                item = (one.item or "") if one.item == other.item else ""
                row = relation_row(pair, verdict, severity=harm.of(verdict.gravity), item=item)
                yield Compared(row, one, other, "", harm.harm)


def _items_speak_to_each_other(pair: Pair, verdict: Verdict, held: Positions, tables: ComparisonTables) -> bool:
    """Say whether two items that stand for a scale are worth a row.

    Not where they have no order, where one sentence gives both ("between A and B"), or where they are neighbours and one of
    the sources names both: such a source is no nearer to one than to the other.
    """
    one, other = pair.one.claim, pair.other.claim
    if verdict.relation == "not_comparable":
        return False
    if one.source_id == other.source_id and one.sentence_start == other.sentence_start:
        return False
    if verdict.relation != "tension" or one.source_id == other.source_id:
        return True
    named = [{word_of(position.claim, tables) for position in held[claim.source_id]} for claim in (one, other)]
    return other.item not in named[0] and one.item not in named[1]
