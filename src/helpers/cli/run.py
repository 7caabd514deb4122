"""``workbook run``: the main job on a folder of documents."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import DEFAULT_PACK, OutFolder, PackName
from helpers.paths import SEEDS

if TYPE_CHECKING:
    from helpers.model.review import Review

Folder = Annotated[Path, typer.Argument(metavar="[FOLDER]", help="A folder of .txt or .md documents.", show_default="seeds")]


def run(folder: Folder = SEEDS, out: OutFolder = Path("build"), pack: PackName = DEFAULT_PACK) -> None:
    """Read a folder's documents; write tables, executed notebooks and the report."""
    from helpers.cli.tables import write_tables

    review = review_folder(folder, pack)
    for name, count in write_tables(review, out).items():
        typer.echo(f"{out / name}: {count} rows")


def review_folder(folder: Path, pack: str) -> "Review":
    """Read a folder's documents and its manifest, and set the sources against each other."""
    from helpers.load import read_folder, read_manifest
    from helpers.pipeline import Pipeline

    documents = read_folder(folder)
    return Pipeline.of(pack).review(documents, read_manifest(folder))
