"""The five sources, and journals of made-up decisions on them."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from helpers.desk import Desk
from helpers.load import read_folder, read_manifest
from helpers.model import Claim
from helpers.model.decision import Event, Ruling
from helpers.model.review import Review
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.review import Journal, decide, judged, statements

MARCH = datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC)
MAY = datetime.date(2026, 5, 1)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline.of("aesthetics")


@pytest.fixture(scope="session")
def review(pipeline: Pipeline) -> Review:
    return pipeline.review(read_folder(SEEDS), read_manifest(SEEDS))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.db", clock=lambda: MARCH) as opened:
        yield opened


@pytest.fixture
def record(review: Review, journal: Journal) -> Callable[..., Event]:
    """Put a ruling on claims that make one statement into the journal."""
    documents = {reading.document.source_id: reading.document for reading in review.readings}

    def put(*claims: Claim, verdict: str = "substantiated", reviewer: str = "Sand", **ruling: object) -> Event:
        seen = [judged(claim, documents[claim.source_id]) for claim in claims]
        return journal.append(decide(seen, Ruling(verdict, **ruling), reviewer=reviewer, pack=review.pack))  # type: ignore[arg-type]

    return put


@pytest.fixture
def open_desk(pipeline: Pipeline, review: Review, journal: Journal) -> Callable[..., Desk]:
    """Open the desk on what the journal holds by then."""
    return lambda **options: Desk(pipeline, review, journal.events(), **{"as_of": MAY, "market": "canada"} | options)


@pytest.fixture
def find(review: Review) -> Callable[..., list[Claim]]:
    """Find the sources' claims by what they are about: topic, item, level, the beginning of the source's id."""

    def claims(topic: str, *, source: str = "", **values: object) -> list[Claim]:
        told = (claim for claim in review.claims if claim.zone == "body" and claim.topic == topic)
        return [
            claim
            for claim in told
            if claim.source_id.startswith(source) and all(getattr(claim, name) == value for name, value in values.items())
        ]

    return claims


@pytest.fixture
def decide_all(review: Review, record: Callable[..., Event]) -> Callable[..., None]:
    """Rule on every statement of the sources; some rulings by topic."""

    def rule(default: Mapping[str, object], **by_topic: Mapping[str, object]) -> None:
        for statement in statements(review.to_judge):
            partial(record, *statement.claims)(**by_topic.get(statement.topic, default))

    return rule
