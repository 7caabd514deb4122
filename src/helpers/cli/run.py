"""``workbook run``: the main job on a folder of documents."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import OutFolder, PackName, Strict
from helpers.cli.passed import tell_passed
from helpers.cli.plain import say
from helpers.cli.progress import progress
from helpers.paths import DEFAULT_PACK, NOTEBOOKS, SEEDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.model import Document
    from helpers.model.review import Past, Review
    from helpers.pipeline import Pipeline
    from helpers.review import Journal

Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="A folder of documents; subfolders are read too.", show_default="seeds")
]


def run(folder: Folder = SEEDS, out: OutFolder = Path("build"), pack: PackName = DEFAULT_PACK, strict: Strict = False) -> None:
    """Read a folder's documents; write tables, exports, the report and notebooks."""
    from helpers.cli.desk import open_desk
    from helpers.cli.export import write_exports
    from helpers.cli.tables import tables_of, write_tables

    desk = open_desk(folder, pack, begun=False)
    for name, count in write_tables(tables_of(desk.review), out).items():
        say(f"{out / name}: {count} rows")
    tell_reach(desk.review)
    for path in write_exports(desk, out):
        say(path)
    for notebook in _execute_notebooks(folder, pack, out / "notebooks"):
        say(notebook)
    tell_passed(desk.review.passed, strict=strict)


def tell_reach(review: "Review") -> None:
    """Say on stderr which pages, or parts of them, could not be read."""
    from helpers.model.names import Names
    from helpers.model.notices import notices

    for line in notices(review.reaches.values(), Names(review).sources):
        say(line, err=True)


def review_folder(folder: Path, pipeline: "Pipeline", journal: "Journal | None" = None) -> "Review":
    """Read a folder's documents and its manifest, and set the sources against each other and against their last versions."""
    from helpers.load import open_folder, read_manifest

    manifest = read_manifest(folder)
    documents, passed = open_folder(folder)
    readings = []
    with progress("Reading documents", len(documents)) as done:
        for document in documents:
            readings.append(pipeline.read(document))
            done()
    past = _past(journal, documents) if journal else None
    return pipeline.review_readings(readings, manifest, past, passed)


def _past(journal: "Journal", documents: "Iterable[Document]") -> "Past":
    from helpers.review import past_of

    return past_of(journal, documents)


def _execute_notebooks(folder: Path, pack: str, into: Path) -> list[Path]:
    """Execute the project's notebooks on a folder; return where each was saved."""
    from helpers.cli.notebooks import execute_all
    from helpers.export import together

    notebooks = sorted(NOTEBOOKS.glob("*.ipynb"))
    parameters = {"FOLDER": os.path.relpath(folder, NOTEBOOKS), "PACK": pack}
    with progress("Executing notebooks", len(notebooks)) as done, together(into) as drafts:
        execute_all(notebooks, drafts, parameters=parameters, done=done)
    return [into / notebook.name for notebook in notebooks]
