"""The same per-document function over many documents, one at a time or in several processes."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context

from helpers.errors import SourceError, WorkbookError
from helpers.load import Found, read_document
from helpers.model.review import Reading
from helpers.packs.load import Pack
from helpers.pipeline import Pipeline

AHEAD = 8  # documents that each process may be ahead of who takes the readings: the bound on what waits in memory

_own: Pipeline  # a process's own pipeline, built when the process starts


def read_each(
    documents: Iterable[Found],
    pipeline: Pipeline,
    *,
    jobs: int = 1,
    refused: Callable[[Found, SourceError], object] | None = None,
) -> Iterator[Reading]:
    """Load and read documents one by one, in the order given; memory does not grow with their number.

    Parameters
    ----------
    documents : iterable of Found
        As :func:`helpers.load.list_documents` lists them.
    pipeline : Pipeline
    jobs : int
        Processes; the readings are the same for any number.
    refused : callable, optional
        Told of each document that cannot be read, which is then passed over.

    Raises
    ------
    WorkbookError
        A document cannot be read, and nobody is told: when its turn comes.
    """
    for found, read in _each(documents, pipeline, jobs):
        try:
            yield read()
        except SourceError as error:
            if refused is None:
                raise
            refused(found, error)


def _each(documents: Iterable[Found], pipeline: Pipeline, jobs: int) -> Iterator[tuple[Found, Callable[[], Reading]]]:
    """Give each document with what reads it, or waits until another process has."""
    if jobs == 1:
        for found in documents:
            yield found, partial(_read_with, pipeline, found)
    else:
        yield from _in_processes(documents, pipeline.pack, jobs)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Keep an interrupt waiting while the block starts processes, which inherit this: Ctrl-C is for the first one to handle."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_processes(documents: Iterable[Found], pack: Pack, jobs: int) -> Iterator[tuple[Found, Callable[[], Reading]]]:
    waiting: deque[tuple[Found, Future[Reading]]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(pack,))
    try:
        for found in documents:
            with interrupts_held():
                waiting.append((found, pool.submit(_read, found)))
            if len(waiting) > AHEAD * jobs:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    except BrokenProcessPool:
        raise WorkbookError("a process that reads documents died; run again with a smaller --jobs") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _start(pack: Pack) -> None:
    global _own
    _own = Pipeline(pack)


def _next(waiting: deque[tuple[Found, Future[Reading]]]) -> tuple[Found, Callable[[], Reading]]:
    found, reading = waiting.popleft()
    error = reading.exception()  # here, where a pool that broke is noticed
    if isinstance(error, BrokenProcessPool):
        raise error
    return found, reading.result


def _read(found: Found) -> Reading:
    return _read_with(_own, found)


def _read_with(pipeline: Pipeline, found: Found) -> Reading:
    return pipeline.read(read_document(found.path, found.source_id))
