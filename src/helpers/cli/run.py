"""``workbook run``: the main job on a folder of documents."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import OutFolder, PackName
from helpers.cli.plain import say
from helpers.cli.progress import progress
from helpers.paths import DEFAULT_PACK, NOTEBOOKS, SEEDS

if TYPE_CHECKING:
    from helpers.model.review import Review

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of .txt and .md documents.", show_default="seeds")]


def run(folder: Folder = SEEDS, out: OutFolder = Path("build"), pack: PackName = DEFAULT_PACK) -> None:
    """Read a folder's documents; write tables, notebooks and the report."""
    from helpers.cli.tables import tables_of, write_tables

    review = review_folder(folder, pack)
    for name, count in write_tables(tables_of(review), out).items():
        say(f"{out / name}: {count} rows")
    notebooks = sorted(NOTEBOOKS.glob("*.ipynb"))
    _execute(notebooks, out / "notebooks", folder, pack)
    for notebook in notebooks:
        say(out / "notebooks" / notebook.name)


def review_folder(folder: Path, pack: str) -> "Review":
    """Read a folder's documents and its manifest, and set the sources against each other."""
    from helpers.load import read_folder, read_manifest
    from helpers.pipeline import Pipeline

    manifest = read_manifest(folder)
    documents = read_folder(folder)
    pipeline = Pipeline.of(pack)
    readings = []
    with progress("Reading documents", len(documents)) as done:
        for document in documents:
            readings.append(pipeline.read(document))
            done()
    return pipeline.review_readings(readings, manifest)


def _execute(notebooks: list[Path], into: Path, folder: Path, pack: str) -> None:
    from helpers.cli.notebooks import execute_all
    from helpers.export import together

    parameters = {"FOLDER": os.path.relpath(folder, NOTEBOOKS), "PACK": pack}
    with progress("Executing notebooks", len(notebooks)) as done, together(into) as drafts:
        execute_all(notebooks, drafts, parameters=parameters, done=done)
