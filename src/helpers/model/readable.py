"""A document's text as readers see it, for matching: every character keeps its place."""

import re
import unicodedata

from helpers.model.document import Document
from helpers.model.place import UNSEEN

_LINE = re.compile(r"[^\r\n]+")
_CYRILLIC = str.maketrans("аеорсухіјѕԁһԛԝгкмтАВЕКМНОРСТХУІЈЅЗ", "aeopcyxijsdhqwrkmtABEKMHOPCTXYIJS3")
_GREEK = str.maketrans("οανρτικυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavptikuxABEZHIKMNOPTYX")
_OTHERS = str.maketrans("ıɡɑоⅼ", "igaol")
_ALIKE = _CYRILLIC | _GREEK | _OTHERS
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z]")
_STRANGE = re.compile("[\u0131\u0251\u0261\u0370-\u03ff\u0400-\u052f\u217c]")
_WORD = re.compile(r"\w[\w\u00ad\u200b-\u200f\u2060\ufeff]*")
_WIDE = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff\u2460-\u24ff\ufb00-\ufb06\u3000]")
FEW = 0.1  # of the letters: with more of another alphabet, a text is written in it


def readable(document: Document) -> str:
    """Return a document's text with what is not shown blanked out, and letters that only look like others as those.

    Struck text, addresses and markup are spaces; letters of another width or of another alphabet inside an English text are the
    letters that they look like. Every character keeps its place, so offsets are those of the document's own text.

    Examples
    --------
    >>> readable(Document("a", "n\u043e downtime", "", "a.txt"))
    'no downtime'
    """
    text, done = document.text, 0
    pieces: list[str] = []
    for part in document.parts:
        if part.kind in UNSEEN:
            pieces += text[done : part.start], _LINE.sub(lambda line: " " * len(line[0]), text[part.start : part.end])
            done = part.end
    text = "".join((*pieces, text[done:])) if done else text
    return letters_of(text)


def letters_of(text: str) -> str:
    """Return a text with letters that only look like Latin ones as those, and wide ones as narrow."""
    if text.isascii():
        return text
    text = _WIDE.sub(_narrow, text)
    if not _STRANGE.search(text):
        return text
    foreign = len(_FOREIGN.findall(text))
    few = foreign <= FEW * len(_LATIN.findall(text))
    return _WORD.sub(lambda word: _latin(word[0], whole=few) if _STRANGE.search(word[0]) else word[0], text)


def _narrow(found: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", found[0])
    return plain if len(plain) == 1 else found[0]


def _latin(word: str, *, whole: bool) -> str:
    """Return a word in Latin letters, where each of its others looks like one; "α" in "α-hydroxy" stays.

    Parameters
    ----------
    whole : bool
        Whether a word may have no Latin letter at all.
    """
    folded = word.translate(_ALIKE)
    mixed = _LATIN.search(word) is not None or (whole and len(word) > 1 and word.translate(_CYRILLIC).isascii())
    return folded if mixed and not _FOREIGN.search(folded) else word
