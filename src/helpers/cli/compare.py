"""``workbook compare``: what sources have to do with each other."""

from pathlib import Path
from typing import Annotated

import typer

from helpers.cli.options import DEFAULT_PACK, OutFolder, PackName

Input = Annotated[Path, typer.Argument(metavar="INPUT", help="A folder of documents, or a claim table.")]


def compare(given: Input, out: OutFolder, pack: PackName = DEFAULT_PACK) -> None:
    """Write the relations among sources: all tables of a folder, or the relations of a claim table."""
    from helpers.cli.run import review_folder
    from helpers.cli.tables import write_tables, write_together
    from helpers.export import read_table
    from helpers.model import Relation
    from helpers.pipeline import Pipeline

    if given.suffix.lower() in (".csv", ".jsonl", ".parquet") and not given.is_dir():
        relations = Pipeline.of(pack).relate(read_table(given))
        written = write_together({"relations.csv": (relations, Relation)}, out)
        typer.echo("A claim table does not tell what was read without a claim: silence and gaps are not known.", err=True)
    else:
        written = write_tables(review_folder(given, pack), out)
    for name, count in written.items():
        typer.echo(f"{out / name}: {count} rows")
