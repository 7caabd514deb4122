"""Schema of ``comparisons.yml``: what the pack says about comparing two claims on one topic."""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from helpers.packs.read import Strict

Judged = Literal["agree", "tension", "conflict"]


class LevelPair(Strict):
    """Two groups of levels (or, where the topic has none, of items) whose relation is said outright.

    Attributes
    ----------
    one, other : tuple of str
        Any level of the first against any of the second, in either order.
    relation : str
        ``agree``, ``tension`` or ``conflict``; goes before distance on a scale.
    reason : str
        Ends a sentence for the reviewer: "one says it is approved, the other that it is not".
    """

    topic: str
    one: tuple[str, ...] = Field(min_length=1)
    other: tuple[str, ...] = Field(min_length=1)
    relation: Judged
    reason: str


class Limits(Strict):
    """Where comparing one by one ends and summing up by distinct value begins.

    Attributes
    ----------
    sources : int
        Up to so many sources in a group, every two of them are compared.
    values : int
        Beyond that, so many of the commonest values are compared two by two, each rarer one with the commonest only.
    """

    sources: int = Field(default=12, ge=2)
    values: int = Field(default=12, ge=2)


class Outright(Strict):
    """Claims that are easily misread: between sources one counts only where its sentence holds one of the words.

    Without levels all claims on the topic are meant. With ``named`` its sentence must name the treatment, too; with
    ``or_figures`` a claim that gives figures needs no words; with ``within_too`` the same holds inside one source.
    """

    topic: str
    levels: tuple[str, ...] = ()
    words: tuple[str, ...] = Field(min_length=1)
    named: bool = False
    or_figures: bool = False
    within_too: bool = False


class Between(Strict):
    """When what two sources say against each other is a finding.

    Attributes
    ----------
    not_told : tuple of str
        Rules of ``implied.yml`` that are findings inside one source only.
    same : tuple of str
        Keys of the situation in which both must say the same, be it nothing.
    outright : tuple of Outright
    together : int
        Where one source stands against more than so many on one subject, all of them are one finding.
    """

    not_told: tuple[str, ...] = ()
    same: tuple[Literal["phase", "area", "group", "product", "condition"], ...] = ()
    outright: tuple[Outright, ...] = ()
    together: int = Field(default=3, ge=1)


class ComparisonFile(Strict):
    """How claims of one topic compare.

    Attributes
    ----------
    tolerance : float
        Bounds that differ by at most this share of the larger one touch.
    exact_units : tuple of str
        Units in which they must not (a year is a name, not an amount).
    vague_reach : float
        A vague bound may be read so many times smaller or larger; where that alone makes two intervals meet, they are in
        tension and not in conflict.
    doubt_softens : tuple of str
        Topics that promise something: a hedged claim turns their conflicts into tension.
    item_scales : dict of str to tuple of str
        Topics without levels whose items have an order.
    pairs : tuple of LevelPair
    limits : Limits
    told_within, told_between : tuple of str or None
        Topics on which two statements of one page, or of two pages, that stand against each other are a finding; None is all.
    between : Between
    weighed : tuple of str or None
        Topics on which what the register contradicts is a finding; None is all.
    """

    tolerance: float = Field(default=0.10, ge=0, lt=1)
    exact_units: tuple[str, ...] = ()
    vague_reach: float = Field(default=2.0, ge=1)
    doubt_softens: tuple[str, ...] = ()
    item_scales: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    pairs: tuple[LevelPair, ...] = ()
    limits: Limits = Limits()
    told_within: tuple[str, ...] | None = None
    told_between: tuple[str, ...] | None = None
    between: Between = Between()
    weighed: tuple[str, ...] | None = None

    @model_validator(mode="after")
    def _each_pair_once(self) -> Self:
        seen: set[tuple[str, frozenset[str]]] = set()
        for pair in self.pairs:
            for key in {(pair.topic, frozenset((one, other))) for one in pair.one for other in pair.other}:
                if key in seen:
                    raise ValueError(f"{' and '.join(sorted(key[1]))} of {pair.topic} are paired twice; keep one")
                seen.add(key)
        return self

    def named(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield every topic that the file names, with the levels it names for it."""
        yield from ((pair.topic, pair.one + pair.other) for pair in self.pairs)
        yield from ((one.topic, one.levels) for one in self.between.outright)
        told = (*(self.told_within or ()), *(self.told_between or ()), *(self.weighed or ()))
        yield from ((topic, ()) for topic in (*self.doubt_softens, *self.item_scales, *told))
