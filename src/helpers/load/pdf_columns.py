"""Pieces of lines -> lines in reading order: columns one after the other, what stands across them in between."""

from collections.abc import Sequence
from itertools import pairwise

from helpers.load.pdf_letters import Piece

GUTTER = 7.0  # points of white that part two columns
COLUMN_LINES = 3
COLUMN_WORDS = 3.5  # words in a middling line of a column; cells of tables have fewer
DEEPEST = 40

Line = list[Piece]  # pieces that stand beside each other, from left to right


def columns_of(pieces: Sequence[Piece], depth: int = 0) -> list[list[Line]]:
    """Return the columns of a page in reading order, each with its lines from top to bottom."""
    if not pieces:
        return []
    if depth < DEEPEST:
        for split in (_side_by_side(pieces), _one_below_the_other(pieces)):
            if split is not None:
                first, second = (columns_of(part, depth + 1) for part in split)
                return first + second
    return [lines_of(pieces)]


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """Set pieces beside each other that stand at the same height."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda one: (one.middle, one.left)):
        above = lines[-1] if lines else None
        if above and abs(piece.middle - sum(one.middle for one in above) / len(above)) < 0.5 * min(piece.size, above[0].size):
            above.append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _side_by_side(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """Split at the widest strip of white from top to bottom that has running text on both sides."""
    best: tuple[float, float] | None = None
    end = -1e9
    for piece in sorted(pieces, key=lambda one: one.left):
        if end > -1e9 and piece.left - end >= GUTTER and (best is None or piece.left - end > best[0]):
            middle = (piece.left + end) / 2
            left = [one for one in pieces if one.left < middle]
            right = [one for one in pieces if one.left >= middle]
            if _is_column(left) and _is_column(right):
                best = piece.left - end, middle
        end = max(end, piece.right)
    if best is None:
        return None
    return [one for one in pieces if one.left < best[1]], [one for one in pieces if one.left >= best[1]]


def _is_column(pieces: Sequence[Piece]) -> bool:
    """Say whether pieces read as running text: several lines, most of them of some words."""
    lines = lines_of(pieces)
    if len(lines) < COLUMN_LINES:
        return False
    words = sorted(sum(len(piece.text.split()) for piece in line) for line in lines)
    return words[len(words) // 2] >= COLUMN_WORDS


def _one_below_the_other(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """Split above or below something that stands across columns, where there is any white between; at the widest."""
    ordered = sorted(pieces, key=lambda one: one.top)
    ends: list[float] = []
    for piece in ordered:
        ends.append(max(piece.bottom, ends[-1]) if ends else piece.bottom)
    gaps = [
        (after.top - end, index) for index, (end, (_, after)) in enumerate(zip(ends, pairwise(ordered), strict=False), start=1)
    ]
    useful = [(gap, -index) for gap, index in gaps if gap > 0]
    if not useful or not _has_gutter(pieces):
        return None
    index = -max(useful)[1]
    return ordered[:index], ordered[index:]


def _has_gutter(pieces: Sequence[Piece]) -> bool:
    """Say whether any line has pieces beside each other: only then can a split change the order."""
    return any(len(line) > 1 for line in lines_of(pieces))
