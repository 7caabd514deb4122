"""The relation table: comparisons one by one, what cannot be compared and silence as counts."""

from dataclasses import replace

from made_up import TABLES, made_up

from helpers.compare import compare
from helpers.model.summed import summed

CLAIMS = [
    made_up("downtime", "a", level="none"),
    made_up("downtime", "b", level="extended"),
    made_up("downtime", "c", level="none", treatment="laser"),
    made_up("downtime", "d", level="some", treatment="peel"),
]


def test_comparisons_stay_and_the_rest_is_one_row_a_topic() -> None:
    relations = compare(CLAIMS, sources=["a", "b", "c", "d"], tables=TABLES)
    table = summed(relations)
    assert [row for row in table if row.relation == "conflict"] == [row for row in relations if row.relation == "conflict"]
    for counted in ("not_comparable", "silent"):
        topics = [row.topic for row in table if row.relation == counted]
        assert len(topics) == len(set(topics))
        assert set(topics) == {row.topic for row in relations if row.relation == counted}


def test_a_count_says_how_many_and_why() -> None:
    table = summed(compare(CLAIMS, sources=["a", "b", "c", "d"], tables=TABLES))
    silent = next(row for row in table if (row.topic, row.relation) == ("efficacy", "silent"))
    assert silent.reason == "4 pages make no claim on it: a, b, c, d."
    apart = next(row for row in table if row.relation == "not_comparable")
    assert "pairs of statements cannot be compared" in apart.reason


def test_summing_twice_changes_nothing() -> None:
    once = summed(compare(CLAIMS, sources=["a", "b", "c", "d"], tables=TABLES))
    assert summed(once) == once


def test_a_single_row_stays_itself() -> None:
    row = compare(CLAIMS[:1], sources=["a"], tables=TABLES)[0]
    assert summed([replace(row)]) == [row]
