"""``workbook diff``: what two versions do not have in common, and which warnings went."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import PackName
from helpers.cli.plain import printable, say
from helpers.errors import WorkbookError
from helpers.paths import DEFAULT_PACK

if TYPE_CHECKING:
    from helpers.diff import Change
    from helpers.model import Claim
    from helpers.model.safety import LostWarning

Old = Annotated[Path, typer.Argument(metavar="OLD", help="A folder of documents, or a claim table: .csv, .jsonl or .parquet.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The folder or the claim table after the edit.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the changes to a table as well.")]
Warnings = Annotated[Path | None, typer.Option("--warnings", metavar="FILE", help="Write the warnings that went to a table.")]
Tell = Annotated[bool, typer.Option("--exit-code", help="Leave with 1 where the two differ.")]

WIDE = 200  # characters a line where no terminal says how many
UNKNOWN = "Claim tables do not show which warnings went: that needs the two folders of documents."


def diff(
    old: Old, new: New, out: Out = None, warnings: Warnings = None, pack: PackName = DEFAULT_PACK, exit_code: Tell = False
) -> None:
    """Show the claims that an edit of a rule or a page gained, lost or changed, and the warnings that pages lost."""
    from helpers.diff import Change
    from helpers.diff import diff as changes_between
    from helpers.export import write_table
    from helpers.model.safety import LostWarning

    folders = old.is_dir() and new.is_dir()
    if warnings is not None and not folders:
        raise WorkbookError(f"{UNKNOWN} Name those, or leave --warnings out")
    if folders:
        changes, lost = _of_folders(old, new, pack)
    else:
        changes, lost = changes_between(_claims(old), _claims(new)), ()
    if out is not None:
        write_table(changes, Change, out)
    if warnings is not None:
        write_table(lost, LostWarning, warnings)
    _show(changes)
    for one in lost:
        say(f"{one.source_id}: {one.reason}")
    counts = Counter(change.change for change in changes)
    say(", ".join(f"{counts[kind]} {kind}" for kind in ("added", "removed", "changed")))
    if folders:
        say(f"sentences of safety text that disappeared: {len(lost)}")
    if exit_code and (changes or lost):
        raise typer.Exit(1)


def _of_folders(old: Path, new: Path, pack: str) -> "tuple[list[Change], tuple[LostWarning, ...]]":
    from helpers.diff import between
    from helpers.load import read_folder
    from helpers.packs.safety import read_safety
    from helpers.pipeline import Pipeline
    from helpers.review import lost_between

    pipeline = Pipeline.of(pack)
    before, after = ([pipeline.read(document) for document in read_folder(folder)] for folder in (old, new))
    return between(before, after), lost_between(before, after, read_safety(pipeline.pack.folder_of("review.yml")))


def _claims(table: Path) -> "list[Claim]":
    from helpers.export import read_table

    if table.is_dir():
        raise WorkbookError("this is a folder and the other is not; name two folders or two claim tables", path=table)
    return read_table(table)


def _show(changes: Iterable["Change"]) -> None:
    """Print a row for each change; cells are text, whatever a document says."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("change", "source", "topic", "old", "new", "quote", box=None, pad_edge=False, header_style="bold")
    for one in changes:
        quote = one.old_quote if one.old_quote == one.new_quote else " → ".join(filter(None, (one.old_quote, one.new_quote)))
        cells = (one.change, one.source_id, one.topic, one.old, one.new, " ".join(quote.split()))
        table.add_row(*(Text(printable(cell)) for cell in cells))
    if table.row_count:
        Console(width=None if sys.stdout.isatty() else WIDE).print(table)
