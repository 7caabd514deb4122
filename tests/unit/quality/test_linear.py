"""Weights that tell one kind of sentence from another, the same each time."""

from helpers.quality.linear import fit

MARKED = [{"use", "cream"}, {"use", "balm"}, {"park", "car"}, {"park", "cream"}, {"use", "once"}]
HOLDS = [True, True, False, False, True]


def test_what_holds_weighs_more_than_what_does_not() -> None:
    _, weights = fit(MARKED, HOLDS, seen=2, ridge=0.1)
    assert weights["use"] > 0.5 > -0.5 > weights["park"]
    assert abs(weights["cream"]) < weights["use"]


def test_rare_marks_have_no_weight_and_a_ridge_holds_weights_small() -> None:
    _, free = fit(MARKED, HOLDS, seen=2, ridge=0.1)
    _, small = fit(MARKED, HOLDS, seen=2, ridge=10.0)
    assert set(free) == {"use", "park", "cream"}
    assert 0 < small["use"] < free["use"]


def test_the_same_sentences_give_the_same_weights() -> None:
    assert fit(MARKED, HOLDS, seen=1, ridge=1.0) == fit(MARKED, HOLDS, seen=1, ridge=1.0)
