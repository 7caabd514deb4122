"""Schema of ``guards.yml``: what keeps several rules silent, named once, with cases of its own."""

from collections.abc import Mapping

from pydantic import Field

from helpers.errors import PackError
from helpers.packs.read import Strict
from helpers.packs.rules import Condition, Rule


class Guard(Strict):
    """Company in which rules make no claim.

    Attributes
    ----------
    reason : str
        Why they do not.
    unless : list of Condition
        None may hold.
    cases : list of str
        Small documents on which one of the rules would make a claim without it; the test suite runs them all.
    """

    reason: str
    unless: list[Condition] = Field(min_length=1)
    cases: list[str] = Field(min_length=1)


class GuardFile(Strict):
    """The guards of one or several topics."""

    guards: dict[str, Guard] = {}


def guarded(rule: Rule, guards: Mapping[str, Guard], path: str) -> Rule:
    """Return the rule with the conditions of its guards among its own, behind them.

    Raises
    ------
    PackError
        It names a guard that the pack does not have.
    """
    for name in rule.guards:
        if name not in guards:
            raise PackError(f"no guard is called {name!r}; correct the name, or add it to guards.yml", path=path, place=rule.id)
    named = [condition for name in rule.guards for condition in guards[name].unless]
    return rule.model_copy(update={"unless": [*rule.unless, *named]}) if named else rule
