"""Two runs give the same bytes in every table, in whatever order Python keeps its sets."""

import os
import subprocess
import sys

import pytest

from helpers.paths import SEEDS

WORKBOOK = [sys.executable, "-c", "from helpers.cli import main; main()"]


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def run(seed, *arguments):
    env = os.environ | {"PYTHONHASHSEED": str(seed)}
    subprocess.run([*WORKBOOK, *map(str, arguments)], check=True, capture_output=True, env=env)


def test_every_table_of_the_seeds(tmp_path):
    for seed in (1, 2):
        run(seed, "compare", SEEDS, "--out", tmp_path / str(seed))
    first = bytes_of(tmp_path / "1")
    assert first == bytes_of(tmp_path / "2")
    assert all(content.count(b"\n") > 1 for content in first.values())


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_the_claim_table_with_any_number_of_processes(tmp_path, suffix):
    for jobs in (1, 2):
        run(jobs, "extract", SEEDS, "--out", tmp_path / f"{jobs}.{suffix}", "--jobs", jobs)
    assert (tmp_path / f"1.{suffix}").read_bytes() == (tmp_path / f"2.{suffix}").read_bytes()


def test_a_claim_table_in_any_order_gives_the_same_relations(tmp_path):
    run(1, "compare", SEEDS, "--out", tmp_path / "all")
    header, *claims = (tmp_path / "all" / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    simple = [line for line in claims if line.count('"') == 0]
    for name, lines in (("there", simple), ("back", simple[::-1])):
        (tmp_path / f"{name}.csv").write_text("".join([header, *lines]), encoding="utf-8")
        run(1, "compare", tmp_path / f"{name}.csv", "--out", tmp_path / name)
    assert bytes_of(tmp_path / "there") == bytes_of(tmp_path / "back")
