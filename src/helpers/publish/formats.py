"""Messages as people and programs read them: text, JSON, SARIF 2.1.0, GitHub's annotations. A draft's words are data in each."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from textwrap import wrap
from typing import Any
from urllib.parse import quote

from helpers import __version__
from helpers.model.publishing import Message, Spot
from helpers.packs.publishing import Check
from helpers.publish.lint import ALARMS, LAST
from helpers.publish.words import quoted

SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PRINT = "workbookWords/v1"  # what a fingerprint is made of, and its edition
WIDE = 110

Checks = Mapping[str, Check]


def as_text(messages: Sequence[Message], _: Checks) -> str:
    """Return a few lines a message: where and what, the words, why, what to do; then what is not told, and the counts."""
    lines: list[str] = []
    for one in messages:
        if not one.suppressed:
            lines += _lines(one)
    asked = [one for one in messages if one.suppressed]
    if asked:
        lines.append("Not told, as the drafts ask:")
        lines += [f"  {one.path}:{one.line}: {one.code} {one.title}; the reason given: {one.suppressed}" for one in asked]
    counts = Counter(one.severity for one in messages if not one.suppressed)
    told = ", ".join(f"{counts[alarm]} {alarm}{'s' * (counts[alarm] != 1)}" for alarm in ALARMS if counts[alarm])
    return "\n".join([*(_on_one_line(line) for line in lines), told or "nothing found"])


def _lines(one: Message) -> list[str]:
    lines = [f"{one.path}:{one.line}:{one.column}: {one.code} {one.severity}: {one.title}"]
    parts = [
        "" if one.code in LAST else quoted(one.quote),
        one.message,
        *(f"- {line}" for line in one.details),
        f"May be said instead: {one.wording}" if one.wording else f"To do: {one.advice}" if one.advice else "",
    ]
    for part in filter(None, parts):
        lines += [f"    {line}" for line in wrap(_on_one_line(part), WIDE, break_long_words=False, break_on_hyphens=False)]
    return [*lines, ""]


def as_json(messages: Sequence[Message], checks: Checks) -> str:
    """Return a list of records with the fields of ``Message``, its first place, its code and the check's help beside them."""
    told = [asdict(one) | asdict(one.places[0]) | {"code": one.code, "help": checks[one.code].help} for one in messages]
    return _dump(told)


def as_sarif(messages: Sequence[Message], checks: Checks) -> str:
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
        "results": [_result(one, list(checks)) for one in messages],
    }
    return _dump({"$schema": SARIF, "version": "2.1.0", "runs": [run]})


def as_github(messages: Sequence[Message], _: Checks) -> str:
    """Return a workflow command a message, which GitHub shows beside the line; what the draft asks not to be told is left out."""
    commands = {"error": "error", "warning": "warning", "note": "notice"}
    return "\n".join(
        f"::{commands[one.severity]} file={_property(Path(one.path).as_posix())},line={one.line},col={one.column},"
        f"endLine={one.places[0].end_line},endColumn={one.places[0].end_column},"
        f"title={_property(f'{one.code} {one.title}')}::{_data(in_full(one))}"
        for one in messages
        if not one.suppressed
    )


FORMATS: dict[str, Callable[[Sequence[Message], Checks], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def in_full(one: Message) -> str:
    """Return everything that a message says, in a line."""
    do = f"May be said instead: {one.wording}" if one.wording else f"To do: {one.advice}" if one.advice else ""
    return " ".join(filter(None, (one.message, *one.details, do)))


def _result(one: Message, codes: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": one.severity,
        "message": {"text": in_full(one)},
        "locations": [_location(one, one.places[0])],
        "partialFingerprints": {PRINT: one.fingerprint},
    }
    if len(one.places) > 1:
        found["relatedLocations"] = [
            {"id": number, **_location(one, spot)} for number, spot in enumerate(one.places[1:], start=1)
        ]
    if one.suppressed:
        found["suppressions"] = [{"kind": "inSource", "justification": one.suppressed}]
    return found


def _location(one: Message, spot: Spot) -> dict[str, Any]:
    region = {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": quote(Path(one.path).as_posix())}, "region": region}}


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
