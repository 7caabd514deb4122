"""Schema of ``implied.yml``: claims on two topics that cannot both stand, each with its reason and examples."""

from typing import Literal, Self

from pydantic import Field, model_validator

from helpers.model.problem import Problem
from helpers.model.relation import Severity
from helpers.packs.read import Strict, unlike

Certainty = Literal["asserted", "hedged"]


class ClaimPattern(Strict):
    """Which claims a rule speaks of; every condition that is given must hold.

    Attributes
    ----------
    topic : str
    items, levels : tuple of str
        One of these; empty takes any.
    except_items, except_levels : tuple of str
        None of these.
    at_least : float or None
        The upper bound, or the lower one where the upper is open, is at least this, in the topic's unit.
    certainty : str or None
        ``asserted`` or ``hedged``.
    words : tuple of str
        The quote holds one of these words.
    except_words : tuple of str
        It holds none of these.
    beside : str or None
        The same sentence also makes a claim on the topic with this item.
    """

    topic: str
    items: tuple[str, ...] = ()
    except_items: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    except_levels: tuple[str, ...] = ()
    at_least: float | None = None
    certainty: Certainty | None = None
    words: tuple[str, ...] = ()
    except_words: tuple[str, ...] = ()
    beside: str | None = None


class ExampleClaim(Strict):
    """As much of a claim as an example needs."""

    item: str | None = None
    level: str | None = None
    low: float | None = None
    high: float | None = None
    certainty: Certainty = "asserted"
    quote: str = ""
    beside: str | None = None


class ExamplePair(Strict):
    """Two claims on which a rule fires, or must not; ``same_source`` says whether one page makes both."""

    premise: ExampleClaim
    consequence: ExampleClaim
    same_source: bool = True


class ImpliedRule(Strict):
    """Two claims that speak against each other.

    Attributes
    ----------
    id : str
    premise, consequence : ClaimPattern
        What is promised, and what speaks against it.
    outlasts : bool
        The consequence's upper bound must exceed the premise's.
    relation : str
        ``conflict`` or ``tension``.
    within_source_only : bool
        Only where one source says both.
    problem : str
        What it is where one page says both.
    severity : str
        By what could happen if both are published as they stand.
    reason : str
        Why the two cannot both stand; ends a sentence for the reviewer.
    harm : str
        What could happen to a patient or to the publisher.
    examples, counterexamples : tuple of ExamplePair
        The test suite runs the rule on each.
    """

    id: str = Field(min_length=1)
    premise: ClaimPattern
    consequence: ClaimPattern
    outlasts: bool = False
    relation: Literal["conflict", "tension"] = "conflict"
    within_source_only: bool = False
    problem: Problem = "internal_contradiction"
    severity: Severity
    reason: str
    harm: str
    examples: tuple[ExamplePair, ...] = Field(min_length=1)
    counterexamples: tuple[ExamplePair, ...] = Field(min_length=1)


class ImpliedFile(Strict):
    """The implied conflicts of a pack."""

    rules: tuple[ImpliedRule, ...] = ()

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        unlike(rule.id for rule in self.rules)
        return self
