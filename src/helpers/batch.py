"""The same per-document function over many documents, one at a time or in several processes."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.load import read_document
from helpers.model.review import Reading
from helpers.packs.load import Pack
from helpers.pipeline import Pipeline

AHEAD = 8  # documents that each process may be ahead of who takes the readings: the bound on what waits in memory

_own: Pipeline  # a process's own pipeline, built when the process starts


def read_each(paths: Iterable[Path], pipeline: Pipeline, *, jobs: int = 1) -> Iterator[Reading]:
    """Load and read documents one by one, in the order given; memory does not grow with their number.

    Parameters
    ----------
    paths : iterable of Path
        As :func:`helpers.load.document_paths` lists them.
    pipeline : Pipeline
    jobs : int
        Processes; the readings are the same for any number.

    Raises
    ------
    WorkbookError
        A document cannot be read: when its turn comes.
    """
    if jobs == 1:
        for path in paths:
            yield pipeline.read(read_document(path))
    else:
        yield from _in_processes(paths, pipeline.pack, jobs)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Keep an interrupt waiting while the block starts processes, which inherit this: Ctrl-C is for the first one to handle."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_processes(paths: Iterable[Path], pack: Pack, jobs: int) -> Iterator[Reading]:
    waiting: deque[Future[Reading]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(pack,))
    try:
        for path in paths:
            with interrupts_held():
                waiting.append(pool.submit(_read, path))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise WorkbookError("a process that reads documents died; run again with a smaller --jobs") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _start(pack: Pack) -> None:
    global _own
    _own = Pipeline(pack)


def _read(path: Path) -> Reading:
    return _own.read(read_document(path))
