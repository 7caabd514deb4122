"""``workbook app``: the whole workbook in a browser, for people who never open a terminal."""

from pathlib import Path
from typing import Annotated

import typer

from helpers.cli.options import OutFolder
from helpers.cli.plain import say

Folder = Annotated[
    Path | None,
    typer.Argument(metavar="FOLDER", help="The documents to begin with.", show_default="what was chosen last, else seeds"),
]
Below = Annotated[
    Path | None,
    typer.Option("--root", metavar="DIR", help="The folder below which others may be chosen; else where FOLDER lies."),
]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 takes any that is free.")]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Whether the browser opens by itself.")]


def serve(
    folder: Folder = None, out: OutFolder = Path("build"), root: Below = None, port: Port = 0, browser: Browser = True
) -> None:
    """Open the workbook in a browser, on this machine only, at an address with a token."""
    from helpers.app import serve as run
    from helpers.settings import as_chosen, changed, read_settings

    settings = read_settings()
    if folder is not None:
        settings = changed(settings, folder=as_chosen(folder))
    place, here = settings.place.resolve(), Path.cwd()
    top = root or (here if place.is_relative_to(here) and place != here else place.parent)
    run(settings, root=top, out=out, port=port, browser=browser, say=say)
