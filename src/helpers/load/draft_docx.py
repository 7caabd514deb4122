"""The words of a Word document: a paragraph is a line; what tracked changes delete is left out, what they add is read."""

from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from helpers.errors import SourceError
from helpers.model.draft import Mark

PARAGRAPH, CELL, ROW = qn("w:p"), qn("w:tc"), qn("w:tr")
LETTERS = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BROKEN = (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError)  # lxml's is a SyntaxError


def words_of_docx(content: bytes, path: Path) -> tuple[str, list[Mark]]:
    """Return the text of the body, tables and text boxes included, with a mark for each paragraph.

    Raises
    ------
    SourceError
        It is no Word document.
    """
    try:
        opened = docx.Document(BytesIO(content))
        styles = {style.style_id: style.name or "" for style in opened.styles}
        body = opened.element.body
    except BROKEN:
        raise SourceError("this is no Word document; save it as .docx again", path=path) from None
    text, marks, row = "", [Mark(0, 1, 1)], None
    paragraphs = (one for one in body.iter(PARAGRAPH) if next(one.iterancestors(FALLBACK), None) is None)
    for line, paragraph in zip(count(1), paragraphs):
        words = _words(paragraph)
        here = next(paragraph.iterancestors(ROW), None)
        if here is not None:
            text += " | " if here is row else "\n| "
        else:
            text += ("" if line == 1 else "\n\n") + _sign(paragraph, styles)
        row = here
        marks.append(Mark(len(text), line, 1))
        text += words
    return text, marks


def _words(paragraph: Any) -> str:
    """Return a paragraph's own letters; a text box inside it has paragraphs of its own."""
    own = (node for node in paragraph.iter(qn("w:t"), *LETTERS) if next(node.iterancestors(PARAGRAPH)) is paragraph)
    return "".join(LETTERS.get(node.tag) or node.text or "" for node in own)


def _sign(paragraph: Any, styles: dict[str, str]) -> str:
    """Return what marks a heading or a list item in plain text."""
    properties = paragraph.pPr
    style = properties.pStyle if properties is not None else None
    name = styles.get(style.val, "") if style is not None else ""
    if name.startswith(("Heading", "Title")):
        return "# "
    listed = name.startswith("List") or (properties is not None and properties.numPr is not None)
    return "- " if listed else ""
