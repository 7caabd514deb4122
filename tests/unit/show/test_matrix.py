"""The matrix: every relation in its own way, silence never agreement, repetition never support."""

import pytest

from helpers.model import Gap
from helpers.show.looks import LOOKS
from helpers.show.matrix import legend, matrix_picture, matrix_table
from helpers.show.standings import standings

TEXT = "said here"


@pytest.fixture
def pages(claim_in):
    """Return claims by source, one a page, each with a value of its own."""
    levels = ("none", "minimal", "some", "extended")
    return {source: claim_in(source, TEXT, "said", level=level) for source, level in zip("abcd", levels, strict=True)}


def standing_of(view, source, topic="downtime"):
    return standings(view)[topic][source]


def look_at(look, claims, relations, **others):
    return look(dict.fromkeys("abcd", TEXT), claims, relations=tuple(relations), **others)


@pytest.mark.parametrize("relation", ["conflict", "tension", "agree", "not_comparable"])
def test_two_pages_stand_in_the_relation_that_holds_between_them(look, pages, related, relation):
    view = look_at(look, [pages["a"], pages["b"]], [related(relation, pages["a"], pages["b"])])
    assert standing_of(view, "a").shown == standing_of(view, "b").shown == relation
    assert standing_of(view, "a").others == {relation: ("b",)}


def test_the_gravest_relation_is_shown_and_the_others_are_named(look, pages, related):
    a, b, c, d = pages.values()
    view = look_at(look, [a, b, c, d], [related("agree", a, b), related("conflict", a, c), related("not_comparable", a, d)])
    assert standing_of(view, "a").shown == "conflict"
    assert list(standing_of(view, "a").others) == ["conflict", "agree", "not_comparable"]
    frame = matrix_table(view).frame()
    assert frame.iloc[0, 1] == "× conflict with c\n= repeated by b\n|| not comparable with d"


def test_a_page_that_speaks_against_itself_says_so(look, pages, related, claim_in):
    other = claim_in("a", TEXT, "here", level="some")
    view = look_at(look, [pages["a"], other], [related("conflict", pages["a"], other, scope="internal")])
    assert matrix_table(view).frame().iloc[0, 1] == "× conflict with itself"


def test_a_rule_that_joins_two_topics_shows_on_each_side_under_its_own(look, pages, related, claim_in):
    effect = claim_in("b", TEXT, "said", topic="side_effect", item="bruising")
    view = look_at(look, [pages["a"], effect], [related("conflict", pages["a"], effect, kind="implied")])
    assert standing_of(view, "a").shown == "conflict"
    assert standing_of(view, "b", "side_effect").shown == "conflict"
    assert standing_of(view, "b").shown == "silent"


def test_silence_unknown_and_standing_alone_are_three_things(look, pages, related):
    rows = [related("silent", "b", topic="downtime"), related("unknown", "c", topic="downtime")]
    view = look_at(look, [pages["a"]], rows)
    assert [standing_of(view, source).shown for source in "abc"] == ["alone", "silent", "unknown"]
    assert not standing_of(view, "b").others


def test_a_topic_on_which_all_are_silent_has_a_row_only_where_a_list_was_lost(look, pages, related):
    gap = Gap("b", 0, 4, "side_effect", "said")
    rows = [related("unknown", "b", topic="side_effect"), *(related("silent", one, topic="pain") for one in "abcd")]
    assert list(standings(look_at(look, [pages["a"]], rows, gaps=[gap]))) == ["side_effect", "downtime"]


def test_furniture_speaks_on_nothing(look, claim_in):
    view = look_at(look, [claim_in("a", TEXT, "said", zone="chrome")], [])
    assert standings(view) == {}
    assert repr(matrix_picture(view)) == "No page makes a claim on any topic."


def test_many_pages_are_counted_instead_of_named(look, claim_in, related):
    claims = [claim_in(f"p{n}", TEXT, "said") for n in range(6)]
    rows = [related("agree", claims[0], other) for other in claims[1:]]
    view = look({claim.source_id: TEXT for claim in claims}, claims, relations=tuple(rows))
    assert matrix_table(view).frame().iloc[0, 1] == "= repeated by 5 pages"


@pytest.mark.parametrize(
    ("relations", "title"),
    [
        ([("conflict", "a", "b")], "4 pages: statements conflict on 1 of 1 topic; on none of them at least one page is silent"),
        ([("agree", "a", "b")], "4 pages: no statements conflict on 1 topic; on none of them at least one page is silent"),
    ],
)
def test_the_title_states_what_was_found(look, pages, related, relations, title):
    rows = [related(relation, pages[one], pages[other]) for relation, one, other in relations]
    assert matrix_picture(look_at(look, pages.values(), rows)).title == title


def test_no_word_of_the_matrix_takes_repetition_for_proof(look, pages, related):
    view = look_at(look, [pages["a"], pages["b"]], [related("agree", pages["a"], pages["b"])])
    words = " ".join([str(legend(view)), str(matrix_table(view).frame().to_string()), matrix_picture(view).alt]).lower()
    assert "repeated" in words
    assert not [word for word in ("support", "confirm", "prove", "agree ") if word in words]


def test_every_relation_differs_in_sign_word_and_colour():
    assert len({look.sign for look in LOOKS.values()}) == len({look.word for look in LOOKS.values()}) == len(LOOKS)
    assert len({look.fill for look in LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize("look_", LOOKS.values(), ids=list(LOOKS))
def test_black_words_can_be_read_on_every_colour(look_):
    channels = [int(look_.fill[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    brightness = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert (brightness + 0.05) / 0.05 >= 4.5


def test_the_figure_shows_sign_and_word_in_each_square(look, pages, related):
    view = look_at(
        look, [pages["a"], pages["b"]], [related("conflict", pages["a"], pages["b"]), related("silent", "c", topic="downtime")]
    )
    squares = matrix_picture(view).figure.data[0]
    assert [list(row) for row in squares.text] == [["× conflict", "× conflict", "– silent", "– silent"]]


def test_a_row_that_stands_for_many_shows_with_each_of_them(look, claim_in, related):
    none = [claim_in(source, TEXT, "said", level="none") for source in "abc"]
    some = [claim_in(source, TEXT, "said", level="some") for source in "de"]
    view = look(dict.fromkeys("abcde", TEXT), [*none, *some], relations=(related("conflict", none[0], some[0]),))
    assert standing_of(view, "c").others == {"conflict": ("d", "e"), "agree": ("a", "b")}
    assert standing_of(view, "e").others == {"conflict": ("a", "b", "c"), "agree": ("d",)}


def test_who_doubts_is_not_taken_for_one_who_asserts(look, claim_in, related):
    firm, doubting = (
        claim_in(source, TEXT, "said", level="none", certainty=how) for source, how in (("a", "asserted"), ("b", "hedged"))
    )
    other = claim_in("c", TEXT, "said", level="some")
    rows = (related("conflict", firm, other), related("tension", doubting, other))
    view = look(dict.fromkeys("abc", TEXT), [firm, doubting, other], relations=rows)
    assert standing_of(view, "b").others == {"tension": ("c",), "agree": ("a",)}


def test_a_row_about_whole_lists_stands_for_its_two_sources_alone(look, claim_in, related):
    claims = [
        claim_in(source, TEXT, "said", topic="composition", item=item)
        for source, item in (("a", "vitamins"), ("b", "vitamins"), ("c", "peptides"))
    ]
    row = related("not_comparable", claims[0], claims[2], item="")
    view = look(dict.fromkeys("abc", TEXT), claims, relations=(row,))
    assert standing_of(view, "b", "composition").others == {"agree": ("a",)}
