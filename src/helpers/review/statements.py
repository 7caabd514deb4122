"""Identical claims -> one statement, so that it is decided once for all pages."""

from collections import defaultdict
from collections.abc import Iterable

from helpers.model.claim import Claim
from helpers.model.judgement import Statement, statement_of


def statements(claims: Iterable[Claim]) -> tuple[Statement, ...]:
    """Group claims by what they say: topic, item, level, bounds and treatment.

    Certainty is no part of it: "may help" and "helps" are one statement, and the reviewer singles out the exceptions.

    Returns
    -------
    tuple of Statement
        Sorted by topic, item, treatment, level, bounds; the claims of each by source and place.
    """
    groups: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[statement_of(claim)].append(claim)
    grouped = [_statement(identity, members) for identity, members in groups.items()]
    return tuple(sorted(grouped, key=_reading_order))


def _statement(identity: str, members: list[Claim]) -> Statement:
    first = members[0]
    return Statement(
        statement_id=identity,
        topic=first.topic,
        treatment=first.treatment,
        item=first.item,
        level=first.level,
        low=first.low,
        high=first.high,
        unit=first.unit,
        vague=first.vague,
        claims=tuple(sorted(members, key=lambda claim: (claim.source_id, claim.start, claim.end, claim.claim_id))),
    )


def _reading_order(statement: Statement) -> tuple[str, str, str, str, float, float, bool]:
    low = float("-inf") if statement.low is None else statement.low
    high = float("inf") if statement.high is None else statement.high
    return statement.topic, statement.item or "", statement.treatment, statement.level or "", low, high, statement.vague
