"""How a claim meets the register: the tables of ``data/evidence/joining.yml`` and what they may say."""

from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from helpers.errors import PackError
from helpers.packs.read import Strict

Polarity = Literal["benefit", "no_harm", "well_evidenced", "permitted", "stated", "comparison"]
Direction = Literal["supports", "contradicts", "mixed", "no-evidence"]
Says = Literal["supports", "contradicts", "mixed"]
ANY = "any"  # the treatment as such, every product or route
COMPARES = "compares"  # the reading of one thing tested against another: it says nothing about either alone


class TopicTable(Strict):
    """What findings say about claims of one topic.

    Attributes
    ----------
    readings : dict of str to str
        Each reading and its verb in a reason ("report that it occurs").
    verdicts : dict of str to dict
        Level (item, where the topic has no levels; ``any``) -> reading -> what that says; a missing one says nothing.
    remarks : dict of str to str
        Level -> a sentence added to the reason.
    studies_only : bool
        Opinion (level 5) is shown and never weighed: whether something works is not a matter of opinion.
    """

    readings: dict[str, str]
    verdicts: dict[str, dict[str, Says]]
    remarks: dict[str, str] = Field(default_factory=dict)
    studies_only: bool = False

    @model_validator(mode="after")
    def _readings_known(self) -> Self:
        for level, says in self.verdicts.items():
            for reading in says:
                if reading not in self.readings:
                    raise ValueError(f"{level}: the reading {reading!r} is not among this topic's readings")
        return self

    def says(self, level: str | None, item: str | None, reading: str) -> Says | None:
        """Return what ``reading`` says about a claim, None where it says nothing."""
        table = self.verdicts.get(level or item or ANY, self.verdicts.get(ANY, {}))
        return table.get(reading)


class ScheduleTopic(Strict):
    """A claim topic beside which trials' schedules stand, without a verdict."""

    column: Literal["interval", "count", "course", "follow_up"]
    unit: Literal["day", "count"]
    title: str


class DurationTopics(Strict):
    """The claim topics beside which the duration of unwanted effects stands."""

    topics: tuple[str, ...]
    unit: Literal["day"]


class Whole(Strict):
    """A claim that is spoken to by every item of its topic."""

    topic: str
    item: str
    level: str


class Meaning(Strict):
    """What a page means by a treatment's name alone, and how words of its own sentence narrow that."""

    product: str
    route: str
    with_product: str | None = None
    techniques: dict[str, str] = Field(default_factory=dict)
    layers: dict[str, str] = Field(default_factory=dict)


class Substances(Strict):
    """Which product class the substances of a sentence make."""

    mixture: frozenset[str]
    alone: frozenset[str]
    classes: dict[str, str]


class Wording(Strict):
    """How strong a claim's wording is."""

    hedged_by: int = Field(ge=0)
    strength: dict[str, dict[str, int]]
    words: tuple[str, ...] = Field(min_length=1)


class Joining(Strict):
    """Every table that joining needs (``data/evidence/joining.yml`` explains each)."""

    polarities: dict[Polarity, dict[Direction, str]]
    topics: dict[str, TopicTable]
    whole: tuple[Whole, ...]
    schedules: dict[str, ScheduleTopic]
    durations: DurationTopics
    related: dict[str, dict[str, tuple[str, ...]]]
    treatments: dict[str, Meaning]
    same_routes: tuple[frozenset[str], ...]
    titles: dict[str, str]
    substances: Substances
    wording: Wording

    @model_validator(mode="after")
    def _every_direction_turned(self) -> Self:
        directions = get_args(Direction)
        for polarity in get_args(Polarity):
            if set(self.polarities.get(polarity, {})) != set(directions):
                raise ValueError(f"the polarity {polarity!r} must say what each direction means: {', '.join(directions)}")
        return self

    def title(self, word: str) -> str:
        """Return a product class, an item or a topic as a reason writes it."""
        return self.titles.get(word, word.replace("_", " "))

    def same_route(self, one: str, other: str) -> bool:
        """Tell whether two routes count as the same."""
        return one == other or ANY in (one, other) or frozenset((one, other)) in self.same_routes


def check_reading(joining: Joining, ref_id: str, topic: str, reading: str) -> None:
    """Check that a finding's topic is covered and its reading explained.

    Raises
    ------
    PackError
    """
    table = joining.topics.get(topic)
    if table is None:
        raise PackError(f"joining.yml has no topic {topic!r}; add it there", path="mapping.yml", place=ref_id)
    if reading not in table.readings and reading != COMPARES:
        raise PackError(f"{topic} has no reading {reading!r}; add it to joining.yml", path="mapping.yml", place=ref_id)
