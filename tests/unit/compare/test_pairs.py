"""Large groups are summed up by distinct value, so that rows grow with the claims and not with their square."""

from made_up import TABLES, made_up

from helpers.compare import compare
from helpers.model import Claim, Relation

LIMIT = TABLES.comparisons.limits.sources


def say(level: str, sources: range) -> list[Claim]:
    return [made_up("efficacy", f"s{number:04}", item="acne", level=level) for number in sources]


def rows(claims: list[Claim]) -> list[Relation]:
    return compare(claims, tables=TABLES)


def test_up_to_the_limit_every_two_sources_are_compared() -> None:
    assert len(rows(say("benefit", range(LIMIT)))) == LIMIT * (LIMIT - 1) // 2


def test_beyond_it_one_row_stands_for_each_two_values() -> None:
    relations = rows(say("benefit", range(40)) + say("strong_benefit", range(40, 50)) + say("no_benefit", range(50, 51)))
    assert sorted((row.relation, row.source_a, row.source_b) for row in relations) == [
        ("agree", "s0000", "s0001"),
        ("agree", "s0040", "s0041"),
        ("conflict", "s0000", "s0050"),
        ("conflict", "s0040", "s0050"),
        ("tension", "s0000", "s0040"),
    ]
    tension = next(row for row in relations if row.relation == "tension")
    assert "the first is repeated by 40 sources, the second by 10; this row stands for all of them" in tension.reason


def test_a_row_for_many_never_sets_a_source_against_itself() -> None:
    both = [made_up("efficacy", "s0000", item="acne", level="no_benefit", at=50)]
    relations = rows(say("benefit", range(40)) + both)
    between = [row for row in relations if row.scope == "between" and row.relation == "conflict"]
    assert [(row.source_a, row.source_b) for row in between] == [("s0000", "s0001")]
    assert [row.source_a for row in relations if row.scope == "internal"] == ["s0000"]


def test_many_distinct_values_give_rows_in_line_with_their_number() -> None:
    def intervals(count: int) -> list[Claim]:
        return [made_up("session_interval", f"s{n:04}", low=2.0**n, high=2.0**n) for n in range(count)]

    assert len(rows(intervals(200))) <= 2 * (len(rows(intervals(100)))) <= 4 * 100


def test_one_source_that_says_very_much_gives_rows_in_line_with_its_claims() -> None:
    claims = [made_up("session_interval", "a", low=2.0**n, high=2.0**n, at=n) for n in range(200)]
    assert len(rows(claims)) <= 2 * 200


def test_implied_conflicts_of_many_sources_are_summed_up_too() -> None:
    promises = [made_up("safety", f"s{n:04}", level="safe") for n in range(60)]
    harms = [made_up("side_effect", f"t{n:04}", item="infection", level="rare") for n in range(60)]
    implied = [row for row in rows(promises + harms) if row.kind == "implied"]
    assert [(row.source_a, row.source_b) for row in implied] == [("s0000", "t0000")]
    assert "repeated by 60 sources" in implied[0].reason
