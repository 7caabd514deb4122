"""Ranges: what is drawn, what stands in words, what is not stated."""

import json

import pytest

from helpers.model import Gap
from helpers.model.evidence import TrialSchedule
from helpers.show.range_figures import range_picture, range_pictures
from helpers.show.ranges import range_rows, range_topics, trial_words

TEXT = "one two three four five"


def rows_of(view, topic="session_interval"):
    return [(row.who, row.what, row.kind, row.low, row.high) for row in range_rows(view, topic)]


@pytest.fixture
def interval(claim_in):
    def make(source, quote, low, high, **changes):
        return claim_in(source, TEXT, quote, **{"topic": "session_interval", "low": low, "high": high, "unit": "day"} | changes)

    return make


def trial(low, high, purpose="fat", **changes):
    plain = {"ref_id": "X1", "treatment": "mesotherapy", "topic": "session_interval", "item": None, "products": (), "route": ""}
    return TrialSchedule(
        **plain | {"purpose": purpose, "low": low, "high": high, "unit": "day", "level": 3, "words": ""} | changes
    )


def test_closed_open_and_vague_figures_and_what_is_not_stated(look, interval):
    claims = [
        interval("a", "one", 7, 7),
        interval("a", "two", 7, 7),
        interval("b", "one", 14, None),
        interval("b", "two", 2, 5, vague=True),
    ]
    assert rows_of(look(dict.fromkeys("abc", TEXT), claims)) == [
        ("a.txt", "7 days", "page", 7, 7),
        ("b.txt", "14 days or more", "page", 14, None),
        ("b.txt", "2 to 5 days (vague)", "page", 2, 5),
        ("c.txt", "not stated", "words", None, None),
    ]


def test_words_without_figures_and_items_without_figures(look, claim_in):
    claims = [
        claim_in("a", TEXT, "one", topic="downtime", level="minimal"),
        claim_in("a", TEXT, "two", topic="downtime", level="minimal"),
    ]
    claims += [claim_in("a", TEXT, "three", topic="side_effect", level="stated", item=item) for item in ("redness", "swelling")]
    view = look({"a": TEXT}, claims)
    assert rows_of(view, "downtime") == [("a.txt", "no figure, in words: minimal", "words", None, None)]
    assert rows_of(view, "side_effect") == [("a.txt", "2 items named, no figure", "words", None, None)]


def test_a_lost_list_is_unknown_and_not_unstated(look, interval):
    view = look({"a": TEXT, "b": TEXT}, [interval("a", "one", 7, 7)], gaps=[Gap("b", 0, 3, "session_interval", "one")])
    assert rows_of(view)[1] == ("b.txt", "? unknown: a list was lost", "words", None, None)


def test_another_treatment_stands_apart(look, interval):
    claims = [interval("a", "one", 7, 7), interval("b", "one", 7, 7), interval("b", "two", 30, 30, treatment="needling_and_more")]
    kinds = {row[1]: row[2] for row in rows_of(look(dict.fromkeys("ab", TEXT), claims))}
    assert kinds == {"7 days": "page", "30 days, needling and more": "other"}


def test_trials_of_the_same_treatment_stand_below_by_purpose(look, interval):
    trials = (trial(7, 7), trial(14, 28, ref_id="X2"), trial(2, None, "hair_loss"), trial(1, 1, treatment="other"))
    view = look({"a": TEXT}, [interval("a", "one", 7, 7)], schedules=trials)
    assert rows_of(view)[1:] == [
        ("Trials (register)", "fat: 7 to 28 days (2 entries)", "trial", 7, 28),
        ("Trials (register)", "hair loss: 2 days or more (1 entry)", "trial", 2, None),
    ]
    assert trial_words(view, "session_interval") == "fat: 7 to 28 days (2 entries); hair loss: 2 days or more (1 entry)"


def test_only_topics_that_a_page_speaks_about_are_drawn_and_the_others_named(look, interval):
    view = look({"a": TEXT}, [interval("a", "one", 7, 7)])
    assert range_topics(view) == ["session_interval"]
    shown = range_pictures(view).parts
    assert [part.title for part in shown[:-1]] == ["Time between sessions: a.txt gives a figure; no conflict within it"]
    assert repr(shown[-1]).startswith("No page states: When results show, ")


@pytest.mark.parametrize(
    ("relations", "title"),
    [
        ([], "Time between sessions: 2 of 3 pages give a figure; no two pages conflict"),
        ([(0, 1)], "Time between sessions: 2 of 3 pages give a figure; 1 pair of pages conflicts"),
        ([(0, 0)], "Time between sessions: 2 of 3 pages give a figure; no two pages conflict; 1 page conflicts with itself"),
    ],
    ids=["none", "one pair", "itself"],
)
def test_the_title_counts_pages_and_conflicts(look, interval, related, relations, title):
    claims = [interval("a", "one", 7, 7), interval("b", "one", 14, None)]
    rows = tuple(related("conflict", claims[one], claims[other]) for one, other in relations)
    assert range_picture(look(dict.fromkeys("abc", TEXT), claims, relations=rows), "session_interval").title == title


def test_a_title_without_any_figure(look, claim_in):
    view = look({"a": TEXT}, [claim_in("a", TEXT, "one", topic="downtime", level="none")])
    assert (
        range_picture(view, "downtime").title
        == "Recovery time: no page gives a figure, 1 speaks of it without one; no conflict within it"
    )


def test_open_ends_are_arrows_and_single_figures_diamonds(look, interval):
    view = look(
        dict.fromkeys("abc", TEXT), [interval("a", "one", 7, 7), interval("b", "one", 14, None), interval("c", "one", 1, 2)]
    )
    line = range_picture(view, "session_interval").figure.data[0]
    ends = dict(zip(zip(line.y, line.x, strict=True), line.marker.symbol, strict=True))
    assert ends[0, 7.0] == "diamond"
    assert ends[1, 14.0] == "line-ns-open"
    assert [symbol for (row, x), symbol in ends.items() if row == 1 and x and x > 14] == ["triangle-right"]
    assert (ends[2, 1.0], ends[2, 2.0]) == ("line-ns-open", "line-ns-open")


def test_axes_carry_their_unit_and_figures_come_out_the_same(look, interval):
    view = look({"a": TEXT}, [interval("a", "one", 7, 7)])
    first, second = (range_picture(view, "session_interval") for _ in range(2))
    assert first.figure.layout.xaxis.title.text == "days"
    assert json.dumps(first.spec(), sort_keys=True) == json.dumps(second.spec(), sort_keys=True)
    assert first.alt == "a.txt: 7 days."


def test_years_do_not_begin_at_zero(look, claim_in):
    view = look({"a": TEXT}, [claim_in("a", TEXT, "one", topic="origin", item="somebody", low=1950, high=1959, unit="year")])
    shown = range_picture(view, "origin").figure.layout.xaxis
    assert shown.range[0] > 1900 and shown.tickformat == "d"
