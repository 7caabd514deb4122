"""The options of a second reader, and what a terminal is told about it."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import chosen
from helpers.cli.plain import say
from helpers.cli.progress import progress
from helpers.errors import WorkbookError

if TYPE_CHECKING:
    from helpers.model.review import Review
    from helpers.model.second import Task
    from helpers.readers import Second
    from helpers.second.estimate import Estimate
    from helpers.second.fetch import Spent


class Reader(StrEnum):
    """Who reads."""

    rules = "rules"
    model = "model"


Readers = Annotated[Reader, typer.Option("--reader", help="model: a model reads as well, as second reader beside the rules.")]
ChosenReader = Annotated[
    Reader,
    typer.Option(
        "--reader",
        help="model: a model reads as well, as second reader beside the rules.",
        default_factory=chosen("reader"),
        show_default="what was chosen, else rules",
    ),
]
Answers = Annotated[
    Path | None,
    typer.Option("--answers", metavar="DIR", help="Where the model's answers are kept.", show_default="data/answers"),
]
Offline = Annotated[bool, typer.Option("--offline", help="Ask nobody: only answers that are kept count.")]
Yes = Annotated[bool, typer.Option("--yes", help="Ask the model without asking you first, whatever it costs.")]


def second_of(
    reader: Reader, answers: Path | None, *, offline: bool = False, yes: bool = False, tasks: "tuple[Task, ...] | None" = None
) -> "Second | None":
    """Return how a second reader takes part; None where the rules read alone."""
    if reader is Reader.rules:
        return None
    from helpers.readers import ANSWERS, Second
    from helpers.second.reader import ALL
    from helpers.second.settings import read_settings

    settings = read_settings()

    def agree(expected: "Estimate") -> None:
        from helpers.second.estimate import must_ask

        told = f"{counted(expected.questions, 'question')}, about {expected.tokens:,} tokens{price(expected.cost)}"
        say(f"The model {settings.name} at {settings.url} is to be asked: {told}.", err=True)
        if must_ask(expected, settings) and not yes:
            _confirm()

    def tell(spent: "Spent") -> None:
        tokens = f"{spent.sent:,} tokens sent, {spent.answered:,} answered{price(spent.cost)}"
        say(f"The model answered {counted(spent.asked, 'question')}: {tokens}.", err=True)

    return Second(
        answers or ANSWERS, offline=offline, tasks=tasks or ALL, settings=settings, progress=progress, agree=agree, tell=tell
    )


def counted(count: int, noun: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def price(cost: float) -> str:
    """Return what something costs at the prices of the settings; nothing where none is set."""
    return f", about {cost:.2f} at your prices" if cost else ""


def _confirm() -> None:
    """Ask the person at the terminal; where there is none, nothing is sent."""
    if not sys.stdin.isatty():
        raise WorkbookError("that is above your limit; answer with --yes, or raise ask_above or ask_above_tokens in the settings")
    if not typer.confirm("That is above your limit. Ask all the same?", err=True):
        raise WorkbookError("nothing was asked")


def tell_seconds(review: "Review") -> None:
    """Say on stderr how much the second reader read, and what of it was not believed."""
    seconds = review.seconds
    parts, answered = sum(one.parts for one in seconds), sum(one.answered for one in seconds)
    claims, dropped = sum(len(one.claims) for one in seconds), sum(len(one.dropped) for one in seconds)
    proposals = sum(len(one.proposals) for one in seconds)
    if seconds:
        told = f"{counted(claims, 'claim')} held and {counted(proposals, 'problem')} proposed"
        say(f"The second reader: {told}; {dropped:,} not believed or not answered (second_reader.csv).", err=True)
    if answered < parts:
        unread = f"{parts - answered} of {counted(parts, 'part')} have no answer that can be read"
        say(f"{unread}; the rules alone read them.", err=True)
    if review.unheard:
        say(f"The model read nothing on pages on which the rules read something: {', '.join(review.unheard)}.", err=True)
