"""A draft held against 5 and against 300 sources: does the answer take longer once they were read?

Run by ``make bench`` or ``python benchmarks/bench_lint.py``. Pages and decisions are made up and always the same: every second
statement was decided. It reports processor seconds of the whole command, first with nothing kept ("cold") and then from what is
kept ("warm"), and the ratio of the two warm ones: 1 does not grow with the sources. Seconds are those of this machine.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from clinic_pages import page

from helpers.drafts import open_context
from helpers.kept import Kept
from helpers.load import read_folder
from helpers.model.decision import Ruling, Verdict
from helpers.pipeline import Pipeline
from helpers.review import Journal, decide, judged, statements

SIZES = (5, 300)
TIMES = 5
VERDICTS: tuple[Verdict, ...] = ("substantiated", "misleading", "needs_qualification")


def main() -> None:
    """Print a line for each size, and the ratio."""
    warm: list[float] = []
    print(f"{'sources':>8} {'events':>8} {'cold s':>8} {'warm s':>8}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            events = make(folder, size)
            cold = seconds(folder)
            warm.append(min(seconds(folder) for _ in range(TIMES)))
            print(f"{size:>8} {events:>8} {cold:>8.2f} {warm[-1]:>8.2f}")
    print(f"ratio of warm seconds: {warm[-1] / warm[0]:.2f}")


def make(folder: Path, size: int) -> int:
    """Write pages, a draft and a journal; return how many decisions there are."""
    sources = folder / "pages"
    sources.mkdir()
    for number in range(size):
        (sources / f"{number:03}.md").write_text(page(number), encoding="utf-8")
    (folder / "draft.md").write_text(page(size + 1, sentences=30), encoding="utf-8")
    open_context(sources, "aesthetics", kept=Kept(folder / "other"))  # so that the pack is kept, and nothing of the pages
    documents = {document.source_id: document for document in read_folder(sources)}
    pipeline = Pipeline.of("aesthetics")
    claims = [claim for document in documents.values() for claim in pipeline.read(document).claims if claim.zone == "body"]
    with Journal(folder / "journal.db") as journal:
        for number, statement in enumerate(statements(claims)):
            if number % 2:
                ruling = Ruling(VERDICTS[number % 3], "As the studies say.", references=("FR01",))
                seen = [judged(claim, documents[claim.source_id]) for claim in statement.claims]
                journal.append(decide(seen, ruling, reviewer="Sand"), documents.values())
        return journal.head().count


def seconds(folder: Path) -> float:
    """Return the processor seconds that ``workbook lint`` takes."""
    command = [sys.executable, "-c", "from helpers.cli import main; main()", "lint", str(folder / "draft.md")]
    options = ["--sources", str(folder / "pages"), "--db", str(folder / "journal.db"), "--as-of", "2026-05-01"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "WORKBOOK_CACHE": str(folder / "kept")}
    done = subprocess.run([*command, *options], env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit("the command failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
