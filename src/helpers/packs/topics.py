"""Schema of ``topics.yml``: what a pack's documents can make claims about, and how two such claims compare."""

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from helpers.packs.read import Strict, read_yaml

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


class TopicFile(Strict):
    """All topics of a pack, in the order in which a reviewer reads them."""

    topics: dict[str, Topic] = Field(min_length=1)


def read_topics(folder: Path) -> dict[str, Topic]:
    """Read the topics of the pack in ``folder``.

    Returns
    -------
    dict of str to Topic
        In the order of the file.

    Raises
    ------
    PackError
        The file is missing or wrong; the message names the place.
    """
    return read_yaml(folder / "topics.yml", TopicFile).topics
