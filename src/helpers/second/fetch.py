"""Asks what has no answer yet, several questions at a time, and keeps each answer as it comes."""

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from threading import Event, Lock
from typing import Protocol

from helpers.model.second import Task
from helpers.second.answers import UnreadableAnswer, entries_of
from helpers.second.kept import Answer, Kept, Missing
from helpers.second.prompt import Prompt

GIVE_UP = 3  # questions in a row to which nobody answered: the others are not asked
OFFLINE = "none is kept, and nobody is asked"


class Asks(Protocol):
    """Whoever answers questions."""

    def ask(self, prompt: Prompt) -> Answer | Missing:
        """Return the answer to a prompt, or why there is none."""


@dataclass(frozen=True)
class Spent:
    """What a run asked: questions, tokens and their price."""

    asked: int = 0
    sent: int = 0
    answered: int = 0
    cost: float = 0.0


def owing(prompts: Iterable[Prompt], kept: Kept) -> list[Prompt]:
    """Return the prompts that have no whole answer of the model yet: what failed is asked again."""
    found = {}
    for one in prompts:
        answer = kept.get(one)
        if answer is None or not is_whole(answer, one.part.task):
            found[kept.key(one)] = one
    return list(found.values())


def is_whole(answer: Answer, task: Task) -> bool:
    """Say whether an answer came to its end in the form that was asked for; a refusal is whole, and is not asked again."""
    if answer.finish != "stop":
        return answer.finish == "refusal"
    try:
        list(entries_of(answer.text, task))
    except UnreadableAnswer:
        return False
    return True


class Pace:
    """Lets so many questions a minute begin.

    Parameters
    ----------
    a_minute : int
        0 is as many as there are.
    """

    def __init__(self, a_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._gap = 60 / a_minute if a_minute else 0.0
        self._clock, self._lock, self._next = clock, Lock(), 0.0

    def wait(self, over: Event) -> None:
        """Wait for the next turn, or until it is over."""
        if self._gap:
            with self._lock:
                turn = max(self._next, self._clock())
                self._next = turn + self._gap
            over.wait(max(0.0, turn - self._clock()))


def fetch(
    prompts: Sequence[Prompt],
    kept: Kept,
    model: Asks,
    *,
    at_once: int,
    a_minute: int = 0,
    done: Callable[[], object] = lambda: None,
) -> tuple[dict[str, str], Spent]:
    """Ask every prompt and keep each answer.

    Parameters
    ----------
    prompts : sequence of Prompt
        As :func:`owing` gives them.
    done : callable
        Called after each.

    Returns
    -------
    tuple of dict and Spent
        By key, why there is no answer; and what the others cost.

    Raises
    ------
    WorkbookError
        No question at all would be answered.
    """
    run = _Run(kept, model, Pace(a_minute))
    pool = ThreadPoolExecutor(at_once)
    try:
        waiting: list[Future[None]] = [pool.submit(run.one, prompt) for prompt in prompts]
        for future in as_completed(waiting):
            future.result()
            done()
    finally:
        run.over.set()
        pool.shutdown(cancel_futures=True)
    return run.missing, run.spent


class _Run:
    """What the threads of one run share."""

    def __init__(self, kept: Kept, model: Asks, pace: Pace) -> None:
        self.kept, self.model, self.pace = kept, model, pace
        self.over, self._lock = Event(), Lock()
        self.missing: dict[str, str] = {}
        self.spent = Spent()
        self._unheard, self._last = 0, ""

    def one(self, prompt: Prompt) -> None:
        self.pace.wait(self.over)
        answer = Missing(self._last or "the run was stopped") if self.over.is_set() else self.model.ask(prompt)
        if isinstance(answer, Answer):
            self.kept.put(prompt, answer)
        with self._lock:
            self._count(prompt, answer)

    def _count(self, prompt: Prompt, answer: Answer | Missing) -> None:
        if isinstance(answer, Missing):
            self.missing[self.kept.key(prompt)] = answer.why
            self._unheard, self._last = self._unheard + 1, answer.why
            if self._unheard >= GIVE_UP:
                self.over.set()
            return
        self._unheard = 0
        told = self.spent
        cost = round(told.cost + answer.cost, 6)
        self.spent = Spent(told.asked + 1, told.sent + answer.sent, told.answered + answer.answered, cost)
