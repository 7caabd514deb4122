"""The notebooks read as prose, and take what was chosen from the settings."""

import json

import pytest

from helpers.paths import NOTEBOOKS
from helpers.settings import Settings, write_settings

ALL = sorted(NOTEBOOKS.glob("*.ipynb"))


def code_cells(path):
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_code_is_hidden_until_somebody_asks_for_it(path):
    assert [cell["source"] for cell in code_cells(path) if not cell["metadata"].get("jupyter", {}).get("source_hidden")] == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_nothing_has_to_be_edited_to_read_another_folder(path, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_DB", str(tmp_path / "journal.db"))
    write_settings(Settings(folder=str(tmp_path), pack="supplements", market="uk", reviewers=2, reviewer="Sand"))
    [cell] = [cell for cell in code_cells(path) if "parameters" in cell["metadata"].get("tags", [])]
    known = {}
    exec("from helpers.settings import read_settings\n" + "".join(cell["source"]), known)
    expected = {"FOLDER": str(tmp_path), "PACK": "supplements", "MARKET": "uk", "NEEDED": 2, "REVIEWER": "Sand", "AS_OF": ""}
    assert {name: known[name] for name in expected if name in known} == {
        name: value for name, value in expected.items() if name in known
    }
    assert {"FOLDER", "PACK"} <= known.keys()
