"""Members of a class that no lexicon lists: what stands in its list or under its heading is one of it, by its own words.

"Side effects include redness, low mood and brittle nails" names two effects that no list can hold beforehand.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from helpers.extract.mentions import Mention, Said, Sense
from helpers.extract.scope import BOUNDARY, FINITE
from helpers.packs.lexicon import LexiconClass

NO_NAME, ENDS_NAME = "no_name", "ends_name"
_ENTRY = re.compile(r"\s*(?:,|;|/|&|\band/or\b|\band\b|\bor\b|\bas well as\b)\s*", re.IGNORECASE)
_STOP = re.compile(r"[.:;()!?–—]|\s-\s|\s\|\s|\n")
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST, _NAMED_NEAR = 4, 10


class _Kind(NamedTuple):
    cls: str
    behind: frozenset[str]
    beside: frozenset[str]
    named_by: frozenset[str]
    under: frozenset[str]
    plain: frozenset[str]
    known: frozenset[str]


class Unnamed:
    """Finds members that are not listed; compiled once for a pack.

    Parameters
    ----------
    classes : mapping of str to LexiconClass
    known : frozenset of str
        Classes of which a mention makes an entry something else.
    """

    def __init__(self, classes: Mapping[str, LexiconClass], known: frozenset[str]) -> None:
        self._kinds = [
            _Kind(
                cls,
                behind=frozenset(spec.behind),
                beside=frozenset(spec.beside),
                named_by=frozenset(spec.named_by),
                under=frozenset(spec.under),
                plain=frozenset(spec.plain),
                known=known - frozenset(spec.inside) | {cls, NO_NAME},
            )
            for cls, lexicon in classes.items()
            if (spec := lexicon.unnamed) is not None
        ]
        self._triggers = frozenset[str]().union(*(kind.behind | kind.beside for kind in self._kinds))
        self._announced = frozenset[str]().union(*(kind.under for kind in self._kinds))

    def added(
        self,
        text: str,
        words: Sequence[int],
        span: tuple[int, int],
        mentions: Said,
        above: Sequence[Mention],
    ) -> Said:
        """Return the mentions of a stretch with its unnamed members, in order of their place.

        Parameters
        ----------
        text : str
        words : sequence of int
            Where each word of the text starts.
        span : tuple of int
            The stretch, behind a bullet or a number.
        mentions : Said
        above : sequence of Mention
            What announces the list in which the stretch is an item.
        """
        led = any(one.means(self._announced) for one in above)
        if not led and self._triggers.isdisjoint(mentions.keys):
            return mentions
        found = [one for kind in self._kinds for one in self._of(kind, text, words, span, mentions, above)]
        outside = (one for one in mentions if not any(name.start <= one.start < name.end for name in found))
        return Said(sorted((*outside, *found), key=lambda one: (one.start, -one.end))) if found else mentions

    def _of(
        self,
        kind: _Kind,
        text: str,
        words: Sequence[int],
        span: tuple[int, int],
        mentions: Sequence[Mention],
        above: Sequence[Mention],
    ) -> Iterator[Mention]:
        start, end = span
        if any(one.means(kind.under) for one in above):
            if any(kind.cls in one.sense.keys for one in above) or any(FINITE in one.sense.values for one in mentions):
                return  # "Infection: it is rare" under "Risks" explains what it names; a sentence names by its verb
            yield from self._entries(kind, text, words, start, end, mentions)
            return
        for number, one in enumerate(mentions):
            if not one.means(kind.behind | kind.beside):
                continue
            near = (other for other in mentions[:number] if one.first - other.last <= _NAMED_NEAR)
            if kind.named_by and not any(other.means(kind.named_by) for other in near):
                continue
            if one.means(kind.behind) or any(other.start >= one.end and kind.cls in other.sense.keys for other in mentions):
                yield from self._entries(kind, text, words, one.end, end, mentions)
                return

    def _entries(
        self, kind: _Kind, text: str, words: Sequence[int], start: int, end: int, mentions: Sequence[Mention]
    ) -> Iterator[Mention]:
        """Yield the entries of a list, up to its stop or the first verb, that are names of their own."""
        stop = _STOP.search(text, start, end)
        end = stop.start() if stop else end
        inside = [one for one in mentions if start <= one.start < end]
        end = next((one.start for one in inside if BOUNDARY in one.sense.values or FINITE in one.sense.values), end)
        place = start
        while place < end:
            mark = _ENTRY.search(text, place, end)
            member = self._member(kind, text, words, place, mark.start() if mark else end, inside)
            if member is not None:
                yield member
            place = mark.end() if mark and mark.end() > place else end

    def _member(
        self, kind: _Kind, text: str, words: Sequence[int], start: int, end: int, mentions: Sequence[Mention]
    ) -> Mention | None:
        own = [one for one in mentions if start <= one.start < end]
        for one in own:
            if one.start <= start + 1 and one.end < end and one.means(kind.plain):
                start = one.end
        end = next((one.start for one in own if ENDS_NAME in one.sense.values and one.start >= start), end)
        names = list(_NAME.finditer(text, start, end))
        if not 0 < len(names) <= _LONGEST or re.search(r"[^\s\w'’-]|\d", text[names[0].start() : end].strip()):
            return None
        start, end = names[0].start(), names[-1].end()
        if any(_is_known(one, kind, text) and one.start < end and start < one.end for one in own):
            return None
        if all(any(one.means(kind.plain) and one.start <= name.start() < one.end for one in own) for name in names):
            return None
        value = "_".join(name.group().lower() for name in names)
        sense = Sense(frozenset({kind.cls}), {kind.cls: value}, True, False)
        first = bisect_left(words, start)
        return Mention(start, end, first, first + len(names), sense)


def _is_known(one: Mention, kind: _Kind, text: str) -> bool:
    """Say whether a word in an entry is one that the rules read; "reduced taste" and "loss of taste" are names."""
    ruling = one.sense.rules and not text[one.start : one.end].endswith(("ed", " of"))
    return one.quantity is not None or ruling or one.means(kind.known)
