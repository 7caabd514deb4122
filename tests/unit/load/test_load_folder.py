import os

import pytest

from helpers.errors import SourceError
from helpers.load import find_documents, open_folder, read_documents, read_folder


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.md", "C.TXT", "notes.rst", ".hidden.txt", "._b.txt", "manifest.yml"):
        (tmp_path / name).write_text(f"Text of {name}.")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "d.txt").write_text("Read too.")
    (tmp_path / "folder.txt").mkdir()
    return tmp_path


def test_a_folder_gives_its_documents_and_those_of_its_subfolders_in_order_of_their_ids(folder):
    assert [document.source_id for document in read_folder(folder)] == ["C", "a", "b", "below/d"]
    assert [found.path.name for found in find_documents(folder).found] == ["C.TXT", "a.md", "b.txt", "d.txt"]


def test_what_is_passed_over_is_named_with_its_reason(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("Not to be read.")
    (folder / "out.txt").symlink_to(outside)
    (folder / "nowhere.txt").symlink_to(folder / "missing.txt")
    (folder / "within.txt").symlink_to(folder / "b.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "page.html").write_text("<p>A page.</p>")
    (folder / "page_files").mkdir()
    (folder / "page_files" / "frame.html").write_text("<p>An advert.</p>")
    (folder / "bad.txt").write_bytes(b"\xff")
    (folder / "old.doc").write_bytes(b"x")
    for name in ("report.html", "claims.csv", "review.xlsx"):
        (folder / "build").mkdir(exist_ok=True)
        (folder / "build" / name).write_text("x")
    documents, passed = open_folder(folder)
    assert [document.source_id for document in documents] == ["C", "a", "b", "below/d", "page", "within"]
    assert dict(passed) == {
        ".hidden.txt": "hidden",
        "._b.txt": "hidden",
        "bad.txt": "not UTF-8 at byte 0; save the file as UTF-8",
        "build": "the results of a run",
        "notes.rst": "none of the formats that are read (.txt .md .html .htm .mhtml .mht .pdf .docx .pptx .eml .csv .json)",
        "nowhere.txt": "a link that leads nowhere",
        "old.doc": "the old format of Word is not read; save it as .docx",
        "out.txt": "a link that leads out of the folder",
        "page_files": "belongs to the saved page beside it",
        "pipe.txt": "no ordinary file but a pipe, a socket or a device",
    }


def test_files_and_folders_mix(folder):
    found = read_documents([folder / "below" / "d.txt", folder / "b.txt"])
    assert [document.source_id for document in found] == ["b", "d"]


def test_two_files_of_one_name_keep_their_endings(folder):
    (folder / "b.md").write_text("Another b.")
    assert [document.source_id for document in read_folder(folder)] == ["C", "a", "b.md", "b.txt", "below/d"]


def test_two_files_of_one_name_in_two_folders_keep_their_paths(tmp_path, monkeypatch):
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(name)
    monkeypatch.chdir(tmp_path)
    found = read_documents([path.relative_to(tmp_path) for path in sorted(tmp_path.iterdir())])
    assert [document.source_id for document in found] == ["new/page.txt", "old/page.txt"]


def test_one_file_named_twice_is_an_error(folder):
    with pytest.raises(SourceError, match="the same file as"):
        read_documents([folder / "b.txt", folder])


def test_what_holds_no_document_is_named(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "bad.txt").write_bytes(b"\xff")
    (tmp_path / "file.txt").write_text("Text.")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, words in [
        ("missing", "no such folder"),
        ("empty", "holds no document"),
        ("none", r"no document can be read: bad\.txt: not UTF-8"),
        ("file.txt", "name the folder that holds it"),
        ("loop", "cannot be read"),
    ]:
        with pytest.raises(SourceError, match=words) as error:
            read_folder(tmp_path / name)
        assert name in str(error.value)
    with pytest.raises(SourceError, match="no document named"):
        read_documents([])


def test_one_bad_file_that_is_named_is_an_error(folder):
    (folder / "z.txt").write_bytes(b"\xff")
    with pytest.raises(SourceError, match=r"z\.txt: not UTF-8"):
        read_documents([folder / "z.txt", folder / "a.md"])
