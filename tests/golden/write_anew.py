"""Writes the tables of this folder anew; look at what changed before you keep it."""

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), *(str(ROOT / "tests" / "unit" / part) for part in ("compare", "evidence"))]

import test_evidence_of_the_sources as evidence  # noqa: E402
import test_five_sources as sources  # noqa: E402

TABLES = (
    (sources.GOLDEN, lambda: sources.table(sources.relations())),
    (sources.FINDINGS, sources.finding_table),
    (evidence.GOLDEN, evidence.table),
)

for path, rows in TABLES:
    with path.open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows()])
    print(path.relative_to(ROOT))
