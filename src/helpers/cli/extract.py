"""``workbook extract``: the claim table."""

from pathlib import Path
from typing import Annotated

import typer

from helpers.cli.options import Jobs, PackName
from helpers.cli.plain import say
from helpers.paths import DEFAULT_PACK

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Documents (.txt, .md) or folders of them.")]
OutFile = Annotated[Path, typer.Option("--out", metavar="FILE", help="The table to write: .csv, .jsonl or .parquet.")]


def extract(paths: Paths, out: OutFile, pack: PackName = DEFAULT_PACK, jobs: Jobs = 1) -> None:
    """Write the claims of documents to one table."""
    from helpers.batch import read_each
    from helpers.export import write_table
    from helpers.load import document_paths
    from helpers.model import Claim
    from helpers.pipeline import Pipeline

    documents = document_paths(paths)
    claims = (claim for reading in read_each(documents, Pipeline.of(pack), jobs=jobs) for claim in reading.claims)
    count = write_table(claims, Claim, out)
    say(f"{out}: {count} claims of {len(documents)} documents")
