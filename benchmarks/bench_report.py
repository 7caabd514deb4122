"""Three hundred pages in one report: how large, how soon on the screen, and how much more time than a tenth of them?

Run by ``make bench`` or ``python benchmarks/bench_report.py``. The pages are made up and always the same. It reports kB a page
and ratios: 10 is in proportion, 100 would be the square. Seconds are those of this machine; the first screen is measured in
headless Chromium where there is one (``WORKBOOK_CHROMIUM`` or on the PATH), from the file's address to the cross-check.
"""

import datetime
import os
import shutil
import tempfile
import time
from functools import partial
from pathlib import Path

from clinic_pages import page

from helpers.desk import Desk
from helpers.model import Document
from helpers.pipeline import Pipeline
from helpers.show.report import ONE_FILE, Why, write_report

SIZES = (30, 300)
DAY = datetime.date(2026, 5, 1)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Print a line for each size and way of writing."""
    pipeline = Pipeline.of()
    why = Why(partial(pipeline.explain, silent=False), {rule.id: rule.reason for rule in pipeline.pack.rules})
    before = 0.0
    print(f"{'pages':>6} {'files':>6} {'seconds':>8} {'time x':>7} {'kB a page':>10} {'first screen':>13} {'all findings':>13}")
    for size in SIZES:
        documents = [Document(f"page-{number:04}", page(number), "", f"page-{number:04}.txt") for number in range(size)]
        review = pipeline.review(documents)
        publishing = Desk(pipeline, review, (), as_of=DAY).publishing
        for one_file in (ONE_FILE, 0):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "report.html"
                started = time.process_time()
                write_report(review, publishing, path, why=why, one_file=one_file)
                seconds = time.process_time() - started
                written = [one for one in Path(folder).rglob("*") if one.is_file()]
                kilobytes = sum(one.stat().st_size for one in written) / 1000 / size
                growth = f"{seconds / before:.1f}" if before and one_file else ""
                shown, found = _screens(path)
                print(f"{size:>6} {len(written):>6} {seconds:>8.2f} {growth:>7} {kilobytes:>10.1f} {shown:>13} {found:>13}")
            before = seconds if one_file else before


def _screens(path: Path) -> tuple[str, str]:
    """Return the seconds to the first layer and from there to all findings; dashes where there is no browser."""
    chromium = os.environ.get("WORKBOOK_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        return "-", "-"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, headless=True, args=FLAGS)
        opened = browser.new_page()
        started = time.perf_counter()
        opened.goto(path.as_uri(), wait_until="commit")
        opened.locator("#matrix").wait_for()
        shown = time.perf_counter() - started
        started = time.perf_counter()
        opened.get_by_role("link", name="Findings", exact=True).click()
        opened.get_by_text("in all.").wait_for()
        found = time.perf_counter() - started
        browser.close()
    return f"{shown:.2f}", f"{found:.2f}"


if __name__ == "__main__":
    main()
