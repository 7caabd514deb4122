"""A model as second reader in the app: asked where one is named, and never above the limit that a terminal would ask about."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from helpers.errors import WorkbookError
from helpers.outputs import Told
from helpers.readers import Second
from helpers.second.estimate import Estimate, must_ask
from helpers.second.settings import read_settings


def second_for(tell: Told) -> Second:
    """Return how a model takes part: without an address only what it answered before counts.

    Parameters
    ----------
    tell : callable
        Told what is being done; what it raises ends the reading.
    """
    settings = read_settings()

    def agree(expected: Estimate) -> None:
        if must_ask(expected, settings):
            raise WorkbookError(
                f"The model would be asked {expected.questions} questions, about {expected.tokens:,} tokens, which is above the "
                "limit. Whoever set this up can run “workbook read FOLDER --reader model” once; then open the folder again."
            )

    @contextmanager
    def progress(words: str, total: int) -> Iterator[Callable[[], object]]:
        done = 0

        def step() -> None:
            nonlocal done
            done += 1
            tell(words, done, total)

        tell(words, 0, total)
        yield step

    return Second(offline=not (settings.url and settings.name), settings=settings, progress=progress, agree=agree)
