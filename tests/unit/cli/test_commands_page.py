"""docs/commands.md names every command, option and table, and none that is not there."""

import re

import pytest
from typer.main import get_command

from helpers.cli import app
from helpers.paths import ROOT

PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## workbook ([\w-]+)\n(.*?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL))
COMMANDS = get_command(app).commands


def test_every_command_is_listed():
    assert set(re.findall(r"^\| `workbook ([\w-]+)`", PAGE, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("name", SECTIONS)
def test_every_option_is_explained(name):
    cells = re.findall(r"^\| (`.*?) \|", SECTIONS[name].split("| option |")[1], re.MULTILINE)
    named = {word for cell in cells for word in re.findall(r"`([^`.]+)`", cell)}
    own = {
        option.metavar if option.param_type_name == "argument" else option.opts[0]
        for option in COMMANDS[name].params
        if option.name != "help"
    }
    assert named & own == own
    assert {word for word in named - own if word.startswith("--")} == set()


def test_every_table_is_explained(workbook, pages, tmp_path):
    workbook("compare", pages, "--out", tmp_path / "out")
    assert set(re.findall(r"`(\w+\.(?:csv|jsonl|json))`", SECTIONS["run"])) == {
        path.name for path in (tmp_path / "out").iterdir()
    }
