"""Small files of every format, made anew for each test."""

from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

import docx
import pptx

Line = tuple[float, float, float, str]  # left, top, size, words


def pdf(*pages: Sequence[Line]) -> bytes:
    """Return a PDF with lines of Helvetica on pages of 595 by 842 points; a page without lines shows a picture."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    numbers = []
    for lines in pages:
        shown = "".join(
            f"BT /F {size} Tf {left} {842 - top - size} Td ({words.translate(_ESCAPED)}) Tj ET\n"
            for left, top, size, words in lines
        )
        shown = shown or "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q"
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources {font} >>")
        numbers.append(len(objects))
    objects[1] = f"<< /Type /Pages /Count {len(numbers)} /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] >>"
    written = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


def flowing(words: str, *, left: float = 60, top: float = 60, size: float = 11, letters: int = 80) -> list[Line]:
    """Return words as the lines of a paragraph."""
    lines, line = [], ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > letters:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [(left, top + 1.3 * size * index, size, one) for index, one in enumerate([*lines, line])]


def word_file(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """Return a Word document of paragraphs: the name of their style, and their words."""
    made = docx.Document()
    for style, words in paragraphs:
        made.add_paragraph(words, style=style or None)
    return _saved(made)


def slides(*made: tuple[str, Sequence[str], str]) -> bytes:
    """Return slides: a title, points, and what the speaker notes."""
    shown = pptx.Presentation()
    for title, points, notes in made:
        slide = shown.slides.add_slide(shown.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\n".join(points)
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    return _saved(shown)


def _saved(made: object) -> bytes:
    into = BytesIO()
    made.save(into)  # type: ignore[attr-defined]
    return into.getvalue()


def with_part(content: bytes, name: str, old: str, new: str) -> bytes:
    """Return a zipped file with a change in one of its parts."""
    into = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(into, "w") as after:
        for one in before.namelist():
            part = before.read(one)
            after.writestr(one, part.replace(old.encode(), new.encode()) if one == name else part)
    return into.getvalue()


def mail(subject: str, plain: str, html: str = "", attached: str = "") -> bytes:
    """Return a mail, with the same in HTML where that is given."""
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = subject, "clinic@example.org", "all@example.org"
    made.set_content(plain)
    if html:
        made.add_alternative(html, subtype="html")
    if attached:
        made.add_attachment(b"x", maintype="application", subtype="pdf", filename=attached)
    return made.as_bytes()
