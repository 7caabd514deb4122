"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

OutFolder = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write to; made if missing.")]
PackName = Annotated[str, typer.Option("--pack", metavar="NAME", help="The topic pack, a folder below data/packs.")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Processes that read at the same time.")]
Strict = Annotated[bool, typer.Option("--strict", help="Leave with 1 where anything in a folder was not read.")]
