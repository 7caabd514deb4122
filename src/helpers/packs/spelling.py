"""The two spellings of English: a phrase that is written in one of them stands for the other as well."""

import re
from collections.abc import Mapping

# "-ise" and "-ize", behind the stems whose verbs are spelled both ways ("optimise"; not "exercise", "raise" or "specialist").
_STEM = r"([a-z]{2}(?:al|il|ol|ul|im|om|um|an|en|in|on|er|or|ur|ar|at|et|it|ot|iv|id|at|as|es|is|os|nth))"
_S, _Z = (re.compile(rf"{_STEM}{letters}(?=e|ing|ation|[~+*])") for letters in ("is", "iz"))


class Spellings:
    """Finds the other spelling of a phrase.

    Parameters
    ----------
    parts : mapping of str to str
        How words begin that are spelled in two ways: British -> American.
    """

    def __init__(self, parts: Mapping[str, str]) -> None:
        self._parts = (dict(parts), {american: british for british, american in parts.items()}) if parts else ()
        self._begins = [re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})") for known in self._parts]
        self._either = re.compile("|".join([*(one.pattern for one in self._begins), "i[sz](?:e|ing|ation|[~+*])"]))

    def both(self, phrase: str) -> tuple[str, ...]:
        """Return the phrase, and its other spelling where it has one.

        Without parts, a language is spelled in one way.

        Examples
        --------
        >>> Spellings({"colour": "color"}).both("skin colour")
        ('skin colour', 'skin color')
        >>> Spellings({"colour": "color"}).both("optimize the rise")
        ('optimize the rise', 'optimise the rise')
        >>> Spellings({}).both("optimize the rise")
        ('optimize the rise',)
        """
        if not self._begins or self._either.search(phrase) is None:
            return (phrase,)
        for begins, known, ending, new in zip(self._begins, self._parts, (_S, _Z), ("iz", "is"), strict=True):
            other = ending.sub(rf"\1{new}", _exchanged(phrase, begins, known))
            if other != phrase:
                return phrase, other
        return (phrase,)


def _exchanged(phrase: str, begins: re.Pattern[str], known: Mapping[str, str]) -> str:
    return begins.sub(lambda found: known[found.group()], phrase)
