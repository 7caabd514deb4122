"""What a reviewer must find in the five sources, read by the rules themselves."""

import pytest

from helpers.model import Claim
from helpers.model.review import Review
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline


@pytest.fixture(scope="module")
def review() -> Review:
    from helpers.load import read_folder

    return Pipeline.of().review(read_folder(SEEDS))


def said(review: Review, topic: str, source: str) -> list[tuple[str | None, str | None, float | None, float | None]]:
    claims: list[Claim] = [one for one in review.claims if one.zone == "body" and one.topic == topic]
    return [(one.item, one.level, one.low, one.high) for one in claims if one.source_id.startswith(source)]


@pytest.mark.parametrize(
    ("topic", "source", "expected"),
    [
        ("downtime", "000", [(None, "none", None, None)]),
        ("downtime", "001", [(None, "minimal", None, None)] * 2),
        ("downtime", "002", []),
        ("session_interval", "000", [(None, None, 7, 7)]),
        ("session_interval", "002", [(None, None, 14, None)]),
        ("course_duration", "002", [(None, None, 60, None)]),
        ("session_duration", "003", [(None, None, 30, 60)]),
        ("invasiveness", "002", [(None, "non_invasive", None, None)]),
        ("regulatory_status", "000", [("fda", "not_approved", None, None), ("fda", "considered_safe", None, None)]),
    ],
)
def test_claims(review: Review, topic: str, source: str, expected: list[object]) -> None:
    assert said(review, topic, source) == expected


def test_onset_holds_two_milestones(review: Review) -> None:
    bounds = [(low, high) for _, _, low, high in said(review, "onset", "001") if (low, high) != (None, None)]
    assert bounds == [(0, 35), (60, None)]


def test_layers_and_proof(review: Review) -> None:
    assert {item for item, *_ in said(review, "target_layer", "001")} >= {"mesoderm", "subcutaneous", "dermis"}
    assert "subcutaneous" in {item for item, *_ in said(review, "target_layer", "004")}
    assert "limited" in {level for _, level, *_ in said(review, "evidence_basis", "000")}
    assert {level for _, level, *_ in said(review, "evidence_basis", "004")} == {"established"}


def test_furniture_is_read_and_kept_out_of_comparisons(review: Review) -> None:
    furniture = {one.claim_id for one in review.claims if one.zone == "chrome"}
    assert furniture
    assert not furniture & {claim for row in review.relations for claim in (row.claim_a, row.claim_b)}
    assert ("002_ee7c7e119af02394", "side_effect") in {
        (row.source_a, row.topic) for row in review.relations if row.relation == "unknown"
    }
