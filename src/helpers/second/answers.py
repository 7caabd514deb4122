"""What a model answered, taken apart: one entry at a time, so that a wrong one costs no other."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ConfigDict, Field, ValidationError

from helpers.model.second import DroppedFor, Task
from helpers.packs.read import Strict

_LONGEST = 200
_PLACED = ("quote", "sentence")
_FENCED = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_REASONED = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)


class _Said(Strict):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    sentence: int
    quote: str


class SaidClaim(_Said):
    """A claim as an answer gives it; nothing of it is believed yet."""

    topic: str
    item: str | None = None
    level: str | None = None
    low: float | None = Field(default=None, allow_inf_nan=False)
    high: float | None = Field(default=None, allow_inf_nan=False)
    certainty: str = "asserted"
    treatment: str | None = None
    phase: str | None = None
    area: str | None = None
    group: str | None = None
    condition: str | None = None


class SaidProblem(_Said):
    """A problem as an answer gives it; nothing of it is believed yet."""

    problem: str
    warning: list[str] = Field(default_factory=list)
    treatment: str | None = None
    reason: str


class Entry(NamedTuple):
    """One entry of an answer: what it says, or nothing where it could not be read, and what stood there."""

    said: SaidClaim | SaidProblem | None
    written: object


class UnreadableAnswer(ValueError):
    """An answer of which nothing can be read; ``dropped_for`` says why."""

    def __init__(self, dropped_for: DroppedFor) -> None:
        super().__init__(dropped_for)
        self.dropped_for: DroppedFor = dropped_for


def entries_of(answer: str, task: Task) -> Iterator[Entry]:
    """Yield the entries of an answer in its order.

    Raises
    ------
    UnreadableAnswer
        It is no JSON of the form that was asked for.
    """
    form = SaidClaim if task == "claims" else SaidProblem
    for entry in _list_of(answer, task):
        try:
            yield Entry(form.model_validate(entry), entry)
        except ValidationError:
            yield Entry(None, entry)


def _list_of(answer: str, task: Task) -> Sequence[object]:
    plain = _REASONED.sub("", answer)
    fenced = _FENCED.match(plain)
    try:
        record: Any = json.loads(fenced[1] if fenced else plain)
    except (ValueError, RecursionError):
        raise UnreadableAnswer("no_json") from None
    if not isinstance(record, Mapping) or not isinstance(record.get(task), list):
        raise UnreadableAnswer("no_json")
    found: Sequence[object] = record[task]
    return found


def one_line(entry: object) -> str:
    """Return an entry as a short line for people: its quote, then what it says of it."""
    if isinstance(entry, Mapping):
        said = [str(value) for name, value in entry.items() if name not in _PLACED and value not in (None, "", [])]
        told = " ".join(": ".join(filter(None, (f"“{entry.get('quote', '')}”", ", ".join(said)))).split())
    else:
        told = json.dumps(entry, ensure_ascii=False)
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
