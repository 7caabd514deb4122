"""docs/publishing.md says what the pack and the commands say."""

import re

import pytest
from typer.main import get_command

from helpers.cli import app
from helpers.packs.publishing import ClaimRule, read_publishing
from helpers.paths import PACKS, ROOT

PAGE = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")
RULES = read_publishing((PACKS / "aesthetics", PACKS / "english"))


def test_every_code_stands_there_with_its_severity() -> None:
    told = dict(re.findall(r"^\| (W\d+) \| (\w+) \|", PAGE, re.MULTILINE))
    assert told == {code: check.severity for code, check in RULES.checks.items()}


def test_every_condition_is_explained() -> None:
    table = PAGE.split("| condition of a claim |")[1].split("\n\n")[0]
    told = {name for cell in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", cell)}
    assert told == set(ClaimRule.model_fields) - {"id", "action", "reason", "examples", "counterexamples"}


@pytest.mark.parametrize("command", ["lint"])
def test_every_option_is_explained(command: str) -> None:
    options = {option.opts[0] for option in get_command(app).commands[command].params if option.opts[0].startswith("--")}  # type: ignore[attr-defined]
    told = {name for cell in re.findall(r"^\| (`--.*?`) \|", PAGE, re.MULTILINE) for name in re.findall(r"--[\w-]+", cell)}
    assert options - {"--pack", "--help"} == told
