"""Readings of documents with what a model read in them: what is not kept is asked, what was answered is verified and settled."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.model.review import Reading
from helpers.model.second import Task
from helpers.paths import DATA
from helpers.pipeline import Pipeline
from helpers.second.estimate import Estimate, estimate
from helpers.second.fetch import OFFLINE, Spent, fetch, owing
from helpers.second.kept import Answer, Kept, Missing
from helpers.second.prompt import Prompt
from helpers.second.reader import ALL
from helpers.second.settings import ModelSettings, read_settings

ANSWERS = DATA / "answers"
UNSET = (
    "no model is named that could be asked; set WORKBOOK_MODEL_URL and WORKBOOK_MODEL_NAME, or read with --offline what was "
    "answered before"
)
Progress = Callable[[str, int], AbstractContextManager[Callable[[], object]]]


def _no_progress(words: str, total: int) -> AbstractContextManager[Callable[[], object]]:
    return nullcontext(lambda: None)


def _agreed(expected: Estimate) -> None:
    """Ask nobody."""


def _untold(spent: Spent) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Second:
    """How a second reader takes part.

    Attributes
    ----------
    answers : Path
        Where answers are kept.
    offline : bool
        Whether nobody is asked: only what is kept counts.
    tasks : tuple of str
        What is asked.
    settings : ModelSettings
    progress : callable
        As ``helpers.cli.progress.progress``.
    agree : callable
        Told what is expected before anything is asked; raises where a person does not agree.
    tell : callable
        Told what was spent.
    """

    answers: Path = ANSWERS
    offline: bool = False
    tasks: tuple[Task, ...] = ALL
    settings: ModelSettings = field(default_factory=read_settings)
    progress: Progress = _no_progress
    agree: Callable[[Estimate], object] = _agreed
    tell: Callable[[Spent], object] = _untold

    @property
    def kept(self) -> Kept:
        """The answers that are kept."""
        return Kept(self.answers, self.settings.name, self.settings.asked)

    def prompts(self, reading: Reading, pipeline: Pipeline) -> tuple[Prompt, ...]:
        """Return what is asked about a document; nothing where it could not be read or is of another field."""
        if not reading.reach.could_be_read:
            return ()
        return pipeline.second.prompts(pipeline.second_page(reading), self.tasks)

    def read(self, readings: Sequence[Reading], pipeline: Pipeline) -> list[Reading]:
        """Return readings with what the model read in them; where an answer was cut off, the halves of the part are asked.

        Raises
        ------
        WorkbookError
            No model is named, or no question at all would be answered.
        """
        asked = [(reading, self.prompts(reading, pipeline)) for reading in readings]
        kept, why = self.kept, dict[str, str]()
        known: set[str] = set()
        while True:
            asked = [(reading, self._cut(reading, prompts, pipeline, kept)) for reading, prompts in asked]
            fresh = [one for _, prompts in asked for one in prompts if kept.key(one) not in known]
            if not fresh:
                break
            why |= self._fetch(fresh, kept)
            known |= {kept.key(one) for one in fresh}
        return [pipeline.with_second(reading, [(one, _answer(one, kept, why)) for one in prompts]) for reading, prompts in asked]

    def _cut(self, reading: Reading, prompts: Sequence[Prompt], pipeline: Pipeline, kept: Kept) -> tuple[Prompt, ...]:
        """Return the prompts with smaller ones in the place of those whose answers were cut off."""
        found: list[Prompt] = []
        for one in prompts:
            answer = kept.get(one)
            smaller: tuple[Prompt, ...] = ()
            if answer is not None and answer.finish == "length":
                smaller = pipeline.second.smaller(pipeline.second_page(reading), one)
            found += self._cut(reading, smaller, pipeline, kept) if smaller else [one]
        return tuple(found)

    def _fetch(self, prompts: Sequence[Prompt], kept: Kept) -> dict[str, str]:
        """Ask what is not kept; return by key why there is no answer."""
        missing = owing(prompts, kept)
        if self.offline or not missing:
            return {}
        if not (self.settings.url and self.settings.name):
            raise WorkbookError(UNSET)
        from helpers.second.client import Client  # brings the network along, which nothing else needs

        self.agree(estimate(missing, self.settings))
        at_once, a_minute = self.settings.at_once, self.settings.a_minute
        with self.progress("Asking the model", len(missing)) as done:
            why, spent = fetch(missing, kept, Client(self.settings), at_once=at_once, a_minute=a_minute, done=done)
        self.tell(spent)
        return why


def _answer(prompt: Prompt, kept: Kept, why: dict[str, str]) -> Answer | Missing:
    return kept.get(prompt) or Missing(why.get(kept.key(prompt), OFFLINE))


READER, KEPT = "WORKBOOK_READER", "WORKBOOK_ANSWERS"  # how a run tells its notebooks who reads


def second_of_environment(chosen: str = "rules") -> Second | None:
    """Return a second reader whose answers are kept, where the environment or a choice names one; nobody is asked."""
    if os.environ.get(READER, chosen) != "model":
        return None
    return Second(Path(os.environ.get(KEPT) or ANSWERS), offline=True)


@contextmanager
def told_to_processes(second: Second | None) -> Iterator[None]:
    """Let processes that start in the block read as this one does; what they need was answered by then."""
    told = {READER: "model", KEPT: str(second.answers.resolve())} if second else {READER: "rules"}
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
