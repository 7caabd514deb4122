import datetime
import hashlib
import os

import pytest

from helpers.errors import SourceError
from helpers.load import read_folder, read_manifest
from helpers.paths import SEEDS

ENTRY = """\
  {name}:
    title: A page
    publisher: {publisher}
    date: {date}
    sells: nothing
    sha256: {sha256}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "page.txt").write_text("It stings.")
    (tmp_path / "unlisted.txt").write_text("It heals.")
    return tmp_path


def describe(folder, *, name="page.txt", publisher="null", date="null", sha256=None):
    sha256 = sha256 or hashlib.sha256((folder / "page.txt").read_bytes()).hexdigest()
    (folder / "manifest.yml").write_text("sources:\n" + ENTRY.format(name=name, publisher=publisher, date=date, sha256=sha256))


def test_a_folder_without_a_manifest_has_no_facts(folder):
    assert read_manifest(folder) == {}


def test_facts_come_by_source_id_and_unlisted_files_are_fine(folder):
    describe(folder, publisher="A clinic", date="2021-03-04")
    facts = read_manifest(folder)
    assert list(facts) == ["page"]
    assert facts["page"].publisher == "A clinic"
    assert facts["page"].date == datetime.date(2021, 3, 4)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sha256": "f" * 64}, r"page\.txt: the file is not the one that manifest.yml describes"),
        ({"name": "gone.txt"}, "lists gone.txt, which is missing"),
        ({"name": "../page.txt"}, "not the name of a file in this folder"),
        ({"date": "soon"}, r"manifest\.yml.*date"),
        ({"publisher": "null\n    price: 5"}, r"manifest\.yml.*price"),
    ],
)
def test_a_wrong_manifest_is_one_line_that_names_the_place(folder, change, words):
    describe(folder, **change)
    with pytest.raises(SourceError, match=words) as error:
        read_manifest(folder)
    assert "\n" not in str(error.value)


def test_the_five_sources_are_the_described_ones():
    facts = read_manifest(SEEDS)
    documents = {document.source_id: document for document in read_folder(SEEDS)}
    assert list(facts) == list(documents)
    for source_id, info in facts.items():
        assert info.sha256 == documents[source_id].sha256
        if not info.title.startswith("["):
            assert info.title in documents[source_id].text
        if info.publisher is not None:
            assert info.publisher in documents[source_id].text
        if info.date is not None:
            assert f"{info.date:%d %B %Y}" in documents[source_id].text


@pytest.mark.parametrize(
    "written",
    [
        "sources:\n  page.txt: {title: t, publisher: null, date: 2024-02-30, sells: s, sha256: x}",
        "sources: !!int x",
        "sources: !!int ''",
        "sources: !!bool maybe",
        "sources: !!timestamp soon",
        "? [a]\n: b",
        "? {a: b}\n: c",
        "[" * 50_000,
        "sources: " + "{a: " * 50_000,
        "".join(f"{' ' * n}-\n" for n in range(300)),
        "sources: \x00",
        f"sources: {'9' * 5000}",
        "a: &a [*a]",
        f"sources:\n  ? {'x' * 900}\n  : {{title: t, publisher: null, date: null, sells: s, sha256: x}}",
    ],
    ids=lambda written: repr(written[:24]),
)
def test_whatever_yaml_can_say_that_is_no_manifest_is_one_line(folder, written):
    (folder / "manifest.yml").write_text(written)
    with pytest.raises(SourceError, match=r"manifest\.yml") as error:
        read_manifest(folder)
    assert "\n" not in str(error.value)


def test_a_manifest_that_is_a_pipe_is_refused(folder):
    os.mkfifo(folder / "manifest.yml")
    with pytest.raises(SourceError, match="no ordinary file"):
        read_manifest(folder)


def test_a_manifest_elsewhere_is_refused(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "manifest.yml"
    elsewhere.write_text("sources: {}\n")
    (folder / "manifest.yml").unlink(missing_ok=True)
    (folder / "manifest.yml").symlink_to(elsewhere)
    with pytest.raises(SourceError, match="leads out of the folder"):
        read_manifest(folder)
