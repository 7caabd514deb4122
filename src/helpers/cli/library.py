"""``workbook library``: the wordings that the reviewers approved."""

from pathlib import Path
from typing import Annotated

import typer

from helpers.cli.desk import Day, Market, Needed, Sources, open_desk
from helpers.cli.journal import Database
from helpers.cli.options import ChosenPack
from helpers.cli.plain import say

Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write a table: .csv, .jsonl or .parquet.")]
Uses = Annotated[Path | None, typer.Option("--uses", metavar="FILE", help="Write which wording stands on which page as well.")]


def library(
    *,
    sources: Sources,
    pack: ChosenPack,
    database: Database = None,
    market: Market,
    as_of: Day,
    reviewers: Needed,
    out: Out = None,
    uses: Uses = None,
) -> None:
    """Show the approved wordings, by whom and until when; what expired is no longer approved."""
    from helpers.export import write_table
    from helpers.model.publishing import LibraryRow, Use

    made = open_desk(sources, pack, database=database, market=market, as_of=as_of, needed=reviewers).library
    for row in made.rows:
        until = f" until {row.expires}" if row.expires else ""
        what = ": ".join(filter(None, (row.topic, row.item))).replace("_", " ")
        say(f"{row.state}{until}, by {', '.join(row.approved_by)} [{what}] {row.wording}")
    if out is not None:
        write_table(made.rows, LibraryRow, out)
    if uses is not None:
        write_table(made.uses, Use, uses)
    approved = sum(row.state == "approved" for row in made.rows)
    say(f"{approved} approved, {len(made.rows) - approved} expired, {len(made.refusals)} claims refused")
