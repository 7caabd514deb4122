"""Schema of ``topics.yml`` and ``topic.yml``: what a pack's documents can make claims about, and how two such claims compare."""

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from helpers.errors import PackError
from helpers.packs.read import TOPICS, Ordered, Strict, read_yaml

SECTIONS = ("topic", "words", "guards", "rules", "comparisons", "implied", "severities", "gaps")
Unit = Literal["day", "minute", "count", "mm", "year"]
Comparison = Literal["interval", "level", "polarity", "items", "none"]


class Topic(Strict):
    """One topic of a pack.

    Attributes
    ----------
    title : str
        Its name in a reviewer's words.
    about : str
        What counts as a claim on it.
    excludes : str
        What does not, or ``""``.
    unit : str or None
        The unit of its bounds; None where it has no numbers.
    scale : tuple of str
        Its ordered levels, the least first.
    levels : tuple of str
        Levels beside the scale, without an order.
    items : str
        What its items are, in a reviewer's words, or ``""`` where it has none.
    comparison : str
        ``interval``: figures decide, levels where one side has none. ``level``: levels decide, and figures where both
        have them. ``polarity``: as ``level``, for and against an outcome. ``items``: what is named in both and in one only.
        ``none``: never compared.
    """

    title: str
    about: str
    excludes: str = ""
    unit: Unit | None = None
    scale: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    items: str = ""
    comparison: Comparison

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        words = self.scale + self.levels
        if len(set(words)) != len(words):
            raise ValueError("a level stands twice; name each once, on the scale or beside it")
        if self.comparison == "interval" and self.unit is None:
            raise ValueError("a topic that is compared by interval needs a unit")
        if self.comparison in {"level", "polarity"} and not words:
            raise ValueError("a topic that is compared by level needs a scale or levels")
        if self.comparison == "items" and not self.items:
            raise ValueError("a topic that is compared by items must say what its items are")
        return self


class TopicFile(Ordered):
    """The topics of a pack in the order in which a reviewer reads them.

    Attributes
    ----------
    order : tuple of str
        Those that have a folder of their own; its ``topic.yml`` says what they are.
    topics : dict of str to Topic
        Others, said here.
    """

    topics: dict[str, Topic] = Field(default={}, min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if not self.order and not self.topics:
            raise ValueError("name the topics in its order, and give each a folder below topics/")
        if len({*self.order, *self.topics}) < len(self.order) + len(self.topics):
            raise ValueError("a topic stands twice; keep one")
        return self


def read_order(folder: Path) -> tuple[str, ...]:
    """Return the topics of the pack in ``folder`` that have a folder of their own; none for a pack without topics."""
    return read_yaml(path, TopicFile).order if (path := folder / "topics.yml").is_file() else ()


def read_topics(folder: Path) -> dict[str, Topic]:
    """Read the topics of the pack in ``folder``.

    Returns
    -------
    dict of str to Topic
        In the order of ``topics.yml``.

    Raises
    ------
    PackError
        A file is missing or wrong; the message names the place.
    """
    file = read_yaml(folder / "topics.yml", TopicFile)
    for topic in file.order:
        if not (folder / TOPICS / topic).is_dir():
            raise PackError(f"there is no folder {TOPICS}/{topic}; correct the name, or add it", path="topics.yml", place="order")
    return {topic: read_yaml(folder / TOPICS / topic / "topic.yml", Topic) for topic in file.order} | file.topics
