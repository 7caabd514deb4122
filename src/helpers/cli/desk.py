"""What the commands of the content team share: the sources, the journal, the market and the day."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.errors import WorkbookError

if TYPE_CHECKING:
    from helpers.desk import Desk

Sources = Annotated[Path, typer.Option("--sources", metavar="FOLDER", help="The reviewed documents.", show_default="seeds")]
Market = Annotated[str, typer.Option("--market", metavar="NAME", help="Where it is to be published.")]
Day = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The day that counts, YYYY-MM-DD; else today.")]
Needed = Annotated[int, typer.Option("--reviewers", min=1, max=2, help="How many reviewers must agree.")]


def open_desk(sources: Path, pack: str, *, database: str | None, market: str, as_of: str | None, needed: int) -> "Desk":
    """Read the sources and the journal.

    Raises
    ------
    WorkbookError
        Either cannot be read, or the day or the market is none.
    """
    from helpers.cli.run import review_folder
    from helpers.desk import Desk
    from helpers.pipeline import Pipeline
    from helpers.review import Journal

    day = day_of(as_of)
    with Journal(database, make=False) as journal:
        events = journal.events()
    return Desk(Pipeline.of(pack), review_folder(sources, pack), events, market=market, as_of=day, needed=needed)


def day_of(written: str | None) -> datetime.date:
    """Return the day that counts: today where none is named."""
    if written is None:
        return datetime.datetime.now(tz=datetime.UTC).date()
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise WorkbookError(f"{written!r} is no date; write --as-of as YYYY-MM-DD") from None
