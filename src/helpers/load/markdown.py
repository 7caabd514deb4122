"""Markdown: the file's characters, unchanged, and what in them is no prose: data in front, code, addresses, struck text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from helpers.load.plain import utf8
from helpers.load.writer import Loaded
from helpers.model.place import Part, PartKind, Place

FRONT = 20_000  # characters of the data in front
MOST = 1_000_000  # characters that are searched for markup; a longer text is read as plain
SAID_IN_FRONT: dict[str, PartKind] = {
    "title": "title",
    "description": "description",
    "summary": "description",
    "excerpt": "description",
}
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*[\"']?([^\r\n]*?)[\"']?[ \t]*\r?$", re.MULTILINE)
_INLINE: tuple[tuple[PartKind, re.Pattern[str]], ...] = (
    ("struck", re.compile(r"~~(?=\S)[^~]{1,2000}~~|<(del|s|strike)>[^<]{1,2000}</\1>")),
    ("address", re.compile(r"^\[[^\]\r\n]{1,200}\]:[^\r\n]{1,2000}", re.MULTILINE)),
    ("address", re.compile(r"(?<=\])\([^()\s]{0,2000}(?:\s+\"[^\"\r\n]{0,500}\")?\)|<?\bhttps?://[^\s<>()]{1,2000}>?")),
    (
        "markup",
        re.compile(r"</?[A-Za-z][^<>]{0,500}>|&(?:nbsp|shy|ensp|emsp|thinsp|zwnj|#160|#xa0);|\\(?=[^\w\s])", re.IGNORECASE),
    ),
)
_CODE = re.compile(r"\s*<(?:script|style|pre)\b", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")


def read(content: bytes) -> Loaded:
    """Return the characters of a file with the parts of it that are no prose.

    Raises
    ------
    SourceError
        It is not UTF-8.
    """
    text = utf8(content)
    if len(text) > MOST:
        return Loaded(text)
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    front, about = _front(text)
    begin = front[-1][1] if front else 0
    spans = [*front, *_blocks(text, starts, begin)]
    spans.extend(_inline(text, spans, begin))
    parts = tuple(Part(start, end, kind, Place(f"line {bisect_right(starts, start)}")) for start, end, kind in sorted(spans))
    return Loaded(text, parts, about=tuple(sorted(about.items())))


def _front(text: str) -> tuple[list[tuple[int, int, PartKind]], dict[str, str]]:
    """Return the data that stands before a text, and what it says of its source."""
    found = _FRONT.match(text, 0, FRONT)
    if found is None:
        return [], {}
    spans: list[tuple[int, int, PartKind]] = []
    about: dict[str, str] = {}
    done = found.start()
    for entry in _ENTRY.finditer(text, found.start(1), found.end(1)):
        name, value = entry[1].lower(), entry[2]
        if name in ("title", "date", "author") and value:
            about["publisher" if name == "author" else name] = value
        kind = SAID_IN_FRONT.get(name)
        if kind and value:
            line = entry.start(), entry.start(2), entry.end(2), entry.end()
            spans += [
                (done, line[0], "data"),
                (line[0], line[1], "markup"),
                (line[1], line[2], kind),
                (line[2], line[3], "markup"),
            ]
            done = entry.end()
    spans.append((done, found.end(), "data"))
    return [(start, end, kind) for start, end, kind in spans if start < end], about


def _blocks(text: str, starts: list[int], begin: int) -> Iterator[tuple[int, int, PartKind]]:
    """Give the blocks of code."""
    from markdown_it import MarkdownIt

    first = bisect_right(starts, begin) - 1 if begin else 0
    for token in MarkdownIt("commonmark", {"maxNesting": 20}).disable("inline").parse(text[starts[first] :]):
        code = token.type in ("fence", "code_block") or (token.type == "html_block" and _CODE.match(token.content))
        if code and token.map:
            yield _lines(text, starts, first, token.map)


def _lines(text: str, starts: list[int], first: int, map_: list[int]) -> tuple[int, int, PartKind]:
    start, end = (min(first + line, len(starts)) for line in map_)
    begin = starts[start] if start < len(starts) else len(text)
    return begin, starts[end] if end < len(starts) else len(text), "code"


def _inline(text: str, blocks: list[tuple[int, int, PartKind]], begin: int) -> list[tuple[int, int, PartKind]]:
    """Return what stands inside the lines and is not shown as it is written; of two that overlap the one that begins first."""
    taken = sorted((start, end) for start, end, _ in blocks)
    found: list[tuple[int, int, PartKind]] = []
    matches = ((kind, one.start(), one.end()) for kind, pattern in _INLINE for one in pattern.finditer(text, begin))
    comments: Iterator[tuple[PartKind, int, int]] = (("comment", start, end) for start, end in _comments(text, begin))
    for kind, start, end in chain(comments, matches):
        place = bisect_right(taken, (start, len(text) + 1))
        before = taken[place - 1] if place else (0, 0)
        after = taken[place] if place < len(taken) else (len(text), len(text))
        if start >= before[1] and end <= after[0]:
            found.append((start, end, kind))
            taken.insert(place, (start, end))
    return found


def _comments(text: str, begin: int) -> Iterator[tuple[int, int]]:
    while True:
        start = text.find("<!--", begin)
        end = text.find("-->", start + 4) if start >= 0 else -1
        if end < 0:
            return
        yield start, end + 3
        begin = end + 3
