"""Four writers that are killed lose nothing that was confirmed; `make fuzz` kills them thirty times."""

import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "fuzz"))
kill_in_rounds = import_module("killed_writers").kill_in_rounds


def test_nothing_confirmed_is_lost(tmp_path: Path) -> None:
    found = kill_in_rounds(f"sqlite:///{tmp_path}/journal.db", 2)
    assert found.confirmed > 4
    assert found.lost == 0


def test_nothing_confirmed_is_lost_on_postgresql(empty_postgres: str) -> None:
    found = kill_in_rounds(empty_postgres, 2)
    assert found.confirmed > 4
    assert found.lost == 0
