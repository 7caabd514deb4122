"""Problems as people and programs read them: text, JSON, SARIF 2.1.0, GitHub's annotations. A draft's words are data in each."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from helpers import __version__
from helpers.model.publishing import Alarm, Problem
from helpers.packs.publishing import Check

SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ALARMS: tuple[Alarm, ...] = ("error", "warning", "note")

Checks = Mapping[str, Check]


def as_text(problems: Sequence[Problem], checks: Checks) -> str:
    """Return a line a problem, its wording below it, and the counts."""
    lines = []
    for one in problems:
        lines.append(f"{one.path}:{one.line}:{one.column}: {one.code} {one.severity}: {checks[one.code].title}. {one.message}")
        if one.wording:
            lines.append(f"    may be said instead: {one.wording}")
    counts = Counter(one.severity for one in problems)
    told = ", ".join(f"{counts[alarm]} {alarm}{'s' * (counts[alarm] != 1)}" for alarm in ALARMS if counts[alarm])
    return "\n".join([*(_on_one_line(line) for line in lines), told or "nothing found"])


def as_json(problems: Sequence[Problem], checks: Checks) -> str:
    """Return a list of records with the fields of ``Problem``, the check's title and help beside them."""
    told = [asdict(one) | {"title": checks[one.code].title, "help": checks[one.code].help} for one in problems]
    return _dump(told)


def as_sarif(problems: Sequence[Problem], checks: Checks) -> str:
    """Return a log of one run; columns count characters, and in ``.docx`` a paragraph is a line."""
    rules = [
        {
            "id": code,
            "shortDescription": {"text": check.title},
            "help": {"text": check.help},
            "defaultConfiguration": {"level": check.severity},
        }
        for code, check in checks.items()
    ]
    driver = {"name": "workbook lint", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, list(checks)) for one in problems],
    }
    return _dump({"$schema": SARIF, "version": "2.1.0", "runs": [run]})


def as_github(problems: Sequence[Problem], checks: Checks) -> str:
    """Return a workflow command a problem, which GitHub shows beside the line."""
    commands = {"error": "error", "warning": "warning", "note": "notice"}
    return "\n".join(
        f"::{commands[one.severity]} file={_property(Path(one.path).as_posix())},line={one.line},col={one.column},"
        f"endLine={one.end_line},endColumn={one.end_column},title={_property(f'{one.code} {checks[one.code].title}')}"
        f"::{_data(_with_wording(one))}"
        for one in problems
    )


FORMATS: dict[str, Callable[[Sequence[Problem], Checks], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def _result(one: Problem, codes: Sequence[str]) -> dict[str, Any]:
    region = {"startLine": one.line, "startColumn": one.column, "endLine": one.end_line, "endColumn": one.end_column}
    place = {"artifactLocation": {"uri": quote(Path(one.path).as_posix())}, "region": region}
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": one.severity,
        "message": {"text": _with_wording(one)},
        "locations": [{"physicalLocation": place}],
    }


def _with_wording(one: Problem) -> str:
    return f"{one.message} May be said instead: {one.wording}" if one.wording else one.message


def _dump(content: object) -> str:
    """Return JSON in ASCII, so that no letter of a draft can end a line or fail to be written."""
    return json.dumps(content, indent=2)


def _on_one_line(text: str) -> str:
    r"""Write control characters out (``\x1b``), so that a draft's words cannot steer a terminal."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
