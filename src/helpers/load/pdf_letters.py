"""A page of a PDF -> pieces of lines: letters that stand next to each other, with their box and size."""

import ctypes
import math
from typing import Any, NamedTuple

WIDEST_GAP = 1.1  # of the letters' size: what is farther apart belongs to another column or cell
WORD_GAP = 0.5
TURNED = 0.1
LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "ft", "\ufb06": "st"}
HYPHEN = "\x02"  # what the library gives for a hyphen at the end of a line
BOLD = 600


class Piece(NamedTuple):
    """A piece of a line; the box is in points from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


class _Letter(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool


def pieces_of(page: Any, textpage: Any) -> list[Piece]:
    """Return the pieces of a page in the order in which the file draws them."""
    found: list[Piece] = []
    run: list[_Letter | None] = []  # None is a space
    for letter in _letters(page, textpage):
        last = next((one for one in reversed(run) if one is not None), None)
        if letter is not None and last is not None and not _follows(last, letter):
            found.extend(_piece(run))
            run = []
        run.append(letter)
    found.extend(_piece(run))
    return found


def _letters(page: Any, textpage: Any) -> Any:
    import pypdfium2.raw as raw

    height = page.get_height()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        character = _character(code)
        if character in "\r\n":
            continue
        if character.isspace() or character == "\xa0":
            yield None
            continue
        if (ord(character[0]) < 32 and character != HYPHEN) or not raw.FPDFText_GetLooseCharBox(
            textpage, index, ctypes.byref(box)
        ):
            continue
        if abs(raw.FPDFText_GetCharAngle(textpage, index)) % math.pi > TURNED:
            continue  # along an edge of the page: a stamp, no line of its text
        size = raw.FPDFText_GetFontSize(textpage, index)
        if raw.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        size = round(size if 2 < size < 200 else max(box.top - box.bottom, 1.0), 1)
        bold = raw.FPDFText_GetFontWeight(textpage, index) >= BOLD
        yield _Letter(character, box.left, height - box.top, box.right, height - box.bottom, size, bold)


def _character(code: int) -> str:
    """Return the letters of a code; a sign of a private font is nearly always a list's mark, and no code a lost letter."""
    if 0xE000 <= code < 0xF900:
        return "•"
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return LIGATURES.get(chr(code), chr(code))


def _follows(last: _Letter, letter: _Letter) -> bool:
    """Say whether a letter stands in the same line, right behind the last one."""
    if abs(letter.left - last.left) < 0.05 and letter.top == last.top:
        return True  # two letters that are drawn as one, such as "fi"
    size = max(last.size, letter.size)
    middle, above = (letter.top + letter.bottom) / 2, (last.top + last.bottom) / 2
    return abs(middle - above) < 0.6 * size and -0.6 * size < letter.left - last.right < WIDEST_GAP * size


def _piece(run: list[_Letter | None]) -> list[Piece]:
    letters = [one for one in run if one is not None]
    if not letters:
        return []
    text = ""
    last: _Letter | None = None
    for one in run:
        if one is None:
            text += " " if text and not text.endswith(" ") else ""
            continue
        if last is not None and not text.endswith(" ") and one.left - last.right > WORD_GAP * one.size and last.text != HYPHEN:
            text += " "
        text += one.text
        last = one
    sizes = sorted(one.size for one in letters)
    return [
        Piece(
            text.strip(),
            min(one.left for one in letters),
            min(one.top for one in letters),
            max(one.right for one in letters),
            max(one.bottom for one in letters),
            sizes[len(sizes) // 2],
            sum(one.bold for one in letters) * 2 > len(letters),
        )
    ]
