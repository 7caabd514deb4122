"""``workbook manifest``: what is known of a folder's sources, written down."""

from pathlib import Path
from typing import Annotated

import typer

from helpers.cli.plain import say

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The documents.")]


def manifest(folder: Folder) -> None:
    """Write FOLDER's manifest.yml, or bring its hashes up to date and add what is new; what people wrote in it stays."""
    from helpers.load.folder import MANIFEST
    from helpers.up_to_date import bring_up_to_date

    update = bring_up_to_date(folder)
    told = (("added", update.added), ("another version", update.changed), ("listed, but missing", update.missing))
    for words, names in told:
        for name in names:
            say(f"{words}: {name}")
    for reason in update.refused:
        say(f"not read: {reason}", err=True)
    say(f"{folder / MANIFEST}: {len(update.added)} added, {len(update.changed)} changed, {len(update.missing)} missing")
