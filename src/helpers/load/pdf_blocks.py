"""Lines of a column -> paragraphs, headings, list items and table rows."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from helpers.load.pdf_columns import Line
from helpers.load.pdf_letters import HYPHEN, Piece

BULLET = re.compile(r"[•·▪■◦‣●○–—✓✔➢➤►*-]\s+|(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)|[•▪■●➢✓✔](?=\S)")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s")
LONE_BULLET = re.compile(r"(?:[•·▪■◦‣●○–—✓✔➢➤►*-]|\(?\d{1,2}[.)])$")
SPACED = 1.25  # of the usual distance between lines: more begins a paragraph
LEADING = 1.2  # of the size of the letters: the distance between lines where a document does not show its own
LARGER = 1.12  # of the usual size: a heading
HEADING_WORDS = 16
SLACK = 0.1  # of the column's width: by so much lines differ that were broken by their letters' number
SHORT = 0.8  # of the column's width: a line that ends before it and with a full stop ends its paragraph


class Block(NamedTuple):
    """A block of a page: its lines, and for a table's row its cells."""

    kind: str  # text, heading, item, row
    lines: tuple[str, ...]
    box: tuple[float, float, float, float]
    size: float
    bold: bool
    boxes: tuple[tuple[float, float, float, float], ...] = ()


class _Run(NamedTuple):
    """One line put together."""

    text: str
    pieces: Line
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool


def leading_of(columns: Sequence[Sequence[Line]]) -> float:
    """Return the distance between lines of one paragraph, in sizes of its letters: where a sentence goes on in the next line."""
    found = []
    for column in columns:
        for above, below in pairwise([_run(line) for line in column]):
            step = (below.top - above.top) / max(above.size, 1)
            goes_on = below.text[:1].islower() and above.text.rstrip()[-1:] not in ".!?:;" and above.size == below.size
            if goes_on and 0.8 < step < 2.5:
                found.append(step)
    return sorted(found)[len(found) // 2] if found else LEADING


def blocks_of(lines: Sequence[Line], usual: float, leading: float) -> list[Block]:
    """Return the blocks of a column.

    Parameters
    ----------
    usual : float
        The size of the document's running text.
    leading : float
        The document's distance between lines, in sizes of their letters.
    """
    runs = [_run(line) for line in lines]
    if not runs:
        return []
    right = max(run.right for run in runs)
    left = min(run.left for run in runs)
    found: list[Block] = []
    group: list[_Run] = []
    for index, run in enumerate(runs):
        if _is_row(runs, index):
            found.extend(_closed(group, usual))
            group = []
            found.append(_row(run))
            continue
        if group and _begins(group, run, leading, left, right):
            found.extend(_closed(group, usual))
            group = []
        group.append(run)
    found.extend(_closed(group, usual))
    return found


def _run(line: Line) -> _Run:
    letters = [piece for piece in line for _ in piece.text]
    sizes = sorted(piece.size for piece in letters)
    return _Run(
        " ".join(piece.text for piece in line),
        line,
        line[0].left,
        max(piece.right for piece in line),
        min(piece.top for piece in line),
        max(piece.bottom for piece in line),
        sizes[len(sizes) // 2],
        sum(piece.bold for piece in letters) * 2 > len(letters),
    )


def _begins(group: list[_Run], run: _Run, leading: float, left: float, right: float) -> bool:
    """Say whether a line begins a block of its own."""
    above = group[-1]
    if BULLET.match(run.text):
        return True
    if abs(run.size - above.size) > 0.08 * above.size or run.top - above.top > SPACED * leading * above.size:
        return True
    if run.bold != above.bold and _is_whole(above, right):
        return True
    if not run.text[:1].islower() and _would_fit(run, above, right - SLACK * (right - left)):
        return True
    first = group[0]
    if BULLET.match(first.text):
        return run.left < first.left - 1
    indented = run.left > left + 0.8 * run.size and above.left <= left + 0.3 * run.size and run.text[:1].isupper()
    ended = above.text.rstrip()[-1:] in ".!?:" and above.right < left + SHORT * (right - left)
    return ended or (indented and above.text.rstrip()[-1:] in ".!?:")


def _is_whole(above: _Run, right: float) -> bool:
    """Say whether a line ends before the next word would have had to break."""
    return right - above.right > 2 * above.size


def _would_fit(run: _Run, above: _Run, right: float) -> bool:
    """Say whether the first word of a line would have had room at the end of the line above."""
    first = len(run.text.split(maxsplit=1)[0]) + 1
    return right - above.right > 1.3 * first * (run.right - run.left) / max(len(run.text), 1) + 0.5 * above.size


def _is_row(runs: Sequence[_Run], index: int) -> bool:
    """Say whether a line is a row of a table: cells beside each other, here and in a line next to it."""
    if not _has_cells(runs[index]):
        return False
    beside = (runs[other] for other in (index - 1, index + 1) if 0 <= other < len(runs))
    return any(_has_cells(other) for other in beside)


def _has_cells(run: _Run) -> bool:
    return len(run.pieces) > 1 and not LONE_BULLET.match(run.pieces[0].text)


def _row(run: _Run) -> Block:
    boxes = tuple(_box([piece]) for piece in run.pieces)
    return Block("row", tuple(piece.text for piece in run.pieces), _box(run.pieces), run.size, run.bold, boxes)


def _closed(group: list[_Run], usual: float) -> list[Block]:
    if not group:
        return []
    words = sum(len(run.text.split()) for run in group)
    text = group[-1].text.rstrip()
    large = group[0].size > LARGER * usual
    bold = all(run.bold for run in group)
    headed = words <= HEADING_WORDS and text[-1:] not in ".,;:" and (large or (bold and len(group) <= 2))
    listed = BULLET.match(group[0].text) is not None
    kind = "item" if listed and not (large or bold) else "heading" if headed else "text"
    pieces = [piece for run in group for piece in run.pieces]
    return [Block(kind, tuple(run.text for run in group), _box(pieces), group[0].size, bold)]


def _box(pieces: Sequence[Piece]) -> tuple[float, float, float, float]:
    return (
        round(min(piece.left for piece in pieces), 1),
        round(min(piece.top for piece in pieces), 1),
        round(max(piece.right for piece in pieces), 1),
        round(max(piece.bottom for piece in pieces), 1),
    )


def joined(lines: Sequence[str], known: frozenset[str]) -> str:
    """Join the lines of a block; a word that a hyphen breaks is made whole, one that is written with a hyphen keeps it."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif text.endswith((HYPHEN, "-", "\u00ad", "\u2010")) and line[:1].islower() and text[-2:-1].isalpha():
            before = re.split(r"[^\w'-]", text[:-1])[-1].casefold()
            behind = re.split(r"[^\w'-]", line, maxsplit=1)[0].casefold()
            hyphened = before + behind not in known and before in known and behind in known
            text = text[:-1] + ("-" if hyphened else "") + line
        else:
            text = f"{text} {line}"
    return text.replace(HYPHEN, "-").replace("\u00ad", "")
