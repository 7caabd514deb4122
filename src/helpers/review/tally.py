"""How far the reviewers are: what each decided, as far as the one who asks may see it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from helpers.model.decision import Verdict
from helpers.review.standing import Standing, shown_to


@dataclass(frozen=True, slots=True)
class Tally:
    """What one reviewer decided.

    Attributes
    ----------
    reviewer : str
    claims, statements : int
        On which a verdict of theirs stands. A statement counts once, however many claims make it.
    verdicts : mapping of str to int
        Statements by verdict; one whose claims got several verdicts counts under each.
    hidden : int
        Statements whose verdict is not shown yet to the one who asks.
    """

    reviewer: str
    claims: int
    statements: int
    verdicts: Mapping[Verdict, int]
    hidden: int


def tallies(standing: Mapping[str, Standing], *, reviewer: str = "", needed: int = 1) -> tuple[Tally, ...]:
    """Count what each reviewer decided, by their names.

    Parameters
    ----------
    standing : mapping of str to Standing
        From ``helpers.review.standing``.
    reviewer : str
        Who asks: others' verdicts are hidden until as many as needed are in. Nobody's name sees only those.
    needed : int
        How many reviewers must agree: 1 or 2.
    """
    shown = shown_to(reviewer, standing, needed=needed)
    claims: Counter[str] = Counter()
    given: dict[str, set[tuple[str, Verdict | None]]] = {}
    for claim_id, one in standing.items():
        for name, event in one.rulings.items():
            claims[name] += 1
            ruling = event.decision.ruling
            seen = ruling.verdict if ruling is not None and event in shown[claim_id] else None
            given.setdefault(name, set()).add((one.claim.statement_id, seen))
    return tuple(_tally(name, claims[name], given[name]) for name in sorted(given))


def _tally(name: str, claims: int, given: set[tuple[str, Verdict | None]]) -> Tally:
    counts = Counter(verdict for _, verdict in given)
    return Tally(
        reviewer=name,
        claims=claims,
        statements=len({statement for statement, _ in given}),
        verdicts={verdict: count for verdict, count in counts.items() if verdict is not None},
        hidden=counts[None],
    )
