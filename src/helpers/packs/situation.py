"""Schema of ``situation.yml``: the words that say when, where, for whom and on what condition a claim holds."""

from itertools import product
from pathlib import Path

from pydantic import Field

from helpers.packs.read import Strict, read_yaml

FILE = "situation.yml"


class Given(Strict):
    """Claims that stand in a situation whatever the words: by topic; by item, level or least number where given."""

    topic: str
    item: str | None = None
    level: str | None = None
    at_least: float | None = None

    def holds(self, item: str | None, level: str | None, low: float | None) -> bool:
        """Say whether a claim on the topic is one of them."""
        number = self.at_least is None or (low is not None and low >= self.at_least)
        return self.item in (None, item) and self.level in (None, level) and number


class Stretch(Strict):
    """A stretch of a time line.

    Attributes
    ----------
    topics : tuple of str
        The topics that it narrows.
    since, until : float or None
        It holds for what begins on a day of [since, until); None is open.
    """

    topics: tuple[str, ...]
    since: float | None = None
    until: float | None = None


class Family(Strict):
    """Phrases that are built: one of each slot, in order; a slot may hold the name of a list of words, or nothing ("").

    Attributes
    ----------
    slots : tuple of tuple of str
    above : bool
        They also hold for what stands below them.
    """

    slots: tuple[tuple[str, ...], ...]
    above: bool = False


class Narrowing(Strict):
    """One value of one key.

    Attributes
    ----------
    words : tuple of str
        What says it in the claim's sentence.
    above : tuple of str
        What says it in the label, the question, the lead-in or the nearest heading above the claim.
    label : tuple of str
        What says it in the claim's own label alone ("Recovery: ...", "Face: ...").
    topics : tuple of str
        The topics that it narrows; empty for all.
    families : tuple of Family
        What else says it ("mild" and what is mild, "during" and what is done).
    page : bool
        A title that names it narrows every claim of the page.
    title : tuple of str
        What else says it in a title.
    beside : tuple of str
        What says it in a row with other values ("face, neck and jawline").
    timeline : tuple of Stretch
    given : tuple of Given
    """

    words: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    families: tuple[Family, ...] = ()
    page: bool = False
    title: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    timeline: tuple[Stretch, ...] = ()
    given: tuple[Given, ...] = ()


class SituationWords(Strict):
    """All values of each key but the product, in the order in which they are tried.

    Attributes
    ----------
    of_page : tuple of str
        The topics that the page's title narrows.
    untouched : dict of str to tuple of str
        By key, the topics that it does not narrow.
    lists : dict of str to tuple of str
        Words that the slots of families name.
    """

    phase: dict[str, Narrowing] = Field(default_factory=dict)
    area: dict[str, Narrowing] = Field(default_factory=dict)
    group: dict[str, Narrowing] = Field(default_factory=dict)
    condition: dict[str, Narrowing] = Field(default_factory=dict)
    of_page: tuple[str, ...] = ()
    untouched: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @property
    def keys(self) -> dict[str, dict[str, Narrowing]]:
        """Every key with its values."""
        return {"phase": self.phase, "area": self.area, "group": self.group, "condition": self.condition}

    def built(self, one: Narrowing, *, above: bool) -> list[str]:
        """Return the phrases of a value's families, or only of those that hold for what stands below them."""
        families = [family for family in one.families if family.above or not above]
        return [
            " ".join(filter(None, phrase))
            for family in families
            for phrase in product(*(self._words_of(slot) for slot in family.slots))
        ]

    def _words_of(self, slot: tuple[str, ...]) -> list[str]:
        return [word for entry in slot for word in self.lists.get(entry, (entry,))]


def read_situation_words(folder: Path) -> SituationWords:
    """Read the words of the pack in ``folder``; a pack without the file narrows nothing.

    Raises
    ------
    PackError
        The file is wrong; the message names the place.
    """
    return read_yaml(folder / FILE, SituationWords) if (folder / FILE).is_file() else SituationWords()
