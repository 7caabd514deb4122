"""Schema of ``situation.yml``: the words that say when, where, for whom and on what condition a claim holds."""

from pathlib import Path

from pydantic import Field

from helpers.errors import PackError
from helpers.packs.families import Families, Family
from helpers.packs.read import Strict, read_yaml, shown

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
    above_only : dict of str to tuple of str
        By key, the topics that words of the sentence itself do not narrow, only what stands above it or its page.
    families : dict of str to Family
        Sets of words that phrases name ("during <which|> <procedure>").
    at_large : tuple of str
        What hides a word that would narrow ("men and women").
    """

    phase: dict[str, Narrowing] = Field(default_factory=dict)
    area: dict[str, Narrowing] = Field(default_factory=dict)
    group: dict[str, Narrowing] = Field(default_factory=dict)
    condition: dict[str, Narrowing] = Field(default_factory=dict)
    of_page: tuple[str, ...] = ()
    untouched: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    above_only: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    families: dict[str, Family] = Field(default_factory=dict)
    at_large: tuple[str, ...] = ()

    @property
    def keys(self) -> dict[str, dict[str, Narrowing]]:
        """Every key with its values."""
        return {"phase": self.phase, "area": self.area, "group": self.group, "condition": self.condition}


def read_situation_words(folder: Path) -> SituationWords:
    """Read the words of the pack in ``folder``, spelled out; a pack without the file narrows nothing.

    Raises
    ------
    PackError
        The file is wrong; the message names the place.
    """
    path = folder / FILE
    if not path.is_file():
        return SituationWords()
    words = read_yaml(path, SituationWords)
    families = Families(words.families, {})
    try:
        at_large = tuple(form for phrase in words.at_large for form in families.expand(phrase))
        keys = {key: {value: _spelled(one, families) for value, one in values.items()} for key, values in words.keys.items()}
    except ValueError as error:
        raise PackError(str(error), path=shown(path), place="families") from None
    return words.model_copy(update={**keys, "at_large": at_large})


def _spelled(one: Narrowing, families: Families) -> Narrowing:
    """Return a value with each phrase as what it stands for."""
    phrases: dict[str, tuple[str, ...]] = {name: getattr(one, name) for name in ("words", "above", "label", "title", "beside")}
    return one.model_copy(
        update={name: tuple(form for phrase in said for form in families.expand(phrase)) for name, said in phrases.items()}
    )
