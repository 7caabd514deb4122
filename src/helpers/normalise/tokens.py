"""Text to tokens: figures, words, dashes and stops, with their places; phrases of the pack become one token."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

Kind = Literal["figure", "word", "stop", "code"]

# Spaces and invisible marks that may stand inside a quantity; a line end, a tab or a wide gap never does.
_GAP = "[ \u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]"
_LETTERS = r"[^\W\d_½¼¾⅓⅔⅛⅜⅝⅞]"
_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,9}(?:\.[0-9]{1,6})?(?![0-9])"
_CODES = (
    r"[0-9]{1,4}(?P<mark>[-/.])[0-9]{1,2}(?P=mark)[0-9]{1,4}(?![0-9])",  # dates, versions
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])",  # clock times
    r"\+[0-9][0-9() -]{6,18}[0-9]|\(?0[0-9]{2,4}\)?[ -][0-9]{3,4}[ -]?[0-9]{3,4}|\(?[0-9]{3}\)?[ .-][0-9]{3}[.-][0-9]{4}(?![0-9])",
    r"\[[0-9]{1,3}(?:[-–, ]{1,2}[0-9]{1,3}){0,5}\]",  # citations
    rf"{_LETTERS}++[0-9][\w-]*",  # CO2, B12
    r"[0-9]{10,}",
)


class Token(NamedTuple):
    """One word, figure or mark.

    Attributes
    ----------
    start, end : int
        Half-open offsets.
    text : str
        Lower case, dashes as "-", apostrophes straight.
    kind : str
        ``figure``, ``word`` (a phrase of the pack counts as one), ``stop`` (any other mark), ``code`` (a date, a telephone number).
    tight : bool
        Nothing stands between this token and the one before it.
    """

    start: int
    end: int
    text: str
    kind: Kind
    tight: bool


NOTHING = Token(-1, -1, "", "stop", False)


class Tokenizer:
    """Cuts a stretch of text into tokens.

    Parameters
    ----------
    dashes : str
        Every character that counts as a dash.
    joined : iterable of str
        Words after which a dash and a figure are no code ("day-3", "2-to-3").
    """

    def __init__(self, dashes: str, joined: Iterable[str]) -> None:
        self._dashes = str.maketrans(dict.fromkeys(dashes, "-") | {"’": "'", "ʼ": "'", "`": "'"})
        free = "|".join(map(re.escape, sorted(joined)))
        named = rf"(?!(?:{free})-){_LETTERS}++-[0-9][\w-]*"
        self._pattern = re.compile(
            rf"(?P<gap>{_GAP}{{1,3}}(?!{_GAP}))|(?P<code>{'|'.join(_CODES)}|{named})|(?P<figure>{_FIGURE})"
            rf"|(?P<word>{_LETTERS}+|['’][sS](?!\w)|\(s\))|(?P<stop>(?:{_GAP}{{4,}}+|.))",
            re.IGNORECASE | re.DOTALL,
        )
        self._phrases: dict[str, list[tuple[str, ...]]] = {}

    def add(self, phrase: str) -> str:
        """Make ``phrase`` one token from now on, and return the text it will carry."""
        parts = tuple(token.text for token in self._single(phrase, 0, len(phrase)))
        if len(parts) > 1:
            known = self._phrases.setdefault(parts[0], [])
            if parts not in known:
                known.append(parts)
                known.sort(key=len, reverse=True)
        return " ".join(parts)

    def read(self, text: str, start: int, end: int) -> list[Token]:
        """Return the tokens of ``text[start:end]``, the longest known phrase first."""
        single = list(self._single(text, start, end))
        if not self._phrases:
            return single
        tokens: list[Token] = []
        place = 0
        while place < len(single):
            first = single[place]
            size = 1
            for parts in self._phrases.get(first.text, ()):
                if all(place + k < len(single) and single[place + k].text == part for k, part in enumerate(parts)):
                    size = len(parts)
                    first = Token(first.start, single[place + size - 1].end, " ".join(parts), "word", first.tight)
                    break
            tokens.append(first)
            place += size
        return tokens

    def _single(self, text: str, start: int, end: int) -> Iterator[Token]:
        tight = False
        for match in self._pattern.finditer(text, start, end):
            kind = match.lastgroup
            if kind == "gap":
                tight = False
                continue
            shown = match.group().lower().translate(self._dashes)
            yield Token(match.start(), match.end(), shown, kind, tight)  # type: ignore[arg-type]  # the pattern's group names are kinds
            tight = True
