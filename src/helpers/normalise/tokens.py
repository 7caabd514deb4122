"""Text to tokens: figures, words, dashes and stops, with their places; phrases of the pack become one token."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

Kind = Literal["figure", "word", "stop", "code"]

# Spaces, emphasis and invisible marks that may stand inside a quantity; a line end, a tab or a wide gap never does.
_GAP = "[ *\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]"
_APOSTROPHES = "’ʼ`"
_DASH = "–"
_LETTERS = r"[^\W\d_½¼¾⅓⅔⅛⅜⅝⅞]"
_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,9}(?:\.[0-9]{1,6})?(?![0-9])"
_DECIMAL_COMMA = r"(?<![0-9,.])[0-9]{1,3},[0-9]{1,2}(?![0-9,])"
_THOUSANDS = 3
_CODES = (
    r"[0-9]{1,4}(?P<mark>[-/.])[0-9]{1,2}(?P=mark)[0-9]{1,4}(?![0-9])",  # dates, versions
    r"[0-9]{1,4}(?::[0-9]{1,4}){1,2}(?![0-9])",  # clock times, proportions
    r"\+[0-9][0-9() -]{6,18}[0-9]",  # telephone numbers
    r"\(?0[0-9]{2,4}\)?[ -][0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9])",
    r"\(?[0-9]{3}\)?[ .-][0-9]{3}[.-][0-9]{4}(?![0-9])",
    r"\[[0-9]{1,3}(?:[-–, ]{1,2}[0-9]{1,3}){0,5}\]",  # citations
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
    """

    start: int
    end: int
    text: str
    kind: Kind


_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("word", "name", "glued"), "word"),
    **dict.fromkeys(("dash", "stop"), "stop"),
    "code": "code",
    "figure": "figure",
}
NOTHING = Token(-1, -1, "", "stop")


class _Branch(dict[str, "_Branch"]):
    """A branch of the tree of phrases; ``whole`` is the phrase that ends here, if one does."""

    whole = ""


class Tokenizer:
    """Cuts a stretch of text into tokens.

    Parameters
    ----------
    hyphens, dashes : str
        The characters that count as a hyphen and as a longer dash; as tokens both are "-".
    hyphened : iterable of str
        Words that a figure may follow without making a name of both ("day-3", "2-to-3"; but "IL-6", "CO2").
    units : iterable of str
        Words that make a number of the figure before them ("downtime-2 days").
    endings : iterable of str
        What may follow a word tightly and is a token of its own ("'s", "(s)").
    """

    def __init__(self, hyphens: str, dashes: str, hyphened: Iterable[str], units: Iterable[str], endings: Iterable[str]) -> None:
        self._plain = {**dict.fromkeys(hyphens, "-"), **dict.fromkeys(dashes, _DASH), **dict.fromkeys(_APOSTROPHES, "'")}
        free, measured = ("|".join(map(re.escape, sorted(words))) for words in (hyphened, units))
        name = rf"(?!(?:{free})-?[0-9]){_LETTERS}++[-+]?[0-9][\w-]*+(?!{_GAP}?(?:{measured})(?!\w))"
        marked = "|".join(re.escape(ending) for ending in sorted(endings, key=len, reverse=True) if not ending[0].isalpha())
        word = rf"{_LETTERS}++(?![-+]?[0-9])|(?:{marked})(?!\w)|(?:(?<=[0-9])|(?<=[0-9]{_GAP}))(?:{measured})(?=-?[0-9])"
        second = rf"{_GAP}?(?:[-{_DASH}]|\w{{1,5}}){_GAP}?[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?"
        comma = rf"{_DECIMAL_COMMA}(?=(?:{second})?{_GAP}?(?:{measured})(?!\w))"
        figure = rf"{comma}|{_FIGURE}"
        kinds = {"word": word, "code": "|".join(_CODES), "figure": figure, "name": name, "glued": rf"{_LETTERS}++"}
        kinds |= {"dash": _DASH, "stop": rf"{_GAP}{{4,}}+|[^{_GAP[1:]}"}
        token = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
        self._pattern = re.compile(rf"(?:{_GAP}{{1,3}}(?!{_GAP})|\*{{1,3}} \*{{1,3}})?+(?:{token})", re.DOTALL)
        self._phrases = _Branch()

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
        parts = [token.text for token in self._single(self.plain(phrase), 0, len(phrase))]
        if len(parts) > 1:
            branch = self._phrases
            for part in parts:
                branch = branch.setdefault(part, _Branch())
            branch.whole = " ".join(parts)
        return " ".join(parts)

    def read(self, shown: str, start: int, end: int) -> list[Token]:
        """Return the tokens of ``shown[start:end]``, which is plain text, the longest known phrase first."""
        single = self._single(shown, start, end)
        tokens: list[Token] = []
        place = 0
        while place < len(single):
            token = single[place]
            stop = place + 1
            if token.text in self._phrases:
                phrase, stop = self._longest(single, place)
                if phrase:
                    token = Token(token.start, single[stop - 1].end, phrase, "word")
            tokens.append(token)
            place = stop
        return tokens

    def _longest(self, single: list[Token], place: int) -> tuple[str, int]:
        """Return the longest phrase at ``place`` and the token behind it; an empty one where none begins."""
        branch: _Branch | None = self._phrases
        phrase, stop = "", place + 1
        for k in range(place, len(single)):
            branch = branch.get(single[k].text) if branch else None
            if branch is None:
                break
            if branch.whole:
                phrase, stop = branch.whole, k + 1
        return phrase, stop

    def _single(self, shown: str, start: int, end: int) -> list[Token]:
        tokens: list[Token] = []
        for match in self._pattern.finditer(shown, start, end):
            kind = match.lastgroup or "stop"
            first, last = match.span(kind)
            content = "-" if kind == "dash" else shown[first:last]
            if kind == "figure":
                content = _plain_figure(content)
            tokens.append(Token(first, last, content, _KINDS[kind]))
        return tokens


def _plain_figure(shown: str) -> str:
    """Write the comma of "1,5", which is let through before a unit only, as a point; "1,500" keeps its own."""
    whole, comma, rest = shown.partition(",")
    return f"{whole}.{rest}" if comma and len(rest) < _THOUSANDS else shown
