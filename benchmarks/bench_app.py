"""The app on 5, 44 and 300 pages: how long from the command to the first screen, the first time and the next, and while it runs?

Run by ``make bench`` or ``python benchmarks/bench_app.py``. The pages are made up and always the same. Seconds are those of this
machine, seen from outside: the command is started, and its address is asked until the cards of the pages stand there.
"""

import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from clinic_pages import page

SIZES = (5, 44, 300)
PATIENCE = 600  # seconds


def main() -> None:
    """Print a line for each size."""
    print(f"{'pages':>6} {'first time':>11} {'next start':>11} {'while it runs':>14} {'kB':>6}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as home:
            folder = Path(home) / "pages"
            folder.mkdir()
            for number in range(size):
                (folder / f"page-{number:04}.txt").write_text(page(number), encoding="utf-8")
            first, _, _ = started(Path(home), folder)
            following, again, kilobytes = started(Path(home), folder)
            print(f"{size:>6} {first:>11.2f} {following:>11.2f} {again:>14.2f} {kilobytes:>6.0f}", flush=True)


def started(home: Path, folder: Path) -> tuple[float, float, float]:
    """Return the seconds from the command to the first screen, those to see it again when all is open, and its size in kB."""
    command = [str(Path(sys.executable).with_name("workbook")), "app", str(folder), "--no-browser", "--out", str(home / "build")]
    own = {"WORKBOOK_DB": str(home / "journal.db"), "WORKBOOK_HEADS": str(home / "heads"), "WORKBOOK_CACHE": str(home / "kept")}
    begun = time.perf_counter()
    server = subprocess.Popen(command, env=os.environ | own | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        found = re.search(r"http://([\d.:]+)(/\S+)", server.stdout.readline())
        assert found is not None
        cookie = ask(found[1], found[2], "")[1]
        seen_after(found[1], cookie, 'class="card"')
        first = time.perf_counter() - begun
        seen_after(found[1], cookie, 'id="find"', without='data-address="/far"')
        begun = time.perf_counter()
        text, _ = ask(found[1], "/", cookie)
        return first, time.perf_counter() - begun, len(text) / 1000
    finally:
        server.terminate()
        server.wait()


def seen_after(host: str, cookie: str, sign: str, *, without: str = "\0") -> None:
    """Ask for the first screen until something stands in it, and something else does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        text, _ = ask(host, "/", cookie)
        if sign in text and without not in text:
            return
        time.sleep(0.05)
    raise TimeoutError("the first screen did not come")


def ask(host: str, address: str, cookie: str) -> tuple[str, str]:
    """Return an answer's text, and the cookie that came with it."""
    connection = http.client.HTTPConnection(host, timeout=PATIENCE)
    connection.request("GET", address, headers={"Cookie": cookie})
    answer = connection.getresponse()
    text, given = answer.read().decode(), (answer.headers["Set-Cookie"] or "").partition(";")[0]
    connection.close()
    return text, given


if __name__ == "__main__":
    main()
