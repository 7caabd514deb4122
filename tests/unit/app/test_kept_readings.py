"""What has not changed is not read again, and what is kept is exactly what was read."""

import pytest

from helpers.app.kept_readings import KeptReadings
from helpers.app.opened import open_pages
from helpers.kept import Kept
from helpers.pipeline import Pipeline
from helpers.review import Journal


class Counting:
    """A pipeline that counts what it reads."""

    def __init__(self):
        self._own = Pipeline.of()
        self.read_count = self.review_count = 0

    def __getattr__(self, name):
        return getattr(self._own, name)

    def read(self, document):
        self.read_count += 1
        return self._own.read(document)

    def review_readings(self, *arguments):
        self.review_count += 1
        return self._own.review_readings(*arguments)


@pytest.fixture
def opened(pages, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_DB", str(tmp_path / "journal.db"))

    def open_again():
        pipeline = Counting()
        with Journal() as journal:
            found = open_pages(pages, KeptReadings(pipeline, Kept(tmp_path / "kept")), journal, 1, lambda *_: None)
        return found, (pipeline.read_count, pipeline.review_count)

    return open_again


def test_another_start_reads_nothing_and_finds_the_same(opened):
    (first, counts), (second, again) = opened(), opened()
    assert (counts, again) == ((2, 1), (0, 0))
    assert first.review == second.review and first.readings == second.readings


def test_only_what_changed_is_read_again(opened, pages):
    opened()
    (pages / "salon.md").write_text("# Peel\n\nA peel has no downtime.\n", encoding="utf-8")
    found, counts = opened()
    assert counts == (1, 1)
    assert "A peel" in found.documents["salon"].text
    (pages / "salon.md").unlink()
    found, counts = opened()
    assert counts == (0, 1)
    assert list(found.documents) == ["clinic"]


def test_a_file_of_another_name_is_another_page(opened, pages):
    opened()
    (pages / "salon.md").rename(pages / "parlour.md")
    found, _ = opened()
    assert list(found.documents) == ["clinic", "parlour"]


def test_what_is_damaged_is_made_anew(opened, tmp_path):
    first, _ = opened()
    for path in (tmp_path / "kept").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3] + b"xxx")
    second, counts = opened()
    assert counts == (2, 1)
    assert first.review == second.review


def test_what_cannot_be_read_is_told_each_time(opened, pages):
    (pages / "broken.pdf").write_bytes(b"x")
    (first, _), (second, _) = opened(), opened()
    assert [one.name for one in first.passed] == ["broken.pdf"]
    assert first.passed == second.passed == first.review.passed
