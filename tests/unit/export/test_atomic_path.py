import subprocess
import sys

import pytest

from helpers.errors import WorkbookError
from helpers.export import atomic_path


def names(folder):
    return [path.name for path in folder.iterdir()]


def test_a_whole_file_takes_the_place_of_the_last(tmp_path):
    target = tmp_path / "page.html"
    target.write_text("old", encoding="utf-8")
    with atomic_path(target) as draft:
        draft.write_text("new", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "old"
        assert draft.suffix == ".html"
    assert target.read_text(encoding="utf-8") == "new"
    assert names(tmp_path) == ["page.html"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, ValueError])
def test_whatever_stops_the_writing_leaves_the_last_good_file(tmp_path, stop):
    target = tmp_path / "page.html"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(stop), atomic_path(target) as draft:
        draft.write_text("ha", encoding="utf-8")
        raise stop
    assert target.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["page.html"]


def test_a_missing_folder_is_made(tmp_path):
    with atomic_path(tmp_path / "a" / "b" / "c.txt") as draft:
        draft.write_text("x", encoding="utf-8")
    assert (tmp_path / "a" / "b" / "c.txt").read_text(encoding="utf-8") == "x"


def test_a_folder_in_the_way_is_said_in_one_line(tmp_path):
    (tmp_path / "c.txt").mkdir()
    with (
        pytest.raises(WorkbookError, match=r"c\.txt: cannot be written \(Is a directory\)"),
        atomic_path(tmp_path / "c.txt") as draft,
    ):
        draft.write_text("x", encoding="utf-8")
    assert names(tmp_path) == ["c.txt"]


def test_a_file_where_the_folder_should_be_is_said_in_one_line(tmp_path):
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(WorkbookError, match="cannot be written"), atomic_path(tmp_path / "out" / "c.txt"):
        pass


def test_trouble_with_another_file_keeps_its_own_name(tmp_path):
    with pytest.raises(FileNotFoundError, match="missing"), atomic_path(tmp_path / "c.txt"):
        (tmp_path / "missing.txt").read_text(encoding="utf-8")


FULL_DISK = """
import resource, sys
from helpers.errors import WorkbookError
from helpers.export import write_table
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_table(({"word": "x" * 100} for _ in range(10_000)), ["word"], sys.argv[1])
except WorkbookError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_a_full_disk_leaves_the_last_good_table(tmp_path, suffix):
    target = tmp_path / f"claims{suffix}"
    target.write_text("old", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", FULL_DISK, target], capture_output=True, text=True, check=True)
    assert "cannot be written (File too large); nothing was changed" in done.stdout
    assert target.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == [target.name]
