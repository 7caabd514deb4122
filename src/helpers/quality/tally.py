"""Counts of what is as it should be, and of how often a rule is right."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some things are as they should be: problems that were found, findings that meet a problem.

    Attributes
    ----------
    name : str
        A kind of problem, a rule, or what else was counted.
    """

    name: str
    good: int
    of: int

    @property
    def share(self) -> float:
        """The share that is; 0 where there is nothing."""
        return self.good / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How often the findings of one rule meet a problem that a reviewer raised.

    Attributes
    ----------
    rule : str
        As :func:`family` names it.
    met : int
        Findings that meet one.
    near : int
        Those that meet one only where the kind is left open: a reviewer raised the sentence, as something else.
    of : int
        All its findings.
    """

    rule: str
    met: int
    near: int
    of: int

    @property
    def holds(self) -> bool:
        """Whether it meets a problem more often than not."""
        return 2 * self.met > self.of


def added(scores: Iterable[RuleScore]) -> tuple[RuleScore, ...]:
    """Return scores, such as those of several sets, as one for each rule, sorted by rule."""
    sums: dict[str, list[RuleScore]] = defaultdict(list)
    for one in scores:
        sums[one.rule].append(one)
    return tuple(
        RuleScore(rule, sum(one.met for one in own), sum(one.near for one in own), sum(one.of for one in own))
        for rule, own in sorted(sums.items())
    )
