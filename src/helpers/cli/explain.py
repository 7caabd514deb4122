"""``workbook explain``: how a file was read, rule by rule."""

import re
from pathlib import Path
from typing import Annotated

import typer

from helpers.cli.options import PackName
from helpers.paths import DEFAULT_PACK

Place = Annotated[
    str, typer.Argument(metavar="FILE[:LINE]", help="A document of any format, and perhaps one line of what is read of it.")
]

_PLACE = re.compile(r"(.+):(\d+)")


def explain(place: Place, pack: PackName = DEFAULT_PACK) -> None:
    """Show how a file is read, sentence by sentence: its words, the rules that were tried, what barred each, and who won."""
    from helpers.cli.plain import printable
    from helpers.errors import WorkbookError
    from helpers.load import read_document
    from helpers.pipeline import Pipeline
    from helpers.show.trace import trace_lines

    name, line = _parted(place)
    document = read_document(name)
    lines = document.text.count("\n") + 1
    if line is not None and not 1 <= line <= lines:
        raise WorkbookError(f"there is no line {line}; what is read of it has {lines} (see: workbook text)", path=name.name)
    trace = Pipeline.of(pack).explain(document)
    if line is not None:
        first = sum(len(words) + 1 for words in document.text.split("\n")[: line - 1])
        last = first + len(document.text.split("\n")[line - 1])
        trace = [one for one in trace if one.start <= last and one.end > first]
    for words in trace_lines(trace, document.text):
        typer.echo(printable(words))
    if not trace:
        typer.echo("no sentence stands there")


def _parted(place: str) -> tuple[Path, int | None]:
    """Return the file and the line of ``FILE:LINE``; a file of just that name comes first."""
    found = _PLACE.fullmatch(place)
    if found is None or Path(place).exists():
        return Path(place), None
    return Path(found[1]), int(found[2])
