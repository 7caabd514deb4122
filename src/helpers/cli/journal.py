"""``workbook journal``: check the reviewers' journal, and carry it as a file that can be committed."""

from pathlib import Path
from typing import Annotated

import typer

Database = Annotated[
    str | None,
    typer.Option(
        "--db", metavar="WHERE", help="An SQLite file or a SQLAlchemy URL; else WORKBOOK_DB, else data/decisions/journal.db."
    ),
]
Target = Annotated[Path, typer.Argument(metavar="FILE", help="Where to write, as JSON lines; its head goes beside it.")]
Source = Annotated[Path, typer.Argument(metavar="FILE", help="An exported journal; its head lies beside it.")]
Since = Annotated[Path | None, typer.Option("--since", metavar="FILE", help="An earlier export that it must still hold.")]

journal = typer.Typer()


@journal.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Check, export and import the reviewers' decisions."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@journal.command()
def verify(database: Database = None, since: Since = None) -> None:
    """Find any decision that was changed, lost, added or reordered."""
    from helpers.model.decision import EMPTY
    from helpers.review import Journal, read_head

    noted = read_head(since) if since is not None else EMPTY
    with Journal(database, make=False) as opened:
        head = opened.verify(since=noted)
        typer.echo(f"{opened.name}: {head.count} events, nothing changed, lost or reordered; the last is {head.hash}")


@journal.command("export")
def export_(path: Target, database: Database = None) -> None:
    """Write all decisions to a file of JSON lines that can be committed."""
    from helpers.review import Journal, export_journal, head_path

    with Journal(database, make=False) as opened:
        head = export_journal(opened, path)
    typer.echo(f"{path}: {head.count} events; keep {head_path(path).name} with it")


@journal.command("import")
def import_(path: Source, database: Database = None) -> None:
    """Add the decisions of an exported journal that this one does not hold yet."""
    from helpers.review import Journal, import_journal

    with Journal(database) as opened:
        added = import_journal(opened, path)
        typer.echo(f"{opened.name}: {added} events added, {opened.head().count} in all")
