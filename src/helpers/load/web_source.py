"""The source of a web page with its runs of text numbered, so that each word is found again after parsing.

A comment with the run's number is put before each run; comments pass through any parser unharmed. One pass, in linear time: a
mark that nothing closes ends the scan, as it ends the page in a browser.
"""

import re
from html import unescape
from typing import NamedTuple

from helpers.errors import SourceError
from helpers.load.writer import Word

_RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes", "template", "textarea")
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]{0,40})")
_STOP = re.compile(r""">|=\s*["']""")
MOST_TAGS = 100_000
LONG_TAG = 20_000
_VALUE = re.compile(r"""=\s*(?:"[^"]{4000,}"|'[^']{4000,}')""")  # a picture or a program, never words
_LONG_RUN = 500_000  # letters without a tag: words are then not told apart
_PIECE = re.compile(r"&#?\w{1,40};?|\s+|[^&\s]+|&")


class Run(NamedTuple):
    """Text between two tags: ``source[start:end]``, and whether only white space stands between the run before and this one."""

    start: int
    end: int
    spaced: bool


def numbered(source: str) -> tuple[str, list[Run]]:
    """Return the source with a numbered comment before each run of text and without comments of its own, and the runs.

    Raises
    ------
    SourceError
        It has more tags than any page that people read.
    """
    written: list[str] = []
    runs: list[Run] = []
    tags = 0
    spaced = False
    position = 0
    while position < len(source):
        opened = _opened(source, position)
        text = source[position:opened]
        if text.strip():
            written.append(f"<!--{len(runs)}-->")
            runs.append(Run(position, opened, spaced))
            spaced = False
        elif text:
            spaced = True
        written.append(text)
        if opened == len(source):
            break
        closed, raw = _closed(source, opened)
        tag = _short(source[opened:closed])
        tags += 1
        if tags > MOST_TAGS:
            raise SourceError(f"it has more than {MOST_TAGS:,} tags; split it")
        if raw == "title":
            end = _end_of(source, closed, raw)
            written.append(f"<!--{len(runs)}-->{tag}{source[closed:end]}")
            runs.append(Run(closed, end, False))
            closed = end
        elif not tag.startswith(("<!--", "<?", "<![")):
            written.append(tag)
        if raw in _RAW:
            end = _end_of(source, closed, raw)
            written.append(source[closed:end])
            closed = end
        position = closed
    return "".join(written), runs


def words_of(source: str, run: Run) -> list[Word]:
    """Return the letters of a run as they are shown, each piece with its offset in the source; white space is one space."""
    found: list[Word] = []
    if run.end - run.start > _LONG_RUN:
        return [Word(" ".join(unescape(source[run.start : run.end]).split()), run.start)]
    for match in _PIECE.finditer(source, run.start, run.end):
        shown = unescape(match[0]) if match[0][0] == "&" else match[0]
        if shown[:1].isspace():
            found.append(Word(" "))
        if letters := shown.strip():
            found.append(Word(letters, match.start()))
            if shown[-1].isspace():
                found.append(Word(" "))
    return found


def _short(tag: str) -> str:
    """Return a tag without values that are no words; one that is still too long keeps its name alone."""
    if len(tag) <= LONG_TAG // 4:
        return tag
    tag = _VALUE.sub("=''", tag)
    name = _NAME.match(tag)
    return tag if len(tag) <= LONG_TAG or name is None else f"{name[0]}>"


def _opened(source: str, position: int) -> int:
    """Return where the next tag begins; a ``<`` before anything but a letter, a slash, ``!`` or ``?`` is text."""
    while True:
        opened = source.find("<", position)
        if opened < 0 or opened + 1 >= len(source):
            return len(source)
        letter = source[opened + 1]
        if letter in "!/?" or (letter.isascii() and letter.isalpha()):
            return opened
        position = opened + 1


def _closed(source: str, opened: int) -> tuple[int, str]:
    """Return where a tag ends, and its name where what follows it is no markup."""
    if source.startswith("<!--", opened):
        end = source.find("-->", opened + 4)
        return (end + 3 if end >= 0 else len(source)), ""
    name = _NAME.match(source, opened)
    if name is None:
        end = source.find(">", opened)
        return (end + 1 if end >= 0 else len(source)), ""
    position = name.end()
    while True:
        stop = _STOP.search(source, position)
        if stop is None:
            return len(source), ""
        if stop[0] == ">":
            raw = name[1].lower() if source[opened + 1] != "/" else ""
            return stop.end(), raw
        quoted = source.find(stop[0][-1], stop.end())
        if quoted < 0:
            return len(source), ""
        position = quoted + 1


def _end_of(source: str, position: int, name: str) -> int:
    """Return where the content of an element ends that holds no markup."""
    end = re.compile(f"</{name}", re.IGNORECASE).search(source, position)
    return end.start() if end else len(source)
