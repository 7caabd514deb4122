"""How far a run is, for someone who looks at a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(words: str, total: int) -> Iterator[Callable[[], object]]:
    """Show a bar on stderr while the block runs; nothing where stderr is not a terminal.

    Parameters
    ----------
    words : str
        What is being done, in our own words: never a document's.
    total : int
        Steps until it is done.

    Yields
    ------
    callable
        To be called after each step.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(f"{words:<20}", total=total)
        yield lambda: bar.advance(task)
