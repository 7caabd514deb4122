"""From the statements that apply to a claim to one verdict, never across two tested claims."""

from collections import defaultdict
from dataclasses import dataclass

from helpers.evidence.asked import Asked
from helpers.evidence.statements import Statement
from helpers.model.evidence import Verdict
from helpers.packs.joining import Joining, Says

_OPINION = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and what it rests on.

    Attributes
    ----------
    weighed : tuple of Statement
        Those that gave the verdict.
    heard : tuple of Statement
        Those of the same question that apply and were not weighed: opinion beside studies, or nothing to say.
    aside : tuple of Statement
        Those that apply and answer another question.
    """

    verdict: Verdict
    weighed: tuple[Statement, ...]
    heard: tuple[Statement, ...]
    aside: tuple[Statement, ...]


def judge(asked: Asked, applying: list[Statement], joining: Joining) -> Judged:
    """Weigh the statements of one question: all for, all against, or mixed.

    Opinion (level 5) is weighed only where no study speaks, and never on topics that only studies can answer.
    """
    said = {statement: says(asked, statement, joining) for statement in applying}
    questions: dict[str, list[Statement]] = defaultdict(list)
    for statement in applying:
        questions[statement.question].append(statement)
    if not questions:
        return Judged("no evidence found", (), (), ())
    question = min(questions, key=lambda name: _rank(asked, name, questions[name], said))
    chosen = questions[question]
    speaking = [statement for statement in chosen if said[statement]]
    studies = [statement for statement in speaking if statement.level != _OPINION]
    weighed = studies if studies or joining.topics[asked.topic].studies_only else speaking
    return Judged(
        verdict=_verdict({said[statement] for statement in weighed}),
        weighed=tuple(weighed),
        heard=tuple(statement for statement in chosen if statement not in weighed),
        aside=tuple(statement for statement in applying if statement.question != question),
    )


def says(asked: Asked, statement: Statement, joining: Joining) -> Says | None:
    """Return what one statement says about a claim: by its figures where both have some, else by its reading."""
    figures = (asked.low, asked.high), (statement.low, statement.high)
    if all(any(bound is not None for bound in bounds) for bounds in figures):
        return _by_figures(asked, statement)
    return joining.topics[statement.topic].says(asked.level, asked.item, statement.reading)


def _by_figures(asked: Asked, statement: Statement) -> Says:
    """Compare a figure (a year, a depth): the register's within the page's supports, apart contradicts, else mixed.

    A statement that is open below is a limit: a page that stays under it is supported.
    """
    low, high = _bounds(asked.low, asked.high)
    other_low, other_high = _bounds(statement.low, statement.high)
    if low > other_high or other_low > high:
        return "contradicts"
    if statement.low is None:
        return "supports" if high <= other_high else "mixed"
    return "supports" if low <= other_low and other_high <= high else "mixed"


def _bounds(low: float | None, high: float | None) -> tuple[float, float]:
    return float("-inf") if low is None else low, float("inf") if high is None else high


def _rank(
    asked: Asked, question: str, group: list[Statement], said: dict[Statement, Says | None]
) -> tuple[bool, int, int, int, str]:
    """Put first the question that answers at all, on the best level, with the closest product, by the most entries."""
    levels = [statement.level for statement in group if statement.level is not None]
    others = min(len(set(statement.products) - set(asked.products)) for statement in group)
    return not any(said[statement] for statement in group), min(levels, default=9), others, -len(group), question


def _verdict(says: set[Says | None]) -> Verdict:
    if not says:
        return "no evidence found"
    if len(says) > 1:
        return "mixed"
    return next(iter(says)) or "no evidence found"
