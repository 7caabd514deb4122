"""What a command says of files that were not read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from helpers.cli.plain import say

if TYPE_CHECKING:
    from helpers.errors import SourceError
    from helpers.load import Found
    from helpers.model.source import Passed


def passed_over(found: "Found", error: "SourceError") -> "Passed":
    """Return the record of a document that could not be read."""
    from helpers.model.source import Passed

    return Passed(str(found.path), str(error).removeprefix(f"{found.path}: "))


def tell_passed(passed: "Sequence[Passed]", *, strict: bool) -> None:
    """Write a line to stderr for each file that was not read, with its reason.

    Raises
    ------
    typer.Exit
        With 1, where there is one and the user asked for that.
    """
    for one in passed:
        say(f"not read: {one.name}: {one.reason}", err=True)
    if strict and passed:
        raise typer.Exit(1)
