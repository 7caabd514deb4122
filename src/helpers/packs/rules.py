"""Schema of a pack's extraction rules: which words, in which company, make which claim."""

from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from helpers.model.segment import SentenceKind
from helpers.packs.read import Ordered, Strict

Place = Literal[
    "governor", "left", "right", "near", "clause", "unit", "context", "label", "heading", "listed", "start", "earlier", "among",
    "other_than", "said_as", "object", "bare", "not_ruled",
]  # fmt: skip
AMOUNTS = frozenset({"time", "frequency", "point", "count", "length", "year", "price"})


class Condition(Strict):
    """Words that must stand (or must not stand) somewhere around the anchor; exactly one place is given.

    Attributes
    ----------
    governor : list of str
        The nearest ruling word to the left of the anchor, in its clause, is one of these classes.
    left, right, near : list of str
        One of these stands before, after, or on either side of the anchor in its clause, at most ``within`` words away.
    clause, unit : list of str
        One of these stands anywhere in the clause, or in the sentence (for a table: the cell).
    context : list of str
        The label, question, lead-in or heading above says one of these.
    label : list of str
        The sentence's own label, or the first cell of its row, says one of these.
    heading : list of str
        As ``context``, and the words are no whole sentence: a heading completes fragments and never vetoes a sentence.
    listed : list of str
        As ``context``, and the sentence is a list item, a table cell, a labelled row, or a line of its own.
    start : list of str
        The sentence opens with one of these.
    earlier : list of str
        One of these stands before the anchor anywhere in the sentence.
    among : list of str
        The sentence is an item of a list, and one of these stands somewhere in that list.
    object : list of str
        As ``right``, and neither a comma, an "and" nor another ruling word stands between.
    bare : list of str
        A line of its own holds the anchor and one of these (or the anchor is one), and hardly anything else.
    other_than : list of str
        The anchor itself is none of these.
    not_ruled : list of str
        One of these stands right before the nearest ruling word to the left of the anchor, in its clause.
    within : int
        Words between the two, for ``left``, ``right``, ``near`` and ``governor``.
    """

    governor: list[str] = []
    left: list[str] = []
    right: list[str] = []
    near: list[str] = []
    clause: list[str] = []
    unit: list[str] = []
    context: list[str] = []
    label: list[str] = []
    heading: list[str] = []
    listed: list[str] = []
    start: list[str] = []
    earlier: list[str] = []
    among: list[str] = []
    object: list[str] = []
    bare: list[str] = []
    other_than: list[str] = []
    said_as: list[str] = []
    not_ruled: list[str] = []
    within: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if len(self.places) != 1:
            raise ValueError(f"a condition names one place: {', '.join(get_args(Place))}")
        return self

    @property
    def places(self) -> list[tuple[Place, list[str]]]:
        """The place that is given, with its classes."""
        every: list[tuple[Place, list[str]]] = [
            ("governor", self.governor),
            ("left", self.left),
            ("right", self.right),
            ("near", self.near),
            ("clause", self.clause),
            ("unit", self.unit),
            ("context", self.context),
            ("label", self.label),
            ("heading", self.heading),
            ("listed", self.listed),
            ("start", self.start),
            ("earlier", self.earlier),
            ("among", self.among),
            ("object", self.object),
            ("bare", self.bare),
            ("other_than", self.other_than),
            ("said_as", self.said_as),
            ("not_ruled", self.not_ruled),
        ]
        return [(place, classes) for place, classes in every if classes]


class Band(Strict):
    """Figures up to ``upto`` (None: any) mean this level."""

    level: str
    upto: float | None = None


class Level(Strict):
    """Where a claim's level comes from.

    Attributes
    ----------
    default : str or None
        The level where no word sets one.
    words : dict of str to str
        Class (or ``class.value``) -> level; ``=`` takes the word's own value. The nearest such word in the clause wins.
    within : int
        How many words away it may stand.
    behind : list of str
        Classes among ``words`` whose words count anywhere in the sentence behind the anchor ("- this is normal").
    of_anchor : list of str
        Classes among ``words`` whose words, right before the anchor, describe it and set no level ("significant wrinkles").
    context : bool
        A heading or lead-in may set the level too.
    negated : str or None
        The level where the statement is negated.
    negated_with : dict of str to str
        Class -> level, where one of its words stands in a negated statement ("not completely": a benefit in part).
    denied : str or None
        The level where the very word that sets it is denied ("has not granted approval"); else that word sets none.
    bands : list of Band
        The level that figures alone give, by their upper bound (the lower one where that is open).
    """

    default: str | None = None
    words: dict[str, str] = {}
    within: int = Field(default=6, ge=0)
    behind: list[str] = []
    of_anchor: list[str] = []
    context: bool = False
    negated: str | None = None
    negated_with: dict[str, str] = {}
    denied: str | None = None
    bands: list[Band] = []


class Amount(Strict):
    """A quantity that belongs to the anchor.

    Attributes
    ----------
    of : list of str
        ``time``, ``frequency``, ``point``, ``count``, ``length``, ``year``.
    side : str
        On which side of the anchor it stands.
    within : int
        How many words away.
    links : list of str
        Classes of linking words, one of which must stand right before the quantity ("lasts", "for"), or right behind it.
    never : list of str
        Classes of words that, right before the quantity, say that it measures something else ("peaks").
    context : bool
        The heading, lead-in or label may hold it ("First 48 hours:").
    clause : bool
        It stands in the anchor's own clause.
    words : dict of str to list of float
        Class -> bounds in days, for words that name a time without a number ("the rest of the day").
    context_never : list of str
        Classes whose words, above and before the quantity, say that it measures something there.
    at_least : float
        Shorter times (in days) measure something else ("ice for 10 minutes").
    required : bool
        No quantity, no claim.
    """

    of: list[str]
    side: Literal["before", "after", "any"] = "any"
    within: int = Field(default=12, ge=0)
    links: list[str] = []
    never: list[str] = []
    context: bool = False
    clause: bool = False
    words: dict[str, list[float]] = {}
    context_never: list[str] = []
    at_least: float = 0
    required: bool = False


class Limits(Strict):
    """Bounds outside which a quantity cannot be what the rule speaks of (days for times).

    Attributes
    ----------
    at_least, at_most : float or None
        The quantity's upper bound (the lower one where that is open) lies between them.
    """

    at_least: float | None = None
    at_most: float | None = None


class Example(Strict):
    """A small document and what the rule makes of it."""

    text: str
    item: str | None = None
    level: str | None = None
    low: float | None = None
    high: float | None = None


class Rule(Strict):
    """One way in which a text makes a claim.

    Attributes
    ----------
    id : str
        ``topic.name``.
    reason : str
        Why the words make the claim.
    anchor : str or list of str
        Lexicon classes, or a kind of quantity: the word that makes the claim.
    item : str or None
        ``=`` takes the anchor's value, ``^`` and a class the value of that class in the question above; otherwise the
        item itself.
    level : Level
    amount : Amount or None
    needs : list of list of Condition
        Every entry must hold; an entry holds when one of its conditions does.
    unless : list of Condition
        None may hold.
    guards : list of str
        Named guards, whose conditions stand among ``unless`` once the pack is read.
    limits : Limits or None
        For an anchor that is a quantity.
    only_in : list of str
        The kinds of sentence that count; all where empty.
    certainty : str or None
        Set where the words themselves say how sure they are ("generally safe"); else read from the clause.
    possibility : bool
        Here "can" speaks of a possibility (a side effect), not of an ability.
    conditions : bool
        It also holds in a condition ("not suitable if you are pregnant"); others say nothing there.
    shares : bool
        A quantity that is the anchor measures what stands beside it too ("Downtime: redness for 2 days").
    headings : bool
        Headings count too: the words are a complete statement in themselves.
    examples, counterexamples
        Small documents that the test suite runs the rule on.
    """

    id: str
    topic: str
    reason: str
    anchor: str | list[str]
    item: str | None = None
    level: Level = Level()
    amount: Amount | None = None
    needs: list[list[Condition]] = []
    unless: list[Condition] = []
    guards: list[str] = []
    limits: Limits | None = None
    only_in: list[SentenceKind] = []
    certainty: Literal["asserted", "hedged"] | None = None
    possibility: bool = False
    conditions: bool = False
    shares: bool = False
    headings: bool = False
    examples: list[Example] = Field(min_length=1)
    counterexamples: list[str] = Field(min_length=1)

    @property
    def anchors(self) -> list[str]:
        """The classes of the anchor."""
        return [self.anchor] if isinstance(self.anchor, str) else self.anchor


class RuleFile(Ordered):
    """The rules of one or several topics, in the order in which they are tried."""

    rules: tuple[Rule, ...] = ()
