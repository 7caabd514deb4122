"""What the commands of the content team share: the sources, the journal, the market and the day."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import chosen

if TYPE_CHECKING:
    import datetime

    from helpers.desk import Desk
    from helpers.readers import Second

FOLDER_CHOSEN = "what was chosen, else seeds"
Sources = Annotated[
    Path,
    typer.Option(
        "--sources",
        metavar="FOLDER",
        help="The reviewed documents.",
        default_factory=chosen("place"),
        show_default=FOLDER_CHOSEN,
    ),
]
Market = Annotated[
    str,
    typer.Option(
        "--market",
        metavar="NAME",
        help="Where it is to be published.",
        default_factory=chosen("market"),
        show_default="what was chosen, else any",
    ),
]
Day = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day that counts, YYYY-MM-DD.",
        default_factory=chosen("as_of"),
        show_default="what was chosen, else today",
    ),
]
Needed = Annotated[
    int,
    typer.Option(
        "--reviewers",
        min=1,
        max=2,
        help="How many reviewers must agree.",
        default_factory=chosen("reviewers"),
        show_default="what was chosen, else 1",
    ),
]


def open_desk(
    sources: Path,
    pack: str,
    *,
    database: str | None = None,
    market: str = "any",
    as_of: str | None = None,
    needed: int = 1,
    begun: bool = True,
    second: "Second | None" = None,
) -> "Desk":
    """Read the sources and the journal.

    Parameters
    ----------
    begun : bool
        Whether there must be a journal already; one that is named must be there all the same.
    second : Second, optional
        How a model reads as well.

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
    with Journal(database, make=not begun and not database) as journal:
        pipeline = Pipeline.of(pack, second)
        review = review_folder(sources, pipeline, journal, needed=needed)
        return Desk(pipeline, review, journal.events(), market=market, as_of=day, needed=needed)


def day_of(written: str | None) -> "datetime.date":
    """Return the day that counts: today where none is named."""
    from helpers.publish import day_of as read

    return read(written or "")
