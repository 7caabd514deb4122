"""What office files have in common: characters that they can hold, and bytes that tell nothing of when they were made."""

import re
import zipfile
from pathlib import Path

# What XML 1.0 cannot hold (section 2.2), and carriage returns, which it reads as line ends.
_UNHELD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
LONGEST_CELL = 32_767
CUT = " … [cut: longer than a cell can be]"
_FIRST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows
_PROPERTIES = "docProps/core.xml"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def held(text: str) -> str:
    r"""Return a text that XML can hold: any other character is written out as its code, ``\x07`` or ``\ud800``.

    Everything else stays as it is, marks for right-to-left writing too.
    """
    return _UNHELD.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    if found[0] == "\r":
        return "" if found.string[found.end() : found.end() + 1] == "\n" else "\n"
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def cell_text(text: str) -> str:
    """Return a text as a cell of a spreadsheet holds it: cut with a word where it is too long, and without accidental codes.

    A spreadsheet reads ``_x0041_`` as "A" (ECMA-376, part 1, 22.9.2.19), so an underscore that begins such
    a code is written as one itself.
    """
    fitting = _CODE.sub("_x005F_", held(text))
    return fitting if len(fitting) <= LONGEST_CELL else fitting[: LONGEST_CELL - len(CUT)] + CUT


def without_clock(path: Path) -> None:
    """Write an office file again without the time at which it was made, so that equal contents are equal bytes."""
    with zipfile.ZipFile(path) as made:
        members = [(name, made.read(name)) for name in made.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name, content in members:
            member = zipfile.ZipInfo(name, _FIRST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            fixed.writestr(member, _DATES.sub(rb"\g<1>1980-01-01T00:00:00Z", content) if name == _PROPERTIES else content)
