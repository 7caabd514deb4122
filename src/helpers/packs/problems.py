"""Schema of ``problems.yml``: wordings that a page may not carry as they stand, each with its reason and examples."""

from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from helpers.model.problem import Problem
from helpers.model.relation import Severity
from helpers.packs.frames import FrameIndex, Frames, frames
from helpers.packs.implied import ClaimPattern
from helpers.packs.read import Strict, unlike


class WordingRule(Strict):
    """A wording that is a problem: a sentence that holds one of its frames or makes one of its claims.

    Attributes
    ----------
    problem : str
        Which kind of problem it is.
    says : tuple of str
        Frames (:mod:`helpers.packs.frames`); one of them stands in the sentence and is not denied.
    claims : tuple of ClaimPattern
        Or the sentence makes one of these claims.
    with_says, with_claims : tuple
        The sentence also holds one of these frames; also makes one of these claims.
    unless_says : tuple of str
        It holds none of these.
    about : tuple of str
        The sentence is about one of these treatment classes; empty takes any.
    not_in : tuple of str
        Markets in which it is no problem.
    in_reports : bool
        It is one on a page that reports studies, too.
    page_lacks : tuple of ClaimPattern
        The page makes none of these claims.
    advice : str
        What to do: the words to change or the proof to add.
    references : tuple of str
        Ids of the advertising rules, regulatory facts and register entries that stand behind it.
    examples, counterexamples : tuple of str
        Pages in a line or two; the test suite reads them and runs the rule.
    """

    id: str = Field(min_length=1)
    problem: Problem
    says: tuple[str, ...] = ()
    claims: tuple[ClaimPattern, ...] = ()
    with_says: tuple[str, ...] = ()
    with_claims: tuple[ClaimPattern, ...] = ()
    unless_says: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    in_reports: bool = True
    page_lacks: tuple[ClaimPattern, ...] = ()
    severity: Severity
    reason: str
    harm: str
    advice: str
    references: tuple[str, ...] = ()
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.says and not self.claims:
            raise ValueError("say which words (says) or which claims the sentence makes")
        return self


class CompiledWording:
    """A wording rule with its frames compiled."""

    def __init__(self, rule: WordingRule, classes: dict[str, tuple[str, ...]], denials: tuple[str, ...]) -> None:
        self.rule = rule
        self.says = frames(rule.says, classes, denials) if rule.says else None
        self.with_says = frames(rule.with_says, classes) if rule.with_says else None
        self.unless_says = frames(rule.unless_says, classes) if rule.unless_says else None


class ProblemFile(Strict):
    """The wordings that a pack knows as problems.

    Attributes
    ----------
    classes : dict of str to tuple of str
        The word classes that frames name.
    denials : tuple of str
        A frame at most three words behind one of these says the contrary.
    assents : tuple of str
        An answer that begins with one of these says what its question asks.
    not_said : tuple of str
        A sentence with one of these frames reports or rejects what it names; no rule reads it.
    markets : dict of str to tuple of str
        By market, frames that tell a page of it.
    """

    classes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    denials: tuple[str, ...] = ()
    assents: tuple[str, ...] = ()
    not_said: tuple[str, ...] = ()
    markets: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    rules: tuple[WordingRule, ...] = ()

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        unlike(rule.id for rule in self.rules)
        return self

    @cached_property
    def compiled(self) -> tuple[CompiledWording, ...]:
        """The rules with their frames compiled."""
        return tuple(CompiledWording(rule, self.classes, self.denials) for rule in self.rules)

    @cached_property
    def index(self) -> FrameIndex:
        """Which of the compiled rules can take a text by its words."""
        return FrameIndex([rule.says for rule in self.compiled])

    @cached_property
    def market_index(self) -> dict[str, Frames]:
        """The frames that tell a page's market."""
        return {market: frames(says, self.classes) for market, says in self.markets.items()}

    @cached_property
    def assenting(self) -> Frames | None:
        """Answers that say what their question asks."""
        return frames(self.assents, self.classes) if self.assents else None

    @cached_property
    def rejecting(self) -> Frames | None:
        """Sentences that report or reject what they name."""
        return frames(self.not_said, self.classes) if self.not_said else None
