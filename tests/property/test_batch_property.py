"""A batch is nothing but its documents read one by one."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.batch import read_each
from helpers.errors import SourceError
from helpers.load import Found, list_documents, read_document
from helpers.pipeline import Pipeline

SENTENCES = (
    "Mesotherapy has no downtime.",
    "Most people need three to five sessions, two weeks apart.",
    "Redness may last a day or two.",
    "How long does it take?",
    "About half an hour.",
    "Potential risks include:",
    "- bruising",
    "Leave a comment",
    "# Microneedling",
    "It isn't painful; it reduces fine lines ✨ and acne scars.",
    "\u202eRight to left\u202c, and\x00 a zero.",
)
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).map(" \r\n\n".join)
folders = st.dictionaries(st.sampled_from("abcdefgh"), texts, min_size=1, max_size=6)


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline.of("aesthetics")


def written(folder, pages):
    """Write pages to a folder and return what the batch is to read."""
    for name, text in pages.items():
        (Path(folder) / f"{name}.txt").write_bytes(text.encode())
    return list_documents([Path(folder)]).found


@given(pages=folders)
def test_a_batch_equals_its_documents_read_alone(pipeline, pages):
    with TemporaryDirectory() as folder:
        paths = written(folder, pages)
        batch = list(read_each(paths, pipeline))
        assert [reading.document.source_id for reading in batch] == sorted(pages)
        assert batch[::-1] == [pipeline.read(read_document(found.path)) for found in reversed(paths)]


@settings(max_examples=2)
@given(pages=folders, jobs=st.integers(2, 3))
def test_several_processes_give_the_same_in_the_same_order(pipeline, pages, jobs):
    with TemporaryDirectory() as folder:
        paths = written(folder, pages) * 8  # more than may be read ahead
        assert list(read_each(paths, pipeline, jobs=jobs)) == list(read_each(paths, pipeline))


def test_nothing_is_read_before_its_turn(pipeline, tmp_path):
    paths = written(tmp_path, {"a": SENTENCES[0]})
    readings = read_each([*paths, Found(tmp_path / "missing.txt", "missing")], pipeline)
    assert next(readings).document.source_id == "a"
    with pytest.raises(SourceError, match=r"missing\.txt"):
        next(readings)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_read_is_told_and_the_others_are_read(pipeline, tmp_path, jobs):
    paths = written(tmp_path, {"a": SENTENCES[0], "b": SENTENCES[1]})
    (tmp_path / "a.txt").write_bytes(b"\xff")
    told = []
    readings = read_each(paths, pipeline, jobs=jobs, refused=lambda found, error: told.append((found.source_id, str(error))))
    assert [reading.document.source_id for reading in readings] == ["b"]
    assert told == [("a", f"{tmp_path / 'a.txt'}: not UTF-8 at byte 0; save the file as UTF-8")]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_batch_can_be_left_early(pipeline, tmp_path, jobs):
    paths = written(tmp_path, {"a": SENTENCES[0], "b": SENTENCES[1]})
    readings = read_each(paths * 30, pipeline, jobs=jobs)
    next(readings)
    readings.close()
    assert list(readings) == []
