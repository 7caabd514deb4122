"""Stages wired together: what a review holds, and what it costs to import."""

import datetime
import hashlib
import subprocess
import sys

import pytest

from helpers.load import SourceInfo
from helpers.model import Document
from helpers.packs.load import load_pack
from helpers.paths import PACKS
from helpers.pipeline import Pipeline

PAGES = {
    "a": "Mesotherapy has no downtime. Clinical studies are few.\n\nRisks include:\n",
    "b": "# Mesotherapy\n\nAfter mesotherapy expect three days of downtime.\n",
}


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline.of("aesthetics")


@pytest.fixture(scope="module")
def documents():
    return [Document(name, text, hashlib.sha256(text.encode()).hexdigest(), f"{name}.md") for name, text in PAGES.items()]


@pytest.fixture(scope="module")
def review(pipeline, documents):
    about = SourceInfo(title="No rest", publisher="P", date=datetime.date(2024, 5, 1), sells="x", sha256=documents[0].sha256)
    return pipeline.review(documents, {"a": about})


def test_every_claim_is_quoted_from_its_document(review):
    assert {claim.source_id for claim in review.claims} == {"a", "b"}
    assert all(PAGES[claim.source_id][claim.start : claim.end] == claim.quote for claim in review.claims)


def test_a_source_without_an_entry_in_the_manifest_is_called_by_its_file(review):
    described, plain = review.sources
    assert (described.title, described.date) == ("No rest", datetime.date(2024, 5, 1))
    assert (plain.title, plain.publisher, plain.sells) == ("b.md", None, "")


def test_each_stage_has_its_part(review):
    assert review.pack.startswith("aesthetics ")
    assert ("conflict", "downtime") in {(row.relation, row.topic) for row in review.relations}
    assert [gap.source_id for gap in review.gaps] == ["a"]
    assert {"conflict", "lost"} <= {finding.kind for finding in review.findings}
    assert len(review.ledger) == sum(len(reading.segmented.sentences) for reading in review.readings)
    assert {match.claim_id for match in review.matches} == {claim.claim_id for claim in review.claims}
    assert review.schedules


def test_the_order_of_reading_leaves_no_trace(pipeline, documents):
    forwards = [pipeline.read(document) for document in documents]
    backwards = [pipeline.read(document) for document in reversed(documents)]
    assert forwards == backwards[::-1]


def test_a_pack_needs_no_register_no_tables_and_no_words_for_gaps(tmp_path, documents):
    (tmp_path / "english").symlink_to(PACKS / "english")
    folder = tmp_path / "bare"
    folder.mkdir()
    (folder / "pack.yml").write_text(
        "name: bare\nversion: 0.1.0\ntitle: Bare\nlanguage: en\nextends: english\n", encoding="utf-8"
    )
    topic = "{title: Size, about: How large., levels: [large], comparison: level}"
    (folder / "topics.yml").write_text(f"topics: {{size: {topic}}}\n", encoding="utf-8")
    review = Pipeline(load_pack("bare", packs=tmp_path)).review(documents)
    assert (review.claims, review.matches, review.schedules, review.wording) == ((), (), (), ())
    assert {reach.state for reach in review.reaches.values()} == {"too_little_text"}
    assert review.relations == ()


@pytest.mark.parametrize("module", ["helpers", "helpers.cli", "helpers.model.review"])
def test_starting_is_light(module):
    heavy = {"pandas", "plotly", "pyarrow", "pydantic", "nbclient", "rich", "yaml", "helpers.pipeline"}
    assert imported_with(module) & heavy == set()


def test_reading_needs_no_frames_and_no_figures():
    assert imported_with("helpers.batch") & {"pandas", "plotly", "pyarrow", "nbclient", "rich", "sqlalchemy"} == set()


def imported_with(module):
    """Return the names of everything that comes with a module."""
    code = f"import sys, {module}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
