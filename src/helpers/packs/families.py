"""Word families: what a written phrase stands for once verbs are conjugated and named sets of words are put in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from helpers.packs.inflection import forms_of, with_s
from helpers.packs.read import Strict
from helpers.packs.spelling import Spellings

_VERB = re.compile(r"([a-z]+)\+(s?)")
_SET = re.compile(r"<([a-z_]+)(\|?)>")


class Family(Strict):
    """A set of words that can stand in each other's place, written once and named in phrases.

    Attributes
    ----------
    reason : str
        What they have in common.
    words : list of str
        Each may itself name a verb (``become+``).
    """

    reason: str
    words: list[str]


class Families:
    """Expands the phrases of a pack.

    Parameters
    ----------
    families : mapping of str to Family
    verbs : mapping of str to sequence of str
        Irregular verbs with their other forms.
    spellings : mapping of str to str
        How words begin that are spelled in two ways.
    """

    def __init__(
        self, families: Mapping[str, Family], verbs: Mapping[str, Sequence[str]], spellings: Mapping[str, str] | None = None
    ) -> None:
        self._verbs = verbs
        self._spellings = Spellings(spellings or {})
        self._words: dict[str, tuple[str, ...]] = {}
        for name, family in families.items():
            self._words[name] = tuple(form for word in family.words for form in self.expand(word))

    def expand(self, phrase: str) -> Iterator[str]:
        """Yield every phrase that a written one stands for, in both spellings; itself where it names no verb and no family.

        Raises
        ------
        ValueError
            It names a family that the pack does not have.
        """
        if "+" not in phrase and "<" not in phrase:
            yield from self._spellings.both(phrase)
            return
        for words in product(*map(self._choices, phrase.split(" "))):
            yield from self._spellings.both(" ".join(word for word in words if word))

    def _choices(self, word: str) -> tuple[str, ...]:
        named = _SET.fullmatch(word)
        if named:
            name, optional = named.groups()
            if name not in self._words:
                raise ValueError(f"no family is called {name!r}; correct the name, or add it under families:")
            return ("", *self._words[name]) if optional else self._words[name]
        bent = _VERB.fullmatch(word)
        if bent is None:
            return (word,)
        verb, only = bent.groups()
        return (verb, with_s(verb)) if only else forms_of(verb, self._verbs)
