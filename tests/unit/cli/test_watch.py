"""``workbook lint --watch`` tells again when something changed, and nothing where nothing did."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from helpers.cli.watch import changes, state_of


def test_a_change_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "draft.md"
    file.parent.mkdir()
    steps = iter(
        [
            lambda: None,
            lambda: file.write_text("one", encoding="utf-8"),
            lambda: None,
            lambda: file.write_text("another", encoding="utf-8"),
            file.unlink,
        ]
    )

    def wait() -> None:
        next(steps)()

    seen = []
    for state in changes([file.parent, tmp_path / "missing"], wait=wait):
        seen.append([size for _, size, _ in state])
        if len(seen) == 4:
            break
    assert seen == [[], [3], [7], []]
    assert list(steps) == []


def test_where_nothing_changes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("one", encoding="utf-8")
    looks = iter(range(5))
    found = changes([tmp_path], wait=lambda: next(looks))
    assert next(found) == state_of([tmp_path])
    with pytest.raises(RuntimeError):  # it went on looking until the looks were used up
        next(found)


@pytest.fixture
def lines(pages: Path, tmp_path: Path) -> Iterator["Queue[str]"]:
    draft = tmp_path / "draft.md"
    draft.write_text("# Mesotherapy\n\nIt is safe.\n", encoding="utf-8")
    command = [
        sys.executable,
        "-c",
        "from helpers.cli import main; main()",
        "lint",
        str(draft),
        "--sources",
        str(pages),
        "--watch",
    ]
    environment = {**os.environ, "WORKBOOK_CACHE": str(tmp_path / "kept"), "WORKBOOK_DB": str(tmp_path / "none.db")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment) as process:
        told: Queue[str] = Queue()
        assert process.stdout is not None
        reader = Thread(target=lambda: [told.put(line) for line in process.stdout or ()], daemon=True)
        reader.start()
        yield told
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 128 + signal.SIGINT
        reader.join(timeout=60)


def until(told: "Queue[str]", words: str) -> list[str]:
    found = []
    while not found or words not in found[-1]:
        try:
            found.append(told.get(timeout=60))
        except Empty:
            raise AssertionError(f"{words!r} was not told: {found}") from None
    return found


def test_an_edit_of_a_draft_is_told(lines: "Queue[str]", tmp_path: Path) -> None:
    assert "W102" in "".join(until(lines, " errors\n"))
    (tmp_path / "draft.md").write_text("# News\n\nWe moved to another street.\n", encoding="utf-8")
    assert "W102" not in "".join(until(lines, "1 "))
    (tmp_path / "draft.md").write_text("# Mesotherapy\n\nThere is no downtime whatsoever.\n", encoding="utf-8")
    until(lines, "W107")
    until(lines, "no downtime whatsoever")
