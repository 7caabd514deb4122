"""The same per-document function over many documents, one at a time or in several processes."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from helpers.load import read_document
from helpers.model.review import Reading
from helpers.pipeline import DEFAULT_PACK, Pipeline

AHEAD = 8  # documents that each process may be ahead of the reader: the bound on what waits in memory

_own: Pipeline  # a process's own pipeline, built when the process starts


def read_each(paths: Iterable[Path], *, pack: str = DEFAULT_PACK, jobs: int = 1) -> Iterator[Reading]:
    """Load and read documents one by one, in the order given; memory does not grow with their number.

    Parameters
    ----------
    paths : iterable of Path
        As :func:`helpers.load.document_paths` lists them.
    pack : str
    jobs : int
        Processes; the readings are the same for any number.

    Raises
    ------
    WorkbookError
        The pack does not hold together, or a document cannot be read: when its turn comes.
    """
    pipeline = Pipeline.of(pack)  # here too, so that a wrong pack is said once and before any process starts
    if jobs == 1:
        for path in paths:
            yield pipeline.read(read_document(path))
    else:
        yield from _in_processes(paths, pack, jobs)


def _in_processes(paths: Iterable[Path], pack: str, jobs: int) -> Iterator[Reading]:
    waiting: deque[Future[Reading]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(pack,))
    try:
        for path in paths:
            waiting.append(pool.submit(_read, path))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _start(pack: str) -> None:
    """Build the process's pipeline; an interrupt is for the first process to handle."""
    global _own
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own = Pipeline.of(pack)


def _read(path: Path) -> Reading:
    return _own.read(read_document(path))
