"""Which passages of a page are written in another language than the one that a pack reads."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from helpers.model import Claim, Segmented, Span
from helpers.packs.languages import Language, read_languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

WORD = re.compile(r"[^\W\d_]+")
COMMON = 0.08  # of a passage's words: the share of common words from which it is taken for the pack's language
MOST = 0.5  # of a page's letters
SURE = 0.8  # how sure the library must be
LONG, LEAST = 100, 40  # letters: a passage that is asked for by itself, and what all shorter ones must hold together


class Foreign(NamedTuple):
    """What stands on a page in another language.

    Attributes
    ----------
    passages : tuple of Span
        In reading order.
    language : str
        The one that most of them are in, in words.
    share : float
        Of the letters of the page's own text.
    """

    passages: tuple[Span, ...] = ()
    language: str = ""
    share: float = 0.0

    @property
    def is_most(self) -> bool:
        """Whether the page as a whole is written in another language."""
        return self.share > MOST

    def without(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return the claims that stand elsewhere; none where the page as a whole is written in another language."""
        if self.is_most:
            return []
        if not self.passages:
            return list(claims)
        return [one for one in claims if not any(span.start <= one.start < span.end for span in self.passages)]


class Tongue:
    """Finds what is not written in a pack's language.

    Parameters
    ----------
    code : str
        One of ``data/languages.yml``.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self.languages = read_languages()
        self._common = frozenset(self._own.common)

    @property
    def name(self) -> str:
        """The pack's language in words."""
        return self._own.name

    @property
    def _own(self) -> Language:
        return self.languages[self.code]

    def foreign(self, text: str, segmented: Segmented) -> Foreign:
        """Return the passages outside website furniture in another language; the short ones are asked for together."""
        body = [one for one in segmented.sentences if one.zone == "body"]
        blocks = [list(same) for _, same in groupby(body, key=lambda one: one.block)]
        passages = [Span(same[0].start, same[-1].end) for same in blocks]
        words = [WORD.findall(span.of(text)) for span in passages]
        sizes = [sum(map(len, several)) for several in words]
        long = [[number] for number, size in enumerate(sizes) if size >= LONG]
        short = [number for number, size in enumerate(sizes) if size < LONG]
        found: dict[Span, tuple[str, int]] = {}
        for together in (*long, short):
            if self._may_be_other([word for number in together for word in words[number]]):
                code = self._other("\n".join(passages[number].of(text) for number in together))
                found |= {passages[number]: (code, sizes[number]) for number in together if code}
        if not found:
            return Foreign()
        letters: dict[str, int] = {}
        for code, size in found.values():
            letters[code] = letters.get(code, 0) + size
        most = max(sorted(letters), key=letters.__getitem__)
        return Foreign(tuple(sorted(found)), self.languages[most].name, sum(letters.values()) / sum(sizes))

    def _may_be_other(self, words: Sequence[str]) -> bool:
        """Say whether words may be of another language: enough of them, and too few common ones of the pack's."""
        lowered = " ".join(words).lower().split(" ")
        return sum(map(len, lowered)) >= LEAST and sum(map(self._common.__contains__, lowered)) < COMMON * len(words)

    def _other(self, text: str) -> str:
        """Return the code of the other language that a text is in; "" where it is in the pack's, or nobody can tell."""
        code, sure = _identifier(frozenset(self.languages)).classify(text)
        return code if code != self.code and sure >= SURE else ""


@cache
def _identifier(codes: frozenset[str]) -> "LanguageIdentifier":
    """Load the library and its model, which takes half a second: only where a passage is in doubt."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    made = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    made.set_languages(sorted(codes))
    return made
