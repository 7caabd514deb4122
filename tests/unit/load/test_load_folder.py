import pytest

from helpers.errors import SourceError
from helpers.load import find_documents, read_documents, read_folder


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.md", "C.TXT", "notes.rst", ".hidden.txt", "._b.txt", "manifest.yml"):
        (tmp_path / name).write_text(f"Text of {name}.")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "d.txt").write_text("Not read.")
    (tmp_path / "folder.txt").mkdir()
    return tmp_path


def test_a_folder_gives_its_documents_in_order_of_their_ids(folder):
    assert [document.source_id for document in read_folder(folder)] == ["C", "a", "b"]
    assert [path.name for path in find_documents(folder)] == ["C.TXT", "a.md", "b.txt"]


def test_files_and_folders_mix(folder):
    found = read_documents([folder / "below" / "d.txt", folder])
    assert [document.source_id for document in found] == ["C", "a", "b", "d"]


def test_two_files_with_one_source_id_are_an_error(folder):
    (folder / "b.md").write_text("Another b.")
    with pytest.raises(SourceError, match=r"same source id as .*b\.md"):
        read_folder(folder)


def test_one_file_named_twice_is_an_error(folder):
    with pytest.raises(SourceError, match="same source id"):
        read_documents([folder / "b.txt", folder])


def test_what_holds_no_document_is_named(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("Text.")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, words in [
        ("missing", "no such folder"),
        ("empty", "holds no .txt or .md file"),
        ("file.txt", "name the folder that holds it"),
        ("loop", "cannot be read"),
    ]:
        with pytest.raises(SourceError, match=words) as error:
            read_folder(tmp_path / name)
        assert name in str(error.value)
    with pytest.raises(SourceError, match="no document named"):
        read_documents([])


def test_one_bad_file_is_named_before_any_is_used(folder):
    (folder / "z.txt").write_bytes(b"\xff")
    with pytest.raises(SourceError, match=r"z\.txt: not UTF-8"):
        read_folder(folder)
