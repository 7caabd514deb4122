"""Figures on annotated problems say of which pages they are, and nothing is counted beside other pages."""

import pytest

from helpers import show
from helpers.gauge import Figures
from helpers.notebook import open_problems, open_quality, open_review, open_unread
from helpers.paths import DEFAULT_PACK, SEEDS
from helpers.quality.meeting import ProblemQuality
from helpers.quality.tally import RuleScore, Tally

TOLD = ProblemQuality(
    sources=("a", "b"),
    grave=Tally("grave", 1, 4),
    real=Tally("real", 2, 5),
    agreement=Tally("agreement", 3, 6),
    first=Tally("first", 3, 5),
    by_kind=(Tally("price_urgency", 1, 3),),
    by_rule=(RuleScore("haste", 1, 2, 6),),
    missed=(),
)
FIGURES = Figures("two pages", "Not tuned: written by one person.", problems=TOLD)


@pytest.mark.parametrize("table", [show.problem_scores, show.problem_kinds, show.rule_scores])
def test_a_figure_says_of_which_pages_it_is_and_what_must_be_known(table):
    assert table(FIGURES).caption.endswith("On two pages, not on the pages here. Not tuned: written by one person.")
    assert table(FIGURES).rows
    assert repr(table(None)).startswith("Not counted: nobody has written down")
    assert not table(None).rows


def test_counts_are_shown_as_they_are():
    assert show.problem_scores(FIGURES).frame()["Share"].tolist() == ["0.25", "0.40", "0.50", "0.60"]
    assert show.problem_kinds(FIGURES).frame().iloc[0].tolist() == ["Price or haste", 1, 2]
    assert show.rule_scores(FIGURES).frame().iloc[0].tolist() == ["haste", 1, 2, 3]


def test_what_is_lost_in_silence_is_told_of_annotated_pages_only(tmp_path):
    here = open_review(str(SEEDS), DEFAULT_PACK)
    told = repr(show.lost_in_silence(here, open_quality(here), open_unread(here)))
    assert told.startswith("On these pages. The rules were written beside them")
    assert "annotated claims" in told
    (tmp_path / "peel.md").write_text("# Chemical peel\n\nThe peel softens fine lines. You need four peels, two weeks apart.\n")
    other = open_review(str(tmp_path), DEFAULT_PACK)
    assert open_problems(other, DEFAULT_PACK) is None
    assert repr(show.lost_in_silence(other, open_quality(other), open_unread(other))).startswith("Not counted")


def test_our_own_pages_are_counted_beside_the_annotated_sources():
    figures = open_problems(open_review(str(SEEDS), DEFAULT_PACK), DEFAULT_PACK)
    assert figures is not None
    assert "eight invented pages" in show.problem_scores(figures).caption
    assert show.rule_scores(figures).rows
    assert open_problems(open_review(str(SEEDS), DEFAULT_PACK), "no_such_pack") is None
