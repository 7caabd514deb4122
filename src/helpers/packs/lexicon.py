"""Schema of a pack's lexicons: which words of a text belong to which class, and what each of them means."""

from pydantic import Field, field_validator

from helpers.packs.families import Family
from helpers.packs.read import Strict


class Unlisted(Strict):
    """Where members of a class stand that it does not list.

    Attributes
    ----------
    behind : list of str
        Classes of the words behind which a list of members stands ("include").
    beside : list of str
        The same, where one of the list must be a member that is known.
    named_by : list of str
        Classes of which one must stand before those words ("side effects").
    under : list of str
        Classes that announce a list of members, in a heading, a label or a lead-in.
    plain : list of str
        Classes of the words before a name that are no part of it ("slight").
    inside : list of str
        Classes of words that may be part of a name although they mean something by themselves.
    """

    behind: list[str] = []
    beside: list[str] = []
    named_by: list[str] = []
    under: list[str] = []
    plain: list[str] = []
    inside: list[str] = []


class LexiconClass(Strict):
    """A class of phrases that play one part in a rule.

    Attributes
    ----------
    reason : str
        What the class is for.
    values : dict of str to list of str
        Value (an item, a level, or simply a name) -> phrases in lower case. A word ending in ``~`` takes its regular endings
        (``improv~``: improve, improves, improved, improving; ``iron~ out``), a phrase ending in ``*`` any ending. A word
        ending in ``+`` stands for every form of the verb (``grow+``), one in ``+s`` for that form besides (``day+s``),
        ``<name>`` for each word of that family, ``<name|>`` for each of them or none. A value without
        phrases is said by its own name (``lip_lift: []``).
    governs : bool
        The words rule what follows them in their clause ("improves texture and tone").
    several : bool
        A phrase may have several values; rules then ask for each by name and none takes "the" value.
    hides : bool
        A phrase of this class is one word to the reader: whatever lies inside it is not read apart ("sun damage" names no sun).
    unnamed : Unlisted, optional
        Where members stand that are not among the values.
    """

    reason: str
    values: dict[str, list[str]]
    governs: bool = False
    hides: bool = False
    several: bool = False
    unnamed: Unlisted | None = None

    def phrases_of(self, value: str) -> list[str]:
        """Return what is written for a value; its own name where nothing is."""
        return self.values[value] or [value.replace("_", " ")]

    @field_validator("values")
    @classmethod
    def _phrases_are_usable(cls, values: dict[str, list[str]]) -> dict[str, list[str]]:
        for value, phrases in values.items():
            for phrase in phrases:
                if phrase != phrase.lower().strip() or not phrase.strip("~* "):
                    raise ValueError(
                        f"the phrase {phrase!r} of {value!r} must be lower case, not empty, without spaces at its ends"
                    )
                if "*" in phrase[:-1]:
                    raise ValueError(f"the phrase {phrase!r} of {value!r} has a * before its end; put it last, or use ~")
        return values


class LexiconFile(Strict):
    """One file of lexicon classes, word families and irregular verbs.

    Attributes
    ----------
    classes : dict of str to LexiconClass
    families : dict of str to Family
    verbs : dict of str to list of str
        Irregular verb -> its other forms.
    spellings : dict of str to str
        How words begin that are spelled in two ways, British -> American.
    """

    classes: dict[str, LexiconClass] = Field(default={}, min_length=1)
    families: dict[str, Family] = {}
    verbs: dict[str, list[str]] = {}
    spellings: dict[str, str] = {}
