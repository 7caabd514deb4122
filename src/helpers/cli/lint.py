"""``workbook lint``: hold drafts against what the reviewers decided."""

import gc
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from helpers.cli.desk import Day, Market, Needed, Sources
from helpers.cli.journal import Database
from helpers.cli.options import PackName
from helpers.cli.plain import say
from helpers.paths import DEFAULT_PACK, SEEDS


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


Drafts = Annotated[list[Path], typer.Argument(metavar="DRAFT", help="What is to be published, of any format that is read.")]
Written = Annotated[Format, typer.Option("--format", help="How to write what is found.")]
Fails = Annotated[FailOn, typer.Option("--fail-on", help="Leave with 1 where something as grave as this is found.")]

NOTHING_DECIDED = "No journal holds a decision yet: nothing is approved, so no statement counts as reviewed."


def lint(
    drafts: Drafts,
    sources: Sources = SEEDS,
    pack: PackName = DEFAULT_PACK,
    database: Database = None,
    market: Market = "any",
    as_of: Day = None,
    reviewers: Needed = 1,
    format: Written = Format.text,
    fail_on: Fails = FailOn.warning,
) -> None:
    """Check drafts against the approved wordings, the cross-check and the evidence."""
    gc.disable()  # for a second there is nothing worth looking for
    from helpers.drafts import open_context
    from helpers.load import read_draft
    from helpers.publish import FORMATS, worst

    read = [read_draft(path) for path in drafts]
    context = open_context(sources, pack, journal=database or "", market=market, as_of=as_of or "", needed=reviewers)
    gc.freeze()  # nor at the end
    if not context.decided:
        say(NOTHING_DECIDED, err=True)
    found = [message for draft in read for message in context.check(draft)]
    told = FORMATS[format.value](found, context.checks)
    if told:
        typer.echo(told)
    if worst(found, fail_on.value):
        raise typer.Exit(1)
