"""Files that belong together stand together, or the earlier ones stay."""

import hashlib
import json
import signal
import subprocess
import sys

import pytest

from helpers.errors import WorkbookError
from helpers.export import together


def listed(folder):
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def test_files_move_in_with_their_subfolders_and_replace_those_of_their_names(tmp_path):
    out = tmp_path / "new" / "out"
    for text in ("first", "second"):
        with together(out) as drafts:
            (drafts / "a.csv").write_text(text, encoding="utf-8")
            (drafts / "more").mkdir()
            (drafts / "more" / "b.csv").write_text(text, encoding="utf-8")
        assert listed(out) == {"a.csv": text, "more/b.csv": text}


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, SystemExit])
def test_whatever_stops_the_block_nothing_moves_and_nothing_is_left(tmp_path, stop):
    (tmp_path / "a.csv").write_text("good", encoding="utf-8")

    def write():
        with together(tmp_path) as drafts:
            (drafts / "a.csv").write_text("half", encoding="utf-8")
            raise stop

    with pytest.raises(stop):
        write()
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert listed(tmp_path) == {"a.csv": "good"}


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "out").touch()
    with pytest.raises(WorkbookError, match="out: cannot be written to"), together(tmp_path / "out"):
        pytest.fail("there is nowhere to write")


def write(folder, **texts):
    with together(folder, {"command": "test", "of": texts}) as drafts:
        for name, text in texts.items():
            (drafts / name).write_text(text, encoding="utf-8")


def test_a_second_run_is_told_to_wait(tmp_path):
    with together(tmp_path) as drafts:
        with pytest.raises(WorkbookError, match="another run is writing to this folder"), together(tmp_path):
            pytest.fail("two at once")
        (drafts / "a.csv").write_text("first", encoding="utf-8")
    assert listed(tmp_path) == {"a.csv": "first"}
    with together(tmp_path):
        pass


# Runs that are killed: before the end, at the end, and after each file that moves.
KILLED = """
import os, signal, sys
from pathlib import Path
from helpers.export import together
replace, moved = Path.replace, []
def counting(self, target):
    if len(moved) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    moved.append(target)
    return replace(self, target)
Path.replace = counting
with together(sys.argv[1], {"command": "test", "of": "second"}) as drafts:
    for name in ("a", "b", "c"):
        (drafts / name).write_text("second", encoding="utf-8")
    if sys.argv[2] == "-1":
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("moved", [-1, 0, 1, 2, 3])
def test_files_of_a_killed_run_are_all_old_or_become_all_new_with_the_next(tmp_path, moved):
    out = tmp_path / "out"
    write(out, a="first", b="first", c="first")
    ended = subprocess.run([sys.executable, "-c", KILLED, out, str(moved)], check=False)
    assert ended.returncode == -signal.SIGKILL
    record = json.loads((out / "run.json").read_text(encoding="utf-8"))
    for name, one in record["files"].items():  # the record moves last: a file that is not of its run differs from what it says
        assert (hashlib.sha256((out / name).read_bytes()).hexdigest() == one["sha256"]) == ((out / name).read_text() == "first")
    write(out, other="third")
    now = listed(out)
    record = json.loads(now.pop("run.json"))
    assert now == {"a": "x", "b": "x", "c": "x", "other": "third"} | dict.fromkeys("abc", "first" if moved < 0 else "second")
    assert {name: one["sha256"] for name, one in record["files"].items()} == {
        name: hashlib.sha256(text.encode()).hexdigest() for name, text in now.items()
    }
    assert len({record["files"][name]["run"] for name in "abc"}) == 1
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_nothing_moves_where_not_all_can(tmp_path):
    write(tmp_path, a="first", b="first")
    before = listed(tmp_path)
    (tmp_path / "c").mkdir()
    with pytest.raises(WorkbookError, match="c: cannot be written"):
        write(tmp_path, a="second", c="second")
    assert listed(tmp_path) == before


def test_a_record_says_which_run_each_file_is_of_and_forgets_those_that_are_gone(tmp_path):
    write(tmp_path, a="1", b="1")
    write(tmp_path, b="2", c="2")
    record = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    first, second = record["files"]["a"]["run"], record["files"]["b"]["run"]
    assert record["files"]["c"]["run"] == second != first
    assert record["runs"][first]["of"] == {"a": "1", "b": "1"}
    (tmp_path / "a").unlink()
    write(tmp_path, b="2", c="2")
    assert json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["runs"].keys() == {second}


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"files": {"a": 1}}', '{"files": {"a": {}}, "runs": 2}', "[" * 100_000])
def test_a_record_that_was_damaged_counts_for_nothing(tmp_path, record):
    (tmp_path / "run.json").write_text(record, encoding="utf-8")
    write(tmp_path, a="1")
    assert json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["files"].keys() == {"a"}
