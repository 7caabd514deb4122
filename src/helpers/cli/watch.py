"""Files that somebody is working on: tell whenever one of them is another than before."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PAUSE = 0.5  # seconds between two looks
State = tuple[tuple[str, int, int], ...]


def state_of(paths: Iterable[Path]) -> State:
    """Return which files stand below some paths, how large they are and when they were written; nothing of what is missing."""
    found = []
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            try:
                known = file.stat()
            except OSError:
                continue
            found.append((str(file), known.st_size, known.st_mtime_ns))
    return tuple(found)


def changes(paths: Iterable[Path], *, wait: Callable[[], object] = lambda: time.sleep(PAUSE)) -> Iterator[State]:
    """Yield what stands there now, and again whenever it is another.

    Parameters
    ----------
    wait : callable
        What to do between two looks.
    """
    watched, before = list(paths), None
    while True:
        now = state_of(watched)
        if now != before:
            before = now
            yield now
        wait()
