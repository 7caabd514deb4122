"""Document -> lines: what line breaks, markers and blank lines say before any word is read."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from helpers.model import Span
from helpers.segment.space import SPACE, last_mark

LineKind = Literal["text", "short", "item", "heading", "question", "fragment", "header", "row"]

HEADINGS: tuple[LineKind, ...] = ("heading", "question")
_BREAKS = "\r\n\x0b\x0c\x85\u2028\u2029"
_LINE = re.compile(f"([^{_BREAKS}]*)(?:\r\n|[{_BREAKS}]|\\Z)")
_BULLET = "[-*•·▪■◦‣●○–—✓✔✅✗✘✖❌×➤►▶→➜❖◆♦❯»+①-⑳]"
_NUMBER = r"\(?\d{1,3}[.)]|\(?[a-z]\)"
_MARKER = re.compile(f"(?:{_BULLET}|{_NUMBER})\\s+(?=\\S)")
_OUTLINE = re.compile(r"(?:§ ?\d{1,3}(?:\.\d{1,2}){0,3}[.):]?|\d{1,2}(?:\.\d{1,2}){1,3}[.):]?|[A-Z]\d{1,2}[.):])\s+(?=[A-Z])")
_LONE_MARKER = re.compile(f"(?:{_BULLET}|{_NUMBER})$")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_RULE = re.compile(r"[-*_=~•·|:+\s]+$")
_QUOTED = re.compile(r"(?:>\s*)+(?=[^\s>])")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
_LONGEST_TITLE = 120


class Line(NamedTuple):
    """One line, or a piece of one that a glued heading cut off.

    Attributes
    ----------
    start, end : int
        Offsets without surrounding space; a list marker is inside, a heading's ``#``, a quotation's ``>`` and the number of a
        section ("A5.", "3.2") are not.
    body : int
        Where the words begin, behind a list marker.
    level : int
        1 to 6 for a heading marked by ``#`` or an underline, else 0.
    blank_before : bool
        An empty line stands above.
    ruled : bool
        A separator such as ``|---|---|`` stands directly below, as under a table's header.
    cells : tuple of Span
        A table row's cells.
    header : tuple of Span
        The cells of the table's header row.
    """

    start: int
    end: int
    body: int
    kind: LineKind = "text"
    level: int = 0
    blank_before: bool = False
    ruled: bool = False
    cells: tuple[Span, ...] = ()
    header: tuple[Span, ...] = ()


def _raw(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield each line that is not empty with its offset and whether an empty one stands above."""
    blank = False
    for match in _LINE.finditer(text):
        raw = match[1]
        content = raw.strip(SPACE)
        if content:
            yield match.start() + len(raw) - len(raw.lstrip(SPACE)), content, blank
        blank = not content


def find_lines(text: str) -> list[Line]:
    """Read a text's lines with what their markup says; separators are left out.

    A bullet that stands alone on its line makes the next line an item, which then begins with its words.
    """
    lines: list[Line] = []
    bullet = separated = False
    for start, content, blank in _raw(text):
        if content[0].isalpha() and content[1:2] != ")" and not content[1:2].isdecimal():
            line = Line(start, start + len(content), start, blank_before=blank)
        elif _LONE_MARKER.match(content):
            bullet = separated = True
            continue
        elif _RULE.match(content):
            if lines and not blank and not separated:
                lines[-1] = _ruled(text, lines[-1], content)
            separated = True
            continue
        else:
            line = _marked(start, content, blank)
        lines.append(line._replace(kind="item") if bullet else line)
        bullet = separated = False
    return lines


def _marked(start: int, content: str, blank: bool) -> Line:
    """Read the marks that may open a line: those of a quotation, of a heading, of a list's item."""
    end = start + len(content)
    if quoted := _QUOTED.match(content):
        start, content = start + quoted.end(), content[quoted.end() :]
    if outline := _OUTLINE.match(content):
        start, content = start + outline.end(), content[outline.end() :]
    if hashes := _HASHES.match(content):
        begin = start + hashes.end()
        return Line(begin, end, begin, kind="heading", level=len(hashes[1]), blank_before=blank)
    if marker := _MARKER.match(content):
        return Line(start, end, start + marker.end(), kind="item", blank_before=blank)
    return Line(start, end, start, blank_before=blank)


def _ruled(text: str, line: Line, rule: str) -> Line:
    """Read a separator by what it stands under: a table's header, an underlined heading, or nothing."""
    if "|" in rule and "-" in rule:
        return line._replace(ruled=True)
    underlines = _UNDERLINE.match(rule) and line.end - line.start <= _LONGEST_TITLE
    if line.kind == "text" and underlines and last_mark(text, line.start, line.end) not in ".!:;":
        return line._replace(kind="heading", level=1 if rule[0] == "=" else 2)
    return line
