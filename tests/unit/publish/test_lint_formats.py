"""Problems in every format: a draft's words are data in each of them."""

import json
from pathlib import Path

import pytest

from helpers.model.publishing import Message, Spot
from helpers.packs.publishing import Check
from helpers.publish import FORMATS, worst

CHECKS = {
    "W101": Check(severity="error", title="it came back", help="take it out"),
    "W112": Check(severity="note", title="a law bears on it", help="check it"),
}
HOSTILE = "50%\r\n::error file=x,line=1::pwned\u2028\x1b[31m, a: b"


def message(**changes: object) -> Message:
    told = {
        "path": "pages/no, 1: a%.md",
        "places": (Spot(3, 5, 3, 9),),
        "codes": ("W101", "W107"),
        "severity": "error",
        "title": "it came back",
        "message": f"It says {HOSTILE}.",
        "advice": "Take it out.",
        "wording": "Say this.",
        "details": (),
        "quote": "some",
        "fingerprint": "0f",
    }
    return Message(**told | changes)  # type: ignore[arg-type]


def test_text_is_some_lines_a_message_whatever_the_draft_says() -> None:
    lines = FORMATS["text"]([message(), message(codes=("W112",), severity="note", wording="")], CHECKS).split("\n")
    assert lines[0] == "pages/no, 1: a%.md:3:5: W101 error: it came back"
    assert lines[1] == "    “some”"
    assert lines[2].startswith("    It says 50%\\r\\n::error")
    assert "    May be said instead: Say this." in lines
    assert "    To do: Take it out." in lines  # where there is no wording
    assert lines[-1] == "1 error, 1 note"
    assert all(line.isprintable() for line in lines)
    assert FORMATS["text"]([], CHECKS) == "nothing found"


def test_what_the_draft_asks_not_to_be_told_is_listed_and_not_counted() -> None:
    asked = message(suppressed="the code sells a doll")
    lines = FORMATS["text"]([asked], CHECKS).split("\n")
    assert lines[-1] == "nothing found"
    assert lines[1] == "  pages/no, 1: a%.md:3: W101 it came back; the reason given: the code sells a doll"
    assert FORMATS["github"]([asked], CHECKS) == ""
    [result] = json.loads(FORMATS["sarif"]([asked], CHECKS))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "the code sells a doll"}]
    assert not worst([asked], "note")


def test_github_gets_one_command_a_message() -> None:
    written = FORMATS["github"]([message()], CHECKS)
    assert "\n" not in written
    assert "\r" not in written
    assert written.startswith(
        "::error file=pages/no%2C 1%3A a%25.md,line=3,col=5,endLine=3,endColumn=9,"
        "title=W101 it came back::It says 50%25%0D%0A::error"
    )
    assert written.endswith("May be said instead: Say this.")
    assert FORMATS["github"]([message(codes=("W112",), severity="note")], CHECKS).startswith("::notice ")


def test_json_holds_every_field() -> None:
    [told] = json.loads(FORMATS["json"]([message()], CHECKS))
    assert told["message"] == f"It says {HOSTILE}."
    assert (told["line"], told["code"], told["help"]) == (3, "W101", "take it out")
    assert FORMATS["json"]([message(quote="\udc80")], CHECKS).isascii()


def test_sarif_holds_what_the_standard_asks_for() -> None:
    many = (Spot(3, 5, 3, 9), Spot(4, 1, 4, 2))
    log = json.loads(FORMATS["sarif"]([message(places=many), message(codes=("W112",), severity="note")], CHECKS))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["W101", "W112"]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["partialFingerprints"] == {"workbookWords/v1": "0f"}
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "pages/no%2C%201%3A%20a%25.md"
        assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    assert run["results"][0]["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 4
    assert json.loads(FORMATS["sarif"]([], CHECKS))["runs"][0]["results"] == []


@pytest.mark.parametrize(
    ("severity", "at_least", "fails"),
    [
        ("error", "error", True),
        ("error", "note", True),
        ("warning", "error", False),
        ("note", "warning", False),
        ("note", "note", True),
    ],
)
def test_what_is_as_grave_as_asked_or_graver_fails(severity: str, at_least: str, fails: bool) -> None:
    assert worst([message(severity=severity)], at_least) is fails  # type: ignore[arg-type]
    assert not worst([], at_least)  # type: ignore[arg-type]


def test_a_path_is_written_the_same_on_every_system() -> None:
    assert f"file={Path('a') / 'b.md'}".replace("\\", "/") in FORMATS["github"]([message(path=str(Path("a") / "b.md"))], CHECKS)
