"""Strength of wording beside the level of evidence."""

from register_of_tests import made_up, register

from helpers.evidence import match, wording

STRONG = made_up("efficacy", "wrinkles", "strong_benefit")
PLAIN = made_up("efficacy", "acne", "benefit", sentence=1)
HEDGED = made_up("efficacy", "wrinkles", "benefit", sentence=2, certainty="hedged")
DOUBTED = made_up("efficacy", "fat", "uncertain", sentence=3, certainty="hedged")
DENIED = made_up("efficacy", "acne", "no_benefit", sentence=4, certainty="hedged")
PROVEN = made_up("evidence_basis", None, "established", sentence=5)
TIME = made_up("session_interval", low=7, high=7, sentence=6)
CLAIMS = [STRONG, PLAIN, HEDGED, DOUBTED, DENIED, PROVEN, TIME]


def test_one_row_for_each_claim_whose_wording_has_a_strength() -> None:
    rows = wording(CLAIMS, match(CLAIMS, register()), register())
    assert [(row.claim_id, row.strength) for row in rows] == [
        (STRONG.claim_id, 4),
        (PLAIN.claim_id, 3),
        (HEDGED.claim_id, 2),
        (DOUBTED.claim_id, 1),
        (DENIED.claim_id, 0),
        (PROVEN.claim_id, 4),
    ]
    assert [row.strength_words for row in rows] == ["strongest", "plain", "hedged", "doubts it", "denies it", "strongest"]


def test_the_level_is_that_of_the_match() -> None:
    rows = {row.claim_id: row for row in wording(CLAIMS, match(CLAIMS, register()), register())}
    assert (rows[STRONG.claim_id].best_level, rows[STRONG.claim_id].verdict) == (3, "mixed")
    assert (rows[PLAIN.claim_id].best_level, rows[PLAIN.claim_id].references) == (None, ())
