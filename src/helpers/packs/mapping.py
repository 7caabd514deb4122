"""What each entry of the register speaks to: the schema of ``mapping.yml``, which explains each key."""

from typing import Literal

from pydantic import Field

from helpers.packs.joining import Polarity
from helpers.packs.read import Strict

Kind = Literal["trial", "cohort", "review", "outbreak", "case", "opinion", "training_text", "regulation", "advertising"]


class Range(Strict):
    """Bounds in days, sessions, millimetres or years, with the register's words; no words: the figure of its own column."""

    low: float | None = None
    high: float | None = None
    words: str | None = None


class Schedule(Strict):
    """What was done: days between sessions, sessions, days the course took, days after it that patients were followed."""

    interval: Range | None = None
    count: Range | None = None
    course: Range | None = None
    follow_up: Range | None = None


class Duration(Range):
    """How many days an unwanted effect lasted."""

    item: str


class SpeaksTo(Range):
    """What an entry says about one topic and item.

    Attributes
    ----------
    item : str or None
        None speaks to the topic as such.
    reading : str or None
        None is the row's own tested claim and direction; a reading is one particular finding, with the row's words.
    treatment, route, products
        Where the finding is narrower than the entry (one arm of a trial).
    """

    topic: str
    item: str | None = None
    reading: str | None = None
    treatment: str | None = None
    route: str | None = None
    products: tuple[str, ...] | None = None


class Concern(Strict):
    """Claims whose publication a law or a code bears on; no item or treatments: all of them."""

    topic: str
    item: str | None = None
    treatments: tuple[str, ...] = ()


class Mapped(Strict):
    """What one entry speaks to (``data/evidence/mapping.yml`` explains each key)."""

    kind: Kind
    treatments: tuple[str, ...] = Field(min_length=1)
    products: tuple[str, ...] = Field(min_length=1)
    product_words: str | None = None
    pooled: bool = False
    route: str
    route_words: str | None = None
    polarity: Polarity
    purpose: str | None = None
    limited_to: str | None = None
    country: str | None = None
    date: str | None = None
    speaks_to: tuple[SpeaksTo, ...] = ()
    concerns: tuple[Concern, ...] = ()
    schedule: Schedule = Schedule()
    durations: tuple[Duration, ...] = ()


class MappingFile(Strict):
    """``mapping.yml``: every entry of the register once."""

    added_items: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    entries: dict[str, Mapped]
