"""Readings -> the pages and paragraphs that say the same, in time that grows with the words and not with the pairs of pages."""

import hashlib
import heapq
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from helpers.copies.differences import difference
from helpers.model.copies import Copied, Copies, Same
from helpers.model.review import Reading

FEWEST = 20  # words; shorter pages and paragraphs say the same by chance
NEAR = 0.85  # of the words of two pages or paragraphs stand in both in the same order
TOGETHER = 4  # words that are looked up together
SKETCH = 64  # of these, the ones by which a text is looked up
SHARED = 0.25  # of its sketch: what a text must share with another to be compared with it
LONGEST = 10_000  # words; of two longer pages nobody is told what differs, only that they are the same word for word
_WORD = re.compile(r"\w+")


class _Said(NamedTuple):
    """A page or a paragraph: its words as they are compared, and where it stands."""

    place: Copied
    words: list[str]
    key: bytes


def find_copies(readings: Iterable[Reading]) -> tuple[Copies, ...]:
    """Return what is said several times: word for word, nearly so, or paragraph by paragraph.

    Case, spaces and punctuation do not matter, and website furniture takes no part.

    Parameters
    ----------
    readings : iterable of Reading
        Sorted by source id.

    Returns
    -------
    tuple of Copies
        Pages before near-copies before paragraphs, each by the first place.
    """
    pages: list[_Said] = []
    paragraphs: list[_Said] = []
    texts: dict[str, str] = {}
    for reading in readings:
        source, text = reading.document.source_id, reading.document.text
        texts[source] = text
        blocks = [_said(source, text, block.start, block.end) for block in reading.segmented.blocks if block.zone == "body"]
        words = [word for block in blocks for word in block.words]
        if len(words) >= FEWEST:
            place = Copied(source, blocks[0].place.start, blocks[-1].place.end)
            pages.append(_Said(place, words, _key(words)))
        paragraphs += (block for block in blocks if len(block.words) >= FEWEST)
    same = _same(pages)
    near = [_told("near", group, texts) for group in _near(group[0] for group in same) if len(group) > 1]
    made = [_copies("page", group) for group in same if len(group) > 1] + near
    voices = {place.source_id: group.places[0].source_id for group in reversed(made) for place in group.places}
    same_paragraphs = {group[0].key: group for group in _same(paragraphs)}
    for alike in _near(group[0] for group in same_paragraphs.values()):
        group = sorted((one for first in alike for one in same_paragraphs[first.key]), key=lambda one: one.place)
        if len({voices.get(one.place.source_id, one.place.source_id) for one in group}) > 1:
            made.append(_copies("paragraph", group) if len(alike) == 1 else _told("near paragraph", group, texts))
    return tuple(made)


def _said(source: str, text: str, start: int, end: int) -> _Said:
    words = _WORD.findall(text[start:end].casefold())
    return _Said(Copied(source, start, end), words, _key(words))


def _key(words: Sequence[str]) -> bytes:
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).digest()


def _same(said: Iterable[_Said]) -> list[list[_Said]]:
    """Group what is the same word for word, in the order of the first of each."""
    groups: defaultdict[bytes, list[_Said]] = defaultdict(list)
    for one in said:
        groups[one.key].append(one)
    return list(groups.values())


def _copies(same: Same, group: Sequence[_Said]) -> Copies:
    return Copies(same, tuple(one.place for one in group), len(group[0].words))


def _near(said: Iterable[_Said]) -> list[list[_Said]]:
    """Group what is nearly the same: each is compared with the one that it shares most with, if any."""
    first_with: dict[int, int] = {}
    groups: list[list[_Said]] = []
    for one in said:
        sketch = _sketch(one.words)
        shared = Counter(first_with[mark] for mark in sketch if mark in first_with)
        best = max(shared, key=lambda index: (shared[index], -index), default=-1)
        if best >= 0 and shared[best] >= SHARED * len(sketch) and _is_near(one, groups[best][0]):
            groups[best].append(one)
            continue
        for mark in sketch:
            first_with.setdefault(mark, len(groups))
        groups.append([one])
    return groups


def _sketch(words: Sequence[str]) -> list[int]:
    """Return the smallest checksums of words that follow each other: texts that share many of these share many words."""
    runs = {zlib.crc32(" ".join(words[at : at + TOGETHER]).encode("utf-8", "replace")) for at in range(len(words) - TOGETHER + 1)}
    return heapq.nsmallest(SKETCH, runs)


def _is_near(one: _Said, other: _Said) -> bool:
    if max(len(one.words), len(other.words)) > LONGEST:
        return False
    from rapidfuzz.distance import Indel  # here, because one page alone has no copy

    return Indel.normalized_similarity(one.words, other.words, score_cutoff=NEAR) >= NEAR


def _told(same: Same, group: Sequence[_Said], texts: dict[str, str]) -> Copies:
    first = _text(group[0], texts)
    others = (one.place._replace(differs=difference(first, _text(one, texts))) for one in group[1:])
    return Copies(same, (group[0].place, *others), len(group[0].words))


def _text(one: _Said, texts: dict[str, str]) -> str:
    return texts[one.place.source_id][one.place.start : one.place.end]
