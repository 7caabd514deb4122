"""Characters that people do not see, or take for others: where they stand, and what they are called."""

import re
import unicodedata
from typing import NamedTuple

from helpers.model.ledger import Sign
from helpers.model.readable import letters_of

_DIRECTION = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO",
    "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_UNSEEN = {
    "\u00ad": "SHY", "\u034f": "CGJ", "\u115f": "HCF", "\u180e": "MVS", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ",
    "\u2060": "WJ", "\u2061": "FA", "\u2062": "IT", "\u2063": "IS", "\u2064": "IP", "\u3164": "HF", "\ufeff": "ZWNBSP",
}  # fmt: skip
_NAMED = _DIRECTION | _UNSEEN
_TAGS = "\U000e0001-\U000e007f"
_OTHERS = "\u0131\u0251\u0261\u0370-\u03ff\u0400-\u052f\u217c\uff01-\uff5e\U0001d400-\U0001d7ff"
_ANY = re.compile(rf"[{''.join(_NAMED)}{_TAGS}{_OTHERS}\ufffd]")
_STRANGE = re.compile(rf"(?<=\w)\u200d(?=\w)|[{''.join(_NAMED).replace(chr(0x200D), '')}{_TAGS}]|(?:[^\W_]|\ufffd)+")
_WORD = re.compile(r"(?:[^\W_]|\ufffd)+")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z]")
_SHORT = re.compile(r"(?=.*[A-Z\d])[A-Z\d\u00b5\u0370-\u03ff]+|[\u00b5\u03bc]\w{1,2}")  # TNFα, μm: names that mix two alphabets
_FORCED = re.compile("[\u202d\u202e][^\u202c-\u202e\r\n]*")
_LETTER = re.compile(r"[^\W\d_]")


class Strange(NamedTuple):
    """Characters ``text[start:end]`` that are not what they seem.

    Attributes
    ----------
    shown : str
        What people are shown of them: nothing, where they are nothing to the eye or turn what follows round.
    sign : str
        A short name to stand behind them.
    why : str
        In a sentence's words.
    """

    start: int
    end: int
    shown: str
    sign: str
    why: str


def strange(text: str) -> list[Strange]:
    """Return the marks of direction, the invisible characters, and the words with letters that pass for others, in order.

    A byte order mark that opens the text, and joints inside a picture of several, are none of them.
    """
    if not _ANY.search(text):
        return []
    letters = letters_of(text)
    found = (_strange(one, letters) for one in _STRANGE.finditer(text) if one[0] != "\ufeff" or one.start())
    return [one for one in found if one is not None]


def _strange(found: re.Match[str], letters: str) -> Strange | None:
    start, end = found.span()
    word = found[0]
    if len(word) == 1 and (word in _NAMED or unicodedata.category(word) == "Cf"):
        name = unicodedata.name(word, "a tag that nobody sees").lower()
        kind = "turns the direction of letters" if word in _DIRECTION else "nobody sees it"
        return Strange(start, end, "", _NAMED.get(word, "TAG"), f"{name} (U+{ord(word):04X}): {kind}")
    if "\ufffd" in word:
        return Strange(start, end, word, "lost", "a character was lost on the way here")
    read = letters[start:end]
    if read != word and not _SHORT.fullmatch(word):
        return Strange(start, end, word, f"read as “{read}”", "its letters are of another alphabet or width than they look")
    return Strange(start, end, word, "two alphabets", "its letters are of two alphabets") if _is_mixed(word) else None


def _is_mixed(word: str) -> bool:
    return _FOREIGN.search(word) is not None and _LATIN.search(word) is not None and not _SHORT.fullmatch(word)


def revealed(text: str) -> str:
    r"""Return a text in which strange characters are told, for where it is shown as plain words.

    Examples
    --------
    >>> revealed("n\u043e down\u00adtime")
    'n\u043e[read as “no”] down[SHY]time'
    """
    pieces: list[str] = []
    done = 0
    for one in strange(text):
        pieces += text[done : one.start], one.shown, f"[{one.sign}]"
        done = one.end
    return "".join((*pieces, text[done:])) if done else text


def unreadable(text: str) -> list[Sign]:
    """Return the words that cannot be read for what they are: with lost characters, of two alphabets, or turned round.

    Parameters
    ----------
    text : str
        With letters that look like others as those others.
    """
    if not _ANY.search(text):
        return []
    words = [(one, one[0]) for one in _WORD.finditer(text) if not one[0].isascii()]
    lost = [(one, "a word with a lost character") for one, word in words if "\ufffd" in word and word.strip("\ufffd")]
    mixed = [(one, "a word of two alphabets") for one, word in words if _is_mixed(word)]
    turned = [(one, "letters in a forced direction") for one in _FORCED.finditer(text) if _LETTER.search(one[0])]
    found = (Sign(*one.span(), what, always=True) for one, what in (*lost, *mixed, *turned))
    return sorted(found, key=lambda one: (one.start, one.end))
