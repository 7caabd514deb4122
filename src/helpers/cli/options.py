"""The options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer


def chosen(name: str) -> Callable[[], Any]:
    """Return what gives an option that is left out: what was chosen in the settings."""

    def default() -> Any:
        from helpers.settings import read_settings

        return getattr(read_settings(), name)

    return default


OutFolder = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write to; made if missing.")]
PackName = Annotated[str, typer.Option("--pack", metavar="NAME", help="The topic pack, a folder below data/packs.")]
ChosenPack = Annotated[
    str,
    typer.Option(
        "--pack",
        metavar="NAME",
        help="The topic pack, a folder below data/packs.",
        default_factory=chosen("pack"),
        show_default="what was chosen, else aesthetics",
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Processes that read at the same time.")]
Strict = Annotated[bool, typer.Option("--strict", help="Leave with 1 where anything in a folder was not read.")]
