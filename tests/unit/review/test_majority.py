"""Who agrees, and what they ruled together."""

import pytest

from helpers.model.decision import Ruling
from helpers.review.majority import those_who_agree, together

YES, NO = Ruling("substantiated"), Ruling("misleading")
SOFT, MILD = Ruling("needs_qualification", wording="may help"), Ruling("needs_qualification", wording="can help")


@pytest.mark.parametrize(
    ("rulings", "agree"),
    [
        ([], ()),
        ([YES], ("0",)),
        ([YES, NO], ()),
        ([NO, YES, NO], ("0", "2")),
        ([YES, NO, YES, NO], ()),
        ([SOFT, MILD], ()),
        ([SOFT, MILD, SOFT], ("0", "2")),
        ([SOFT, Ruling("needs_qualification"), NO], ("0", "1")),
        ([SOFT, MILD, Ruling("needs_qualification")], ("0", "2")),
        ([SOFT, Ruling("needs_qualification", wording=" may\nhelp ")], ("0", "1")),
    ],
)
def test_more_than_half_must_say_the_same(rulings: list[Ruling], agree: tuple[str, ...]) -> None:
    assert those_who_agree({str(number): one for number, one in enumerate(rulings)}) == agree


def test_what_is_ruled_together_is_of_those_who_agree() -> None:
    one = Ruling("misleading", "No trial", references=("B",), expires="2032-01-02")
    other = Ruling("misleading", "Too strong.", "may help", ("A", "B"), "2031-01-02")
    assert together({"Reed": one, "Sand": other}, "Sand") == Ruling(
        "misleading", "Reed: No trial. Sand: Too strong.", "may help", ("A", "B"), "2031-01-02"
    )
