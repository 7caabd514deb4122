"""Damaged files of every kind, a few of each; `make fuzz` reads thousands."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "fuzz"
sys.path.insert(0, str(FOLDER))
KINDS = [kind for script in sorted(FOLDER.glob("fuzz_*.py")) for kind in import_module(script.stem).kinds()]


@pytest.mark.parametrize(("name", "content", "read"), KINDS, ids=[name for name, _, _ in KINDS])
def test_a_damaged_file_is_read_or_refused_in_one_line(name, content, read):
    mutate = import_module("mutate")
    found = mutate.outcomes(name, content, read, mutate.SHORT)
    assert found.keys() <= {"read", "refused"}
    assert found["refused"] or name.endswith((".html", ".csv", ".eml"))  # nearly any bytes are one of these


@pytest.mark.parametrize(
    ("name", "content", "read"), [kind for kind in KINDS if kind[0].startswith("a.")], ids=lambda one: str(one)[:9]
)
def test_what_is_damaged_holds_claims_whose_places_can_be_checked(tmp_path, name, content, read):
    (tmp_path / name).write_bytes(content)
    script = import_module("fuzz_files")
    assert script.PIPELINE.read(script.read_document(tmp_path / name)).claims
