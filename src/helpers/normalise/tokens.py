"""Text to tokens: figures, words, dashes and stops, with their places; phrases of the pack become one token."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

Kind = Literal["figure", "word", "stop", "code"]

# Spaces and invisible marks that may stand inside a quantity; a line end, a tab or a wide gap never does.
_GAP = "[ \u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]"
_APOSTROPHES = "’ʼ`"
_DASH = "–"
_LETTERS = r"[^\W\d_½¼¾⅓⅔⅛⅜⅝⅞]"
_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,9}(?:\.[0-9]{1,6})?(?![0-9])"
_CODES = (
    r"[0-9]{1,4}(?P<mark>[-/.])[0-9]{1,2}(?P=mark)[0-9]{1,4}(?![0-9])",  # dates, versions
    r"[0-9]{1,4}(?::[0-9]{1,4}){1,2}(?![0-9])",  # clock times, proportions
    r"\+[0-9][0-9() -]{6,18}[0-9]",  # telephone numbers
    r"\(?0[0-9]{2,4}\)?[ -][0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9])",
    r"\(?[0-9]{3}\)?[ .-][0-9]{3}[.-][0-9]{4}(?![0-9])",
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
        Lower case, hyphens and dashes as "-", apostrophes straight.
    kind : str
        ``figure``, ``word`` (a phrase of the pack counts as one), ``code`` (a date, a telephone number), ``stop`` (any
        other mark).
    tight : bool
        Nothing stands between this token and the one before it.
    """

    start: int
    end: int
    text: str
    kind: Kind
    tight: bool


_KINDS: dict[str, Kind] = {
    "word": "word", "joined": "word", "code": "code", "figure": "figure", "dash": "stop", "stop": "stop",
}
NOTHING = Token(-1, -1, "", "stop", False)


class Tokenizer:
    """Cuts a stretch of text into tokens.

    Parameters
    ----------
    hyphens, dashes : str
        The characters that count as a hyphen and as a longer dash; as tokens both are "-".
    hyphened : iterable of str
        Words whose hyphen and figure are no code ("day-3", "2-to-3").
    """

    def __init__(self, hyphens: str, dashes: str, hyphened: Iterable[str]) -> None:
        self._plain = {**dict.fromkeys(hyphens, "-"), **dict.fromkeys(dashes, _DASH), **dict.fromkeys(_APOSTROPHES, "'")}
        free = "|".join(map(re.escape, sorted(hyphened)))
        code = "|".join((*_CODES, rf"(?!(?:{free})-){_LETTERS}++-[0-9][\w-]*"))
        self._pattern = re.compile(
            rf"(?P<gap>{_GAP}{{1,3}}(?!{_GAP}))|(?P<word>(?:{_LETTERS}++(?![0-9])(?!-[0-9])|'s(?!\w)|\(s\)))"
            rf"|(?P<code>{code})|(?P<figure>{_FIGURE})|(?P<joined>{_LETTERS}++)|(?P<dash>{_DASH})|(?P<stop>(?:{_GAP}{{4,}}+|.))",
            re.DOTALL,
        )
        self._phrases: dict[str, list[tuple[str, ...]]] = {}

    def plain(self, text: str) -> str:
        """Return ``text`` in lower case with one hyphen, dash and apostrophe, of the same length, so that offsets hold."""
        shown = text.lower()
        if len(shown) != len(text):  # a few capitals grow when they are lowered
            shown = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
        for letter, plain in self._plain.items():
            shown = shown.replace(letter, plain)
        return shown

    def add(self, phrase: str) -> str:
        """Make ``phrase`` one token from now on, and return the text it will carry."""
        parts = tuple(token.text for token in self._single(self.plain(phrase), 0, len(phrase)))
        if len(parts) > 1:
            known = self._phrases.setdefault(parts[0], [])
            if parts not in known:
                known.append(parts)
                known.sort(key=len, reverse=True)
        return " ".join(parts)

    def read(self, shown: str, start: int, end: int) -> list[Token]:
        """Return the tokens of ``shown[start:end]``, which is plain text, the longest known phrase first."""
        single = self._single(shown, start, end)
        phrases = self._phrases
        tokens: list[Token] = []
        place = 0
        while place < len(single):
            token = single[place]
            size = 1
            for parts in phrases.get(token.text, ()):
                if all(place + k < len(single) and single[place + k].text == part for k, part in enumerate(parts)):
                    size = len(parts)
                    token = Token(token.start, single[place + size - 1].end, " ".join(parts), "word", token.tight)
                    break
            tokens.append(token)
            place += size
        return tokens

    def _single(self, shown: str, start: int, end: int) -> list[Token]:
        tokens: list[Token] = []
        last = -1
        for match in self._pattern.finditer(shown, start, end):
            kind = match.lastgroup
            if kind is not None and kind != "gap":
                place, stop = match.span()
                text = "-" if kind == "dash" else match.group()
                tokens.append(Token(place, stop, text, _KINDS[kind], place == last))
                last = stop
        return tokens
