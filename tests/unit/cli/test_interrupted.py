"""A run that is stopped in the middle leaves the files of the run before, and says nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

WORKBOOK = [sys.executable, "-c", "from helpers.cli import main; main()"]
# The same command line, which sends itself a signal when it writes its third table.
STOPPED = """
import os, sys
import helpers.cli.tables as tables
from helpers.cli import main
stop, write, written = int(sys.argv.pop(1)), tables.write_table, []
def write_table(rows, record, path):
    written.append(path)
    if len(written) == 3:
        path.write_text("half a tab")
        os.kill(os.getpid(), stop)
    return write(rows, record, path)
tables.write_table = write_table
main()
"""
SLOW = {
    "cells": [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": "slow",
            "metadata": {},
            "outputs": [],
            "source": "import os, time\nopen(r'{started}', 'w').write(str(os.getpid()))\ntime.sleep(300)",
        }
    ],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}


@pytest.fixture(autouse=True)
def _ctrl_c_is_heard():
    """Let children hear Ctrl-C also where the tests were started in the background, whose processes ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("stop", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)], ids=["ctrl-c", "terminate", "kill"]
)
def test_the_last_good_tables_stay(workbook, pages, tmp_path, stop, code):
    out = tmp_path / "out"
    workbook("compare", pages, "--out", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (pages / "clinic.md").write_text("Mesotherapy hurts.", encoding="utf-8")
    command = [sys.executable, "-c", STOPPED, str(int(stop)), "compare", str(pages), "--out", str(out)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, "", "")
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before
    if stop != signal.SIGKILL:
        assert len(list(out.iterdir())) == len(before)


def test_a_full_disk_leaves_the_last_good_tables(workbook, pages, tmp_path):
    out = tmp_path / "out"
    workbook("compare", pages, "--out", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (pages / "clinic.md").write_text("Mesotherapy hurts and has no downtime.\n" * 100, encoding="utf-8")
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\nfrom helpers.cli import main; main()"
    command = [sys.executable, "-B", "-c", full, "compare", str(pages), "--out", str(out)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert "cannot be written (File too large); nothing was changed" in ended.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


@pytest.fixture
def begun_run(pages, tmp_path):
    """Start a run whose notebook takes long, in a group of its own."""
    notebooks, out, started = tmp_path / "notebooks", tmp_path / "out", tmp_path / "started"
    notebooks.mkdir()
    (out / "notebooks").mkdir(parents=True)
    (out / "notebooks" / "slow.ipynb").write_text("of the run before", encoding="utf-8")
    text = json.dumps(SLOW).replace("{started}", str(started))
    (notebooks / "slow.ipynb").write_text(text, encoding="utf-8")
    program = f"import helpers.cli.run as run, pathlib; run.NOTEBOOKS = pathlib.Path({str(notebooks)!r})\n"
    program += "from helpers.cli import main\nif __name__ == '__main__': main()\n"
    script = tmp_path / "workbook.py"
    script.write_text(program, encoding="utf-8")
    command = [sys.executable, str(script), "run", str(pages), "--out", str(out)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True) as running:
        yield running


@pytest.fixture
def slow_run(begun_run, tmp_path):
    """Wait for the cell of a run to be under way; the process of the run and its kernel."""
    started = tmp_path / "started"
    return begun_run, int(_wait_for(lambda: started.exists() and started.read_text(encoding="utf-8")))


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminate"])
def test_a_notebook_that_is_stopped_while_it_starts_prints_nothing(begun_run, stop):
    _wait_for(lambda: len(_children(begun_run.pid)) > 1)
    os.killpg(begun_run.pid, stop)
    assert (begun_run.wait(60), begun_run.stderr.read()) == (128 + stop, b"")


@pytest.mark.parametrize("send", [os.kill, os.killpg], ids=["to the command", "to all of its group"])
@pytest.mark.parametrize(("stop", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "terminate"])
def test_no_kernel_outlives_its_run(slow_run, tmp_path, stop, code, send):
    running, kernel = slow_run
    send(running.pid, stop)
    assert (running.wait(60), running.stderr.read()) == (code, b"")
    _wait_for(lambda: not _runs(kernel))
    assert (tmp_path / "out" / "notebooks" / "slow.ipynb").read_text(encoding="utf-8") == "of the run before"


def test_what_a_killed_run_leaves_goes_by_itself_or_with_the_next(slow_run, workbook, pages, tmp_path):
    running, kernel = slow_run
    out = tmp_path / "out"
    running.kill()
    running.wait(60)
    assert [path.name for path in out.glob(".unfinished-*")] != []
    _wait_for(lambda: not _runs(kernel))
    assert workbook("compare", pages, "--out", out).exit_code == 0
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []
    assert (out / "notebooks" / "slow.ipynb").read_text(encoding="utf-8") == "of the run before"


def test_two_runs_into_one_folder_take_turns(slow_run, workbook, pages, tmp_path):
    running, _ = slow_run
    told = workbook("compare", pages, "--out", tmp_path / "out")
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert "another run is writing to this folder" in told.stderr
    running.send_signal(signal.SIGTERM)
    running.wait(60)
    assert workbook("compare", pages, "--out", tmp_path / "out").exit_code == 0


def test_a_reader_that_leaves_is_no_error(pages, tmp_path, workbook):
    table = tmp_path / "claims.csv"
    workbook("extract", pages, "--out", table)
    command = [*WORKBOOK, "diff", str(table), str(table)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert (running.wait(60), running.stderr.read()) == (141, b"")


def test_output_that_cannot_be_written_is_one_line():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run([*WORKBOOK, "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)


def _wait_for(condition):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(0.1)
    pytest.fail("did not come about within a minute")


def _runs(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _children(process):
    return [path for path in Path("/proc").glob("[0-9]*/stat") if _parent(path) == process]


def _parent(stat):
    try:
        return int(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    except OSError:
        return None
