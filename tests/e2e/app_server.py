"""The app as `make app` starts it, on a folder of its own."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.paths import ROOT

RECIPE = r'^\t@\$\(BIN\)/workbook app .*--out "\$\(OUT\)"$'


@dataclass(frozen=True)
class App:
    """A running app: the whole address that it printed, the address without its token, and its folders."""

    whole: str
    home: Path

    @property
    def bare(self) -> str:
        """The address without the token."""
        return self.whole.partition("/?")[0]

    @property
    def journal(self) -> Path:
        """Where its decisions are."""
        return self.home / "decisions" / "journal.db"

    def enter(self, page: Page, place: str = "/") -> Page:
        """Open the address that was printed, wait until the folder is read, and go to a place."""
        page.goto(self.whole)
        expect(page.locator("#find")).to_be_visible()
        if place != "/":
            page.goto(self.bare + place)
        return page


@contextmanager
def running_app(home: Path, folder: Path) -> Iterator[App]:
    """Start the command of the Makefile on a folder, without opening a browser, and end it."""
    assert re.search(RECIPE, (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    (home / "decisions").mkdir(parents=True)
    command = [str(Path(sys.executable).with_name("workbook")), "app", str(folder), "--out", str(home / "build"), "--no-browser"]
    own = {"WORKBOOK_DB": str(home / "decisions" / "journal.db"), "WORKBOOK_HEADS": str(home / "heads"), "PYTHONUNBUFFERED": "1"}
    log = home / "log"
    with log.open("wb") as written:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | own, stdout=written, stderr=written)
        try:
            yield App(_printed(server, log), home)
        finally:
            server.terminate()
            assert server.wait(timeout=30) == 0
    assert "Traceback" not in log.read_text(encoding="utf-8")


def _printed(server: subprocess.Popen[bytes], log: Path) -> str:
    """Return the address that it prints; fail with what it said if it stops or stays silent for two minutes."""
    until = time.monotonic() + 120
    while server.poll() is None and time.monotonic() < until:
        found = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S{20,}", log.read_text(encoding="utf-8"))
        if found:
            return found[0]
        time.sleep(0.1)
    pytest.fail(f"the app did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")
