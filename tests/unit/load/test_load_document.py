import errno
import hashlib
import os
from pathlib import Path

import pytest

from helpers.errors import SourceError
from helpers.load import read_document


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return path


def test_text_is_exactly_what_the_file_holds(tmp_path):
    content = "Title\r\n\r\nIt stings\rfor 5 min.\n\u00a0é 💉\t".encode()
    document = read_document(write(tmp_path, "page.one.txt", content))
    assert document.text.encode("utf-8") == content
    assert document.source_id == "page.one"
    assert document.name == "page.one.txt"
    assert document.sha256 == hashlib.sha256(content).hexdigest()


def test_a_byte_order_mark_stays_the_first_character(tmp_path):
    document = read_document(write(tmp_path, "a.txt", b"\xef\xbb\xbfRest."))
    assert document.text == "\ufeffRest."
    assert document.text[1:5] == "Rest"


def test_an_offset_counts_characters_not_bytes(tmp_path):
    document = read_document(write(tmp_path, "a.txt", "💉é rest".encode()))
    assert document.text.index("rest") == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"all fine so far \xff", "not UTF-8 at byte 16"),
        ("größe".encode("latin-1"), "not UTF-8 at byte 2"),
        ("It lasts.".encode("utf-16"), "not UTF-8 at byte 0"),
        (b"", "holds no text"),
        (b" \r\n\t\n", "holds no text"),
        (b"\xef\xbb\xbf \n", "holds no text"),
        ("\u200b\n\u00a0".encode(), "holds no text"),
    ],
)
def test_a_file_that_is_no_text_is_named_in_one_line(tmp_path, content, words):
    path = write(tmp_path, "broken.txt", content)
    with pytest.raises(SourceError) as error:
        read_document(path)
    assert words in str(error.value)
    assert "broken.txt" in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_no_file_is_named(tmp_path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "file.txt").write_text("Text.")
    for name, words in [
        ("missing.txt", "no such file"),
        ("dangling.txt", "no such file"),
        ("loop.txt", "cannot be read"),
        ("pipe.txt", "not an ordinary file"),
        ("", "this is a folder"),
        ("file.txt/below.txt", "cannot be read"),
        ("nul\0.txt", "cannot be read"),
        ("x" * 300 + ".txt", "cannot be read"),
    ]:
        with pytest.raises(SourceError, match=words):
            read_document(tmp_path / name)


def test_a_file_without_permission_is_named(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourceError, match=r"locked\.txt.*Permission denied"):
        read_document(write(tmp_path, "locked.txt", b"Text."))
