"""``workbook run``: the main job on a folder of documents."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import ChosenPack, OutFolder, Strict, chosen
from helpers.cli.passed import tell_passed
from helpers.cli.plain import say
from helpers.cli.progress import progress
from helpers.cli.second import Answers, ChosenReader, Offline, Yes, second_of, tell_seconds
from helpers.paths import NOTEBOOKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.model import Document
    from helpers.model.review import Past, Review
    from helpers.pipeline import Pipeline
    from helpers.review import Journal

Folder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER",
        help="A folder of documents; subfolders are read too.",
        default_factory=chosen("place"),
        show_default="what was chosen, else seeds",
    ),
]


def run(
    *,
    folder: Folder,
    out: OutFolder = Path("build"),
    pack: ChosenPack,
    strict: Strict = False,
    reader: ChosenReader,
    answers: Answers = None,
    offline: Offline = False,
    yes: Yes = False,
) -> None:
    """Read a folder's documents; write tables, exports, the report and notebooks."""
    from helpers.cli.desk import open_desk
    from helpers.cli.tables import tables_of, write_tables
    from helpers.export import together
    from helpers.outputs import made_of_desk, rests_on_no_less, write_exports
    from helpers.readers import told_to_processes
    from helpers.settings import read_settings

    settings = read_settings()
    second = second_of(reader, answers, offline=offline, yes=yes)
    market, day, needed = settings.market, settings.as_of, settings.reviewers
    desk = open_desk(folder, pack, market=market, as_of=day, needed=needed, begun=False, second=second)
    with together(out, made_of_desk("run", desk)) as drafts:
        rests_on_no_less(desk, out)
        counts = write_tables(tables_of(desk.review), drafts)
        exports = write_exports(desk, drafts)
        with told_to_processes(second):
            notebooks = _execute_notebooks(folder, pack, drafts / "notebooks")
    for name, count in counts.items():
        say(f"{out / name}: {count} rows")
    for name in (*exports, *(f"notebooks/{name}" for name in notebooks)):
        say(out / name)
    tell_seconds(desk.review)
    tell_reach(desk.review)
    tell_passed(desk.review.passed, strict=strict)


def tell_reach(review: "Review") -> None:
    """Say on stderr which pages, or parts of them, could not be read."""
    from helpers.model.names import Names
    from helpers.model.notices import notices

    for line in notices(review.reaches.values(), Names(review).sources):
        say(line, err=True)


def review_folder(
    folder: Path,
    pipeline: "Pipeline",
    journal: "Journal | None" = None,
    *,
    needed: int = 1,
) -> "Review":
    """Read a folder's documents and its manifest, and set the sources against each other and against their last versions."""
    from helpers.load import open_folder, read_manifest

    manifest = read_manifest(folder)
    documents, passed = open_folder(folder)
    readings = []
    with progress("Reading documents", len(documents)) as done:
        for document in documents:
            readings.append(pipeline.read(document))
            done()
    past = _past(journal, documents, needed) if journal else None
    return pipeline.review_readings(pipeline.with_readers(readings), manifest, past, passed)


def _past(journal: "Journal", documents: "Iterable[Document]", needed: int) -> "Past":
    from helpers.review import past_of

    return past_of(journal, documents, needed=needed)


def _execute_notebooks(folder: Path, pack: str, into: Path) -> list[str]:
    """Execute the project's notebooks on a folder; return their names."""
    from helpers.cli.notebooks import execute_all

    into.mkdir()
    notebooks = sorted(NOTEBOOKS.glob("*.ipynb"))
    parameters = {"FOLDER": os.path.relpath(folder, NOTEBOOKS), "PACK": pack}
    with progress("Executing notebooks", len(notebooks)) as done:
        execute_all(notebooks, into, parameters=parameters, done=done)
    return [notebook.name for notebook in notebooks]
