"""What is kept is as it was written, or it is not there: damaged, cut, foreign and surplus files are only slower."""

import os
from multiprocessing import get_context
from pathlib import Path

import pytest

from helpers.kept import Kept, code_edition, key_of


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    assert kept.read("pages", "a") is None
    kept.write("pages", "a", b"words")
    assert kept.read("pages", "a") == b"words"
    assert Kept(tmp_path / "kept").read("pages", "a") == b"words"
    assert kept.read("others", "a") is None


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-1], lambda b: b"", lambda b: b[:10] + bytes([b[10] ^ 1]) + b[11:], lambda b: b + b"x"]
)
def test_a_damaged_file_is_none_and_goes(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    kept = Kept(tmp_path)
    kept.write("pages", "a", b"some words")
    file = tmp_path / "pages" / "a"
    file.write_bytes(damage(file.read_bytes()))
    assert kept.read("pages", "a") is None
    assert not file.exists()


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder", encoding="utf-8")
    kept = Kept(file)
    kept.write("pages", "a", b"words")
    assert kept.read("pages", "a") is None
    kept.tidy()


def test_off_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_CACHE", "off")
    monkeypatch.chdir(tmp_path)
    kept = Kept()
    kept.write("pages", "a", b"words")
    assert kept.read("pages", "a") is None
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "here"))
    Kept().write("pages", "a", b"words")
    assert (tmp_path / "here" / "pages" / "a").is_file()


def test_a_folder_that_is_somebody_elses_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Kept(tmp_path).write("pages", "a", b"words")
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    assert Kept(tmp_path).read("pages", "a") is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpers.kept.MOST_FILES", 2)
    kept = Kept(tmp_path)
    for number, name in enumerate("abc"):
        kept.write("pages", name, b"words")
        os.utime(tmp_path / "pages" / name, (number, number))
    assert kept.read("pages", "a") == b"words"  # now it was used
    kept.tidy()
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["a", "c"]
    monkeypatch.setattr("helpers.kept.MOST_BYTES", 50)
    kept.tidy()
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["a"]


def test_keys_tell_parts_apart() -> None:
    assert key_of(["ab", "c"]) != key_of(["a", "bc"]) != key_of(["abc"])
    assert key_of([b"ab"]) == key_of(["ab"])
    assert code_edition() == code_edition()


def _write_and_read(folder: Path, content: bytes) -> bool:
    kept = Kept(folder)
    for _ in range(200):
        kept.write("pages", "same", content)
        if kept.read("pages", "same") not in (b"a" * 5000, b"b" * 7000, None):
            return False
    return True


def test_two_processes_never_see_half_of_a_file(tmp_path: Path) -> None:
    with get_context("spawn").Pool(2) as pool:
        assert all(pool.starmap(_write_and_read, [(tmp_path, b"a" * 5000), (tmp_path, b"b" * 7000)]))
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["same"]
