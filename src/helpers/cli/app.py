"""The command ``workbook``: its commands and its version."""

from typing import Annotated

import typer

from helpers import __version__
from helpers.cli.compare import compare
from helpers.cli.diff import diff
from helpers.cli.explain import explain
from helpers.cli.export import export
from helpers.cli.extract import extract
from helpers.cli.journal import journal
from helpers.cli.language_server import language_server
from helpers.cli.library import library
from helpers.cli.lint import lint
from helpers.cli.manifest import manifest
from helpers.cli.plain import PlainGroup, prepare_process
from helpers.cli.quality import quality
from helpers.cli.read import read
from helpers.cli.redline import redline
from helpers.cli.run import run
from helpers.cli.serve import serve
from helpers.cli.text import text
from helpers.cli.train_flag import train_flag

app = typer.Typer(
    cls=PlainGroup,
    help="Find what published articles about medical and aesthetic treatments claim, and cross-check it.",
    epilog="Exit codes: 0 done; 2 wrong use or unreadable input, with one line that says what to change.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (run, read, extract, compare, diff, text, explain, manifest, library, lint, redline, export, quality):
    app.command()(command)
app.command(name="train-flag")(train_flag)
app.command(name="language-server")(language_server)
app.command(name="app")(serve)
app.add_typer(journal, name="journal")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"workbook {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """Run the command line; the console script ``workbook``."""
    prepare_process()
    app(prog_name="workbook")
