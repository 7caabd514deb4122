"""An editor talks to ``workbook language-server`` over stdin and stdout, as the protocol says."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.load import read_folder
from helpers.model.decision import Ruling
from helpers.pipeline import Pipeline
from helpers.review import Journal, decide, judged

DRAFT = "# Mesotherapy\n\n\U0001f489 There is zero downtime after mesotherapy. Sessions are two weeks apart.\n"


class Editor:
    """The other end of the protocol."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process, self.asked = process, 0

    def send(self, method: str, params: Any, *, answer: bool = False) -> Any:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if answer:
            self.asked += 1
            message["id"] = self.asked
        content = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(f"Content-Length: {len(content)}\r\n\r\n".encode() + content)
        self.process.stdin.flush()
        return self.until(lambda one: one.get("id") == self.asked)["result"] if answer else None

    def until(self, wanted: Any) -> dict[str, Any]:
        assert self.process.stdout is not None
        while True:
            length = 0
            while line := self.process.stdout.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            assert length, "the server ended"
            message = json.loads(self.process.stdout.read(length))
            if wanted(message):
                return dict(message)

    def told(self) -> list[dict[str, Any]]:
        found = self.until(lambda one: one.get("method") == "textDocument/publishDiagnostics")
        return list(found["params"]["diagnostics"])

    def open(self, uri: str, text: str) -> list[dict[str, Any]]:
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})
        return self.told()

    def type(self, uri: str, text: str, version: int) -> None:
        changed = {"uri": uri, "version": version}
        self.send("textDocument/didChange", {"textDocument": changed, "contentChanges": [{"text": text}]})


@pytest.fixture
def journal(pages: Path, tmp_path: Path) -> Path:
    place = tmp_path / "journal.db"
    [document] = [one for one in read_folder(pages) if one.source_id == "clinic"]
    with Journal(place) as opened:
        for claim in Pipeline.of("aesthetics").read(document).claims:
            if claim.topic in ("downtime", "session_interval"):
                ruling = (
                    Ruling("misleading", "Bruises last.", "Plan for bruises of a week.")
                    if claim.topic == "downtime"
                    else Ruling("substantiated", references=("FR02",))
                )
                opened.append(decide([judged(claim, document)], ruling, reviewer="Sand"))
    return place


@pytest.fixture
def editor(pages: Path, journal: Path, tmp_path: Path) -> Iterator[Editor]:
    command = [sys.executable, "-W", "ignore", "-c", "from helpers.cli import main; main()", "language-server"]
    options = ["--sources", str(pages), "--db", str(journal), "--as-of", "2026-06-01", "--market", "canada"]
    environment = {**os.environ, "WORKBOOK_CACHE": str(tmp_path / "kept")}
    pipe = subprocess.PIPE
    with subprocess.Popen([*command, *options], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment) as process:
        made = Editor(process)
        made.send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, answer=True)
        made.send("initialized", {})
        yield made
        made.send("shutdown", None, answer=True)
        made.send("exit", None)
        assert process.wait(timeout=30) == 0


def test_an_editor_is_told_what_is_wrong_and_what_may_be_said(editor: Editor) -> None:
    uri = "file:///drafts/page.md"
    [refused] = editor.open(uri, DRAFT)
    assert (refused["code"], refused["severity"], refused["source"]) == ("W101", 1, "workbook")
    assert refused["range"] == {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 44}}  # in UTF-16
    assert "Bruises last" in refused["message"]
    asked = {"textDocument": {"uri": uri}, "range": refused["range"], "context": {"diagnostics": [refused]}}
    [action] = editor.send("textDocument/codeAction", asked, answer=True)
    [edit] = action["edit"]["changes"][uri]
    assert (edit["newText"], edit["range"]) == ("Plan for bruises of a week.", refused["range"])


def test_what_is_typed_is_checked_once_nobody_types_any_more(editor: Editor) -> None:
    uri = "untitled:draft"
    assert [one["code"] for one in editor.open(uri, "# Mesotherapy\n\nSessions are two weeks apart.\n")] == []
    editor.type(uri, "# Mesotherapy\n\nThere is no", 2)
    editor.type(uri, "# Mesotherapy\n\nThere is no downtime.\n", 3)
    [refused] = editor.told()
    assert refused["code"] == "W101"
    editor.type(uri, "\n", 4)
    assert editor.told() == []
    editor.send("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.told() == []


def test_a_decision_counts_when_the_draft_is_saved(editor: Editor, pages: Path, journal: Path) -> None:
    uri = "file:///drafts/page.md"
    text = "# Mesotherapy\n\nExpect three days of downtime.\n"
    assert [one["code"] for one in editor.open(uri, text)] == ["W102"]
    [document] = [one for one in read_folder(pages) if one.source_id == "salon"]
    claim = next(one for one in Pipeline.of("aesthetics").read(document).claims if one.topic == "downtime")
    with Journal(journal) as opened:
        opened.append(decide([judged(claim, document)], Ruling("substantiated", references=("FR02",)), reviewer="Sand"))
    editor.send("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert editor.told() == []


def test_a_journal_that_is_gone_is_told_in_the_editor(editor: Editor, journal: Path) -> None:
    for path in journal.parent.glob("journal.db*"):
        path.unlink()
    [failed] = editor.open("file:///drafts/page.md", DRAFT)
    assert failed["message"].startswith("This text could not be checked: ")
