import pytest

from helpers.model import SITUATION, can_meet, situation_of


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ({}, {}, True),
        ({"phase": "first_results"}, {}, True),
        ({"phase": "first_results"}, {"phase": "first_results"}, True),
        ({"phase": "first_results"}, {"phase": "full_results"}, False),
        ({"area": "lips"}, {"area": "cheeks"}, False),
        ({"area": "face/neck"}, {"area": "neck"}, True),
        ({"area": "lips", "group": "men"}, {"group": "men"}, True),
        ({"area": "lips", "group": "men"}, {"area": "lips", "group": "women"}, False),
        ({"product": "brand_one"}, {"product": "brand_two"}, False),
        ({"condition": "if_combined"}, {"condition": "alone"}, False),
    ],
)
def test_claims_meet_unless_a_key_differs(make_claim, one, other, meet):
    assert can_meet(make_claim(**one), make_claim(**other)) is meet
    assert can_meet(make_claim(**other), make_claim(**one)) is meet


def test_the_situation_names_every_column_that_narrows(make_claim):
    words = dict(zip(SITUATION, ("later", "neck", "men", "brand", "alone"), strict=True))
    assert situation_of(make_claim(**words)) == tuple(words.values())
