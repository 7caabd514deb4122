"""``workbook diff``: what two claim tables do not have in common."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.plain import printable, say

if TYPE_CHECKING:
    from helpers.diff import Change

Old = Annotated[Path, typer.Argument(metavar="OLD", help="A claim table: .csv, .jsonl or .parquet.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The claim table after the edit.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the changes to a table as well.")]
Tell = Annotated[bool, typer.Option("--exit-code", help="Leave with 1 where the tables differ.")]

WIDE = 200  # characters a line where no terminal says how many


def diff(old: Old, new: New, out: Out = None, exit_code: Tell = False) -> None:
    """Show the claims that an edit of a rule or a page gained, lost or changed."""
    from helpers.diff import Change
    from helpers.diff import diff as changes_between
    from helpers.export import read_table, write_table

    changes = changes_between(read_table(old), read_table(new))
    if out is not None:
        write_table(changes, Change, out)
    _show(changes)
    counts = Counter(change.change for change in changes)
    say(", ".join(f"{counts[kind]} {kind}" for kind in ("added", "removed", "changed")))
    if exit_code and changes:
        raise typer.Exit(1)


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
