"""A redlined page as a Word document with tracked changes, which an editor accepts or refuses one by one."""

import datetime
from collections.abc import Sequence
from io import BytesIO
from itertools import count
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from helpers.model.publishing import Readiness
from helpers.publish.redline import Piece
from helpers.publish.words import writable

AUTHOR = "Evidence review workbook"
CHANGES = {"struck": ("w:del", "w:delText"), "instead": ("w:ins", "w:t")}
SIGNS = {"held": "[on hold] ", "lost": "[list lost] "}


def redline_docx(title: str, readiness: Readiness, pieces: Sequence[Piece], day: datetime.date) -> bytes:
    """Return the document: the page with its changes, then the reasons by number.

    Parameters
    ----------
    day : datetime.date
        The day that the changes carry.
    """
    made = docx.Document()
    made.add_heading(writable(title), 1)
    made.add_paragraph(f"{readiness.action}: {writable(readiness.reason)}")
    for warning in readiness.warnings_missing:
        made.add_paragraph(f"Missing or unknown: {warning}", style="List Bullet")
    for gone in readiness.warnings_gone:
        made.add_paragraph(f"The last version warned: {writable(gone)}", style="List Bullet")
    notes: list[str] = []
    paragraph, numbers = made.add_paragraph(), count(1)
    for piece in pieces:
        for place, line in enumerate(_lines(piece)):
            if place:
                paragraph = made.add_paragraph()
            if line:
                _add(paragraph, piece, line, next(numbers), day)
        for note in piece.notes:
            notes.append(note)
            paragraph.add_run(f"[{len(notes)}]").font.superscript = True
    made.add_heading("Reasons", 2)
    for number, note in enumerate(notes, start=1):
        made.add_paragraph(f"[{number}] {writable(note)}")
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _lines(piece: Piece) -> list[str]:
    return (SIGNS.get(piece.change, "") + writable(piece.text.replace("\r\n", "\n").replace("\r", "\n"))).split("\n")


def _add(paragraph: Any, piece: Piece, line: str, number: int, day: datetime.date) -> None:
    if piece.change not in CHANGES:
        paragraph.add_run(line).bold = True if piece.change in SIGNS else None
        return
    change, letters = CHANGES[piece.change]
    tracked, run, text = OxmlElement(change), OxmlElement("w:r"), OxmlElement(letters)
    for name, value in (
        ("w:id", str(number)),
        ("w:author", writable(", ".join(piece.by)) or AUTHOR),
        ("w:date", f"{day.isoformat()}T00:00:00Z"),
    ):
        tracked.set(qn(name), value)
    text.set(qn("xml:space"), "preserve")
    text.text = line
    run.append(text)
    tracked.append(run)
    paragraph._p.append(tracked)
