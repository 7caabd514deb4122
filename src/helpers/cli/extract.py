"""``workbook extract``: the claim table."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import Jobs, PackName, Strict
from helpers.cli.passed import passed_over, tell_passed
from helpers.cli.plain import say
from helpers.paths import DEFAULT_PACK

if TYPE_CHECKING:
    from helpers.errors import SourceError
    from helpers.load import Found

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Documents of any format that is read, or folders of them.")]
OutFile = Annotated[Path, typer.Option("--out", metavar="FILE", help="The table to write: .csv, .jsonl or .parquet.")]


def extract(paths: Paths, out: OutFile, pack: PackName = DEFAULT_PACK, jobs: Jobs = 1, strict: Strict = False) -> None:
    """Write the claims of documents to one table."""
    from helpers.batch import read_each
    from helpers.export import write_table
    from helpers.load import list_documents
    from helpers.model import Claim
    from helpers.pipeline import Pipeline

    listing = list_documents(paths)
    passed = list(listing.passed)
    broken: list[SourceError] = []

    def refused(found: "Found", error: "SourceError") -> None:
        if len(broken) + 1 == len(listing.found):
            raise error
        broken.append(error)
        passed.append(passed_over(found, error))

    readings = read_each(listing.found, Pipeline.of(pack), jobs=jobs, refused=refused)
    count = write_table((claim for reading in readings for claim in reading.claims), Claim, out)
    tell_passed(passed, strict=strict)
    say(f"{out}: {count} claims of {len(listing.found) - len(broken)} documents")
