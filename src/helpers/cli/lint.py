"""``workbook lint``: hold drafts against what the reviewers decided."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.desk import Day, Market, Needed, Sources
from helpers.cli.journal import Database
from helpers.cli.options import ChosenPack
from helpers.cli.plain import say
from helpers.cli.second import Answers, Offline, Reader, Readers, Yes, second_of
from helpers.cli.watch import changes, state_of
from helpers.errors import SourceError, WorkbookError

if TYPE_CHECKING:
    from helpers.drafts import DraftContext
    from helpers.model.draft import Draft
    from helpers.model.publishing import Message


class Format(StrEnum):
    """How problems are written."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"


class FailOn(StrEnum):
    """The mildest problem that fails."""

    error = "error"
    warning = "warning"
    note = "note"


Drafts = Annotated[
    list[Path],
    typer.Argument(metavar="DRAFT", help="What is to be published: files, folders of them, or - for what is piped in."),
]
Written = Annotated[Format, typer.Option("--format", help="How to write what is found.")]
Fails = Annotated[FailOn, typer.Option("--fail-on", help="Leave with 1 where something as grave as this is found.")]
Piped = Annotated[str, typer.Option("--name", metavar="FILE", help="What to call what is piped in; its ending says what it is.")]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever a draft, a source or the journal changes.")]

NOTHING_DECIDED = "No journal holds a decision yet: nothing is approved, so no statement counts as reviewed."
PIPE = Path("-")


def lint(
    drafts: Drafts,
    *,
    sources: Sources,
    pack: ChosenPack,
    database: Database = None,
    market: Market,
    as_of: Day,
    reviewers: Needed,
    format: Written = Format.text,
    fail_on: Fails = FailOn.warning,
    name: Piped = "draft.md",
    watch: Watch = False,
    reader: Readers = Reader.rules,
    answers: Answers = None,
    offline: Offline = False,
    yes: Yes = False,
) -> None:
    """Check drafts against the approved wordings, the cross-check and the evidence."""

    def opened() -> "DraftContext":
        from helpers.drafts import open_context

        context = open_context(sources, pack, journal=database or "", market=market, as_of=as_of, needed=reviewers, second=second)
        if not context.decided:
            say(NOTHING_DECIDED, err=True)
        return context

    second = second_of(reader, answers, offline=offline, yes=yes)
    if watch and PIPE in drafts:
        raise WorkbookError("what is piped in cannot be watched; name files or folders")
    gc.disable()  # the second that this takes leaves nothing behind that is worth looking for
    read = list(_drafts(drafts, name)) if not watch else []
    context = opened()
    gc.freeze()
    if watch:
        gc.enable()
        _watch(drafts, context, opened, (sources, database or "", as_of), format)
        return
    found = [message for draft in read for message in context.check(draft)]
    _tell(found, context, format)
    from helpers.publish import worst

    if worst(found, fail_on.value):
        raise typer.Exit(1)


def _drafts(named: Sequence[Path], piped: str) -> Iterator["Draft"]:
    """Read the drafts; in a folder what cannot be read is passed over and named on stderr."""
    from helpers.load import draft_of_bytes, find_documents, read_draft

    for path in named:
        if path == PIPE:
            yield draft_of_bytes(sys.stdin.buffer.read(), Path(piped))
        elif path.is_dir():
            for found in find_documents(path).found:
                try:
                    yield read_draft(found.path)
                except SourceError as error:
                    say(f"not read: {error}", err=True)
        else:
            yield read_draft(path)


def _tell(found: Sequence["Message"], context: "DraftContext", format: Format) -> None:
    from helpers.publish import FORMATS

    told = FORMATS[format.value](found, context.checks)
    if told:
        typer.echo(told)


def _watch(
    drafts: Sequence[Path],
    context: "DraftContext",
    opened: Callable[[], "DraftContext"],
    rests_on: tuple[Path, str, str],
    format: Format,
) -> None:
    """Tell again what is wrong whenever something changes, until somebody interrupts."""
    from helpers.journal_file import journal_file
    from helpers.publish import day_of

    sources, database, as_of = rests_on
    journal = journal_file(database)
    below = [sources, *([journal, journal.with_name(journal.name + "-wal")] if journal else [])]
    before = day_of(as_of), state_of(below)
    for _ in changes([*drafts, *below]):
        try:
            now = day_of(as_of), state_of(below)
            if now != before:
                context, before = opened(), now
            found = [message for draft in _drafts(drafts, "") for message in context.check(draft)]
        except WorkbookError as error:  # such as a draft that is being written
            say(error, err=True)
            continue
        _tell(found, context, format)
        sys.stdout.flush()
