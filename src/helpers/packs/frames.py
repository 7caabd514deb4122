"""Frames: phrases with word classes and gaps, compiled into one pattern; one frame stands for what a list would spell out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick

Classes = Mapping[str, tuple[str, ...]]

_PART = re.compile(r"\{(\w+)\}|\.\.(\d+)|(\S+)")
_NUMBER_PARTS = re.compile(r"#|[^#]+")
_NUMBER = r"(?<![\w.])\d[\d.,]*(?:\s?(?:-|–|to)\s?\d[\d.,]*)?"
_BETWEEN = r"[\s\-–—/*_\"'“”‘’(),&]+"
_INSIDE = r"[\s\-–—/*_]+"
_GAP = rf"(?:{_BETWEEN}[\w%][\w’'%-]*(?:[.,]\d+)?)"
_REACH = 60  # characters before a frame in which a denial is looked for
DIGITS = tuple("0123456789")


class FrameError(ValueError):
    """A frame that names a class which is not there, or that is empty."""


@dataclass(frozen=True)
class Frames:
    """Any of several frames.

    Attributes
    ----------
    patterns : tuple of str
        One a frame, compiled when a text holds one of its stems.
    stems : tuple of tuple of str
        For each frame, in lower case; text that holds none of them does not hold the frame.
    denied_by : re.Pattern or None
        A frame that directly follows one of these words says the contrary ("not guaranteed").
    """

    patterns: tuple[str, ...]
    stems: tuple[tuple[str, ...], ...]
    denied_by: re.Pattern[str] | None = None

    def search(self, text: str, among: Iterable[int] | None = None) -> re.Match[str] | None:
        """Return a place where a frame stands and is not denied.

        Parameters
        ----------
        among : iterable of int, optional
            The numbers of the frames that can stand in the text, where an index has said so.
        """
        for number in sorted(among) if among is not None else self._candidates(text):
            for found in self.places(number, text):
                if self.denied_by is None or not self.denied_by.search(text, max(0, found.start() - _REACH), found.start()):
                    return found
        return None

    def places(self, number: int, text: str) -> Iterator[re.Match[str]]:
        """Return the places where a frame stands, denied or not."""
        return _compiled(self.patterns[number]).finditer(text)

    def _candidates(self, text: str) -> list[int]:
        folded = _folded(text)
        return [number for number, stems in enumerate(self.stems) if any(stem in folded for stem in stems)]


class FrameIndex:
    """Says which frames of several sets can stand in a text, so that only those are searched.

    Parameters
    ----------
    sets : sequence of Frames or None
    """

    def __init__(self, sets: Sequence[Frames | None]) -> None:
        holders: dict[str, set[tuple[int, int]]] = {}
        for number, one in enumerate(sets):
            for frame, stems in enumerate(one.stems if one else ()):
                for stem in stems:
                    holders.setdefault(stem, set()).add((number, frame))
        self._words = ahocorasick.Automaton()
        for stem, places in sorted(holders.items()):
            self._words.add_word(stem, tuple(sorted(places)))
        if holders:
            self._words.make_automaton()

    def of(self, text: str) -> dict[int, set[int]]:
        """Return, by the number of a set, the numbers of its frames of which a stem stands in the text."""
        found: dict[int, set[int]] = {}
        if self._words.kind == ahocorasick.AHOCORASICK:
            for _, places in self._words.iter(_folded(text)):
                for number, frame in places:
                    found.setdefault(number, set()).add(frame)
        return found


def frames(phrases: Iterable[str], classes: Classes, denied_by: Iterable[str] = ()) -> Frames:
    """Compile frames.

    Parameters
    ----------
    phrases : iterable of str
        Words, in any case. ``*`` at the end of a word takes any ending; ``{name}`` one phrase of a class; ``..3`` up to three
        words within the clause; ``#`` a number.
    classes : mapping of str to tuple of str
        The phrases of each class; they may hold classes themselves.
    denied_by : iterable of str
        Words that turn a frame behind them into its contrary, at most three words before it in the same clause.

    Raises
    ------
    FrameError
        A frame names a class that is not there.
    """
    given, denials = tuple(phrases), tuple(denied_by)
    before = rf"(?:{_any(denials, classes)})(?:[\s-]+[\w’'-]+){{0,3}}[\s\"'“”‘’*_-]*$" if denials else ""
    return Frames(
        tuple(_one(phrase, classes) for phrase in given),
        tuple(_stems(phrase, classes) for phrase in given),
        re.compile(before, re.IGNORECASE) if before else None,
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _any(phrases: Iterable[str], classes: Classes) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    return "|".join(f"(?:{_one(phrase, classes)})" for phrase in sorted(phrases, key=lambda one: (-len(one), one)))


def _one(phrase: str, classes: Classes) -> str:
    made = ""
    between = ""
    for name, gap, word in _PART.findall(phrase):
        if gap:
            made += _GAP + f"{{0,{gap}}}"
            between = _BETWEEN
            continue
        made += between + (rf"(?:{_any(_class(name, classes), classes)})" if name else _word(word))
        between = _INSIDE
    if not made:
        raise FrameError(f"the frame {phrase!r} holds no word")
    return made


def _class(name: str, classes: Classes) -> tuple[str, ...]:
    if name not in classes:
        raise FrameError(f"there is no class {name!r}; it knows {', '.join(sorted(classes))}")
    return classes[name]


def _word(word: str) -> str:
    stem = word.removesuffix("*")
    if not stem:
        raise FrameError("a * alone stands for nothing; write ..1 for any word, # for a number")
    if "#" in stem:
        return r"\s?".join(_NUMBER if part == "#" else re.escape(part) for part in _NUMBER_PARTS.findall(stem))
    before = r"(?<![\w])" if stem[0].isalnum() else ""
    after = r"[\w’']*" if word.endswith("*") else (r"(?!\w)" if stem[-1].isalnum() else "")
    return before + re.escape(stem).replace("'", "[’']") + after


def _stems(phrase: str, classes: Classes) -> tuple[str, ...]:
    """Return the stems of that part of a frame which a text least often holds by chance: the one with the longest stems."""
    parts = [
        tuple(stem for one in _class(name, classes) for stem in _stems(one, classes)) if name else _stem(word)
        for name, gap, word in _PART.findall(phrase)
        if not gap
    ]
    return max(parts, key=lambda stems: min(map(len, stems)))


def _stem(word: str) -> tuple[str, ...]:
    return DIGITS if "#" in word else (_folded(word.removesuffix("*")),)


def _folded(text: str) -> str:
    return text.lower().replace("’", "'")
