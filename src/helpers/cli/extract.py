"""``workbook extract``: the claim table."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import Jobs, PackName, Strict
from helpers.cli.passed import passed_over, tell_passed
from helpers.cli.plain import say
from helpers.paths import DEFAULT_PACK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.errors import SourceError
    from helpers.load import Found
    from helpers.model.reach import Reach

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Documents of any format that is read, or folders of them.")]
OutFile = Annotated[Path, typer.Option("--out", metavar="FILE", help="The table to write: .csv, .jsonl or .parquet.")]


def extract(paths: Paths, out: OutFile, pack: PackName = DEFAULT_PACK, jobs: Jobs = 1, strict: Strict = False) -> None:
    """Write the claims of documents to one table."""
    from helpers.batch import read_each
    from helpers.export import write_table
    from helpers.load import list_documents
    from helpers.model import Claim
    from helpers.model.notices import notices
    from helpers.pipeline import Pipeline

    listing = list_documents(paths)
    passed = list(listing.passed)
    broken: list[SourceError] = []

    def refused(found: "Found", error: "SourceError") -> None:
        if len(broken) + 1 == len(listing.found):
            raise error
        broken.append(error)
        passed.append(passed_over(found, error))

    pipeline = Pipeline.of(pack)
    reaches: list[Reach] = []

    def claims() -> "Iterator[Claim]":
        for reading in read_each(listing.found, pipeline, jobs=jobs, refused=refused):
            reaches.append(reading.reach)
            yield from reading.claims

    count = write_table(claims(), Claim, out)
    say(f"{out}: {count} claims of {len(listing.found) - len(broken)} documents")
    for line in notices(reaches, {found.source_id: found.path.name for found in listing.found}):
        say(line, err=True)
    tell_passed(passed, strict=strict)
