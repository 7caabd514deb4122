"""Two runs give the same bytes in every table, in whatever order Python keeps its sets."""

import os
import subprocess
import sys

import pytest

from helpers.export import read_table
from helpers.paths import SEEDS

WORKBOOK = [sys.executable, "-c", "from helpers.cli import main; main()"]


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def run(seed, *arguments):
    env = os.environ | {"PYTHONHASHSEED": str(seed)}
    subprocess.run([*WORKBOOK, *map(str, arguments)], check=True, capture_output=True, env=env)


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """All tables of the seeds."""
    folder = tmp_path_factory.mktemp("tables")
    run(1, "compare", SEEDS, "--out", folder)
    return folder


def test_every_table_of_the_seeds(tables, tmp_path):
    run(2, "compare", SEEDS, "--out", tmp_path)
    first = bytes_of(tables)
    assert first == bytes_of(tmp_path)
    assert all(content.count(b"\n") > 1 for content in first.values())


def test_the_claim_table_with_any_number_of_processes(tables, tmp_path):
    run(3, "extract", SEEDS, "--out", tmp_path / "claims.jsonl", "--jobs", 2)
    assert (tmp_path / "claims.jsonl").read_bytes() == (tables / "claims.jsonl").read_bytes()


def test_the_claim_table_as_parquet(tables, tmp_path):
    for seed in (1, 2):
        run(seed, "extract", SEEDS, "--out", tmp_path / f"{seed}.parquet")
    assert (tmp_path / "1.parquet").read_bytes() == (tmp_path / "2.parquet").read_bytes()
    assert read_table(tmp_path / "1.parquet") == read_table(tables / "claims.csv")


def test_a_claim_table_in_any_order_gives_the_same_relations(tables, tmp_path):
    header, *claims = (tables / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    simple = [line for line in claims if line.count('"') == 0]
    for name, lines in (("there", simple), ("back", simple[::-1])):
        (tmp_path / f"{name}.csv").write_text("".join([header, *lines]), encoding="utf-8")
        run(1, "compare", tmp_path / f"{name}.csv", "--out", tmp_path / name)
    there, back = bytes_of(tmp_path / "there"), bytes_of(tmp_path / "back")
    assert there.pop("run.json") != back.pop("run.json")  # each says which claim table it was made of
    assert there == back
