"""``workbook text``: what is read of a file."""

from pathlib import Path
from typing import Annotated

import typer

File = Annotated[Path, typer.Argument(metavar="FILE", help="A document of any format that is read.")]
Body = Annotated[bool, typer.Option("--body", help="Only the text itself, without what stands around it and without zones.")]

PLAIN = "text"


def text(file: File, body: Body = False) -> None:
    """Show the text that is read of a file, block by block with its zone and its place, and what is missing."""
    from helpers.cli.plain import printable, say
    from helpers.load import read_document

    document = read_document(file)
    if not document.parts:
        typer.echo("\n".join(map(printable, document.text.splitlines())))
    for part in document.parts:
        words = "\n".join(map(printable, document.text[part.start : part.end].splitlines()))
        if body and part.kind == PLAIN:
            typer.echo(f"{words}\n")
        elif not body:
            where = " ".join(filter(None, (part.place.words, part.place.selector)))
            say(f"[{part.kind}{', ' if where else ''}{where}]")
            typer.echo(f"{words}\n")
    for loss in document.losses:
        say(f"not read: {loss.reason}", err=True)
