"""``workbook language-server``: tells an editor what is wrong with a draft while somebody types it."""

import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.cli.desk import Day, Market, Needed, Sources
from helpers.cli.journal import Database
from helpers.cli.options import ChosenPack
from helpers.cli.watch import state_of
from helpers.errors import WorkbookError

if TYPE_CHECKING:
    from lsprotocol import types
    from pygls.lsp.server import LanguageServer
    from pygls.workspace import TextDocument

    from helpers.drafts import DraftContext
    from helpers.model.publishing import Message, Spot

NAME = "workbook"
PAUSE = 0.2  # seconds in which nothing was typed
UNNAMED = ".md"  # how a text is read that has no ending
INSTEAD = "instead"  # what of a message's data is the approved wording
_LINE_END = re.compile(r"\r\n|\r|\n")


def language_server(
    *,
    sources: Sources,
    pack: ChosenPack,
    database: Database = None,
    market: Market,
    as_of: Day,
    reviewers: Needed,
) -> None:
    """Check drafts in an editor as they are typed, over stdin and stdout (Language Server Protocol)."""
    from helpers.drafts import open_context
    from helpers.journal_file import journal_file
    from helpers.publish import day_of

    journal = journal_file(database or "")
    below = [sources, *([journal, journal.with_name(journal.name + "-wal")] if journal else [])]

    def opened() -> "DraftContext":
        return open_context(sources, pack, journal=database or "", market=market, as_of=as_of, needed=reviewers)

    protocol = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever else writes to stdout would break the protocol
    server_of(HeldAgainst(opened, lambda: (day_of(as_of), state_of(below)))).start_io(
        os.fdopen(os.dup(sys.stdin.fileno()), "rb"), protocol
    )


class HeldAgainst:
    """What drafts are held against, opened anew when what it rests on has changed.

    Parameters
    ----------
    opened : callable
        Opens it.
    state : callable
        Returns something that differs where what it rests on does.
    """

    def __init__(self, opened: "Callable[[], DraftContext]", state: Callable[[], object]) -> None:
        self._opened, self._state = opened, state
        self._context: DraftContext | None = None
        self._before: object = None

    def context(self, *, look: bool) -> "DraftContext":
        """Return it; with ``look``, after a look at what it rests on."""
        now = self._state() if look or self._context is None else self._before
        if self._context is None or now != self._before:
            self._context, self._before = self._opened(), now
        return self._context

    def messages(self, text: str, path: Path, *, look: bool) -> "tuple[Message, ...]":
        """Return what is wrong with a text that an editor shows."""
        from helpers.load import draft_of_bytes

        if not text.strip():
            return ()
        return self.context(look=look).check(draft_of_bytes(text.encode("utf-8", "surrogatepass"), path))


def server_of(against: HeldAgainst) -> "LanguageServer":
    """Return a server that has not been started."""
    import asyncio

    from lsprotocol import types
    from pygls.lsp.server import LanguageServer

    from helpers import __version__

    server = LanguageServer(NAME, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)

    def tell(uri: str, *, look: bool) -> None:
        document = server.workspace.get_text_document(uri)
        try:
            found = against.messages(document.source, _path(document), look=look)
            told = [diagnostic(one, document) for one in found if not one.suppressed]
        except WorkbookError as error:
            told = [_failed(str(error))]
        made = types.PublishDiagnosticsParams(uri=uri, diagnostics=told, version=document.version)
        server.text_document_publish_diagnostics(made)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        tell(params.text_document.uri, look=True)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        tell(params.text_document.uri, look=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        await asyncio.sleep(PAUSE)
        if server.workspace.get_text_document(uri).version == version:  # else somebody went on typing
            tell(uri, look=False)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=params.text_document.uri, diagnostics=[]))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]))
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        return actions(params.text_document.uri, params.context.diagnostics)

    return server


def diagnostic(one: "Message", document: "TextDocument") -> "types.Diagnostic":
    """Return a message as an editor takes it; its other places stand beside it."""
    from lsprotocol import types

    from helpers.model.words import capital
    from helpers.publish.formats import in_full

    severities = {
        "error": types.DiagnosticSeverity.Error,
        "warning": types.DiagnosticSeverity.Warning,
        "note": types.DiagnosticSeverity.Information,
    }
    lines = _LINE_END.split(document.source)
    beside = [
        types.DiagnosticRelatedInformation(types.Location(document.uri, _range(spot, lines, document)), one.title)
        for spot in one.places[1:]
    ]
    return types.Diagnostic(
        range=_range(one.places[0], lines, document),
        message=f"{capital(one.title)}. {in_full(one)}",
        severity=severities[one.severity],
        code=one.code,
        source=NAME,
        related_information=beside or None,
        data={INSTEAD: one.wording} if one.wording else None,
    )


def actions(uri: str, told: "Sequence[types.Diagnostic]") -> "list[types.CodeAction]":
    """Return an edit for each message that has an approved wording: it takes the sentence's place."""
    from lsprotocol import types

    made = []
    for one in told:
        wording = one.data.get(INSTEAD, "") if isinstance(one.data, dict) else ""
        if wording:
            edit = types.WorkspaceEdit(changes={uri: [types.TextEdit(one.range, str(wording))]})
            title = f"Say instead: {wording}"
            made.append(types.CodeAction(title=title, kind=types.CodeActionKind.QuickFix, diagnostics=[one], edit=edit))
    return made


def _range(spot: "Spot", lines: Sequence[str], document: "TextDocument") -> "types.Range":
    """Return a place in the units that the editor counts."""
    from lsprotocol import types

    def position(line: int, column: int) -> types.Position:
        words = lines[line - 1] if line <= len(lines) else ""
        return types.Position(line - 1, document.position_codec.client_num_units(words[: column - 1]))

    return types.Range(position(spot.line, spot.column), position(spot.end_line, spot.end_column))


def _failed(words: str) -> "types.Diagnostic":
    from lsprotocol import types

    start = types.Position(0, 0)
    return types.Diagnostic(types.Range(start, start), f"This text could not be checked: {words}", source=NAME)


def _path(document: "TextDocument") -> Path:
    from helpers.load.formats import is_read

    path = Path(document.path or document.filename or "")
    return path if is_read(path) else path.with_name((path.name or "draft") + UNNAMED)
