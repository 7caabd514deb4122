"""Parts of a Word document that python-docx has no words for: tables that repeat their header, shading, page numbers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from helpers.export.office import held
from helpers.model.palette import Look

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 210, 297, 15  # A4, in mm
HEADER_FILL = "E7E6E6"
SMALL, BODY = Pt(8), Pt(10)


class Part(NamedTuple):
    """Words of one table cell that look alike; a cell's parts stand below each other."""

    words: str
    style: str = "Cell"

    @classmethod
    def bold(cls, words: str) -> "Part":
        """Return words that stand out."""
        return cls(words, "CellBold")

    @classmethod
    def quote(cls, words: str) -> "Part":
        """Return the words of a source, in quotation marks; nothing where there are none."""
        return cls(f"“{words}”" if words else "", "CellQuote")


DocxCell = str | Look | Sequence[Part]


def lay_out(document: Document, title: str) -> None:
    """Set the page, number the pages, and add the looks of cells."""
    _add_styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    footer = section.footer.paragraphs[0]
    _small(footer, f"{title}    Page ")
    _field(footer, "PAGE")
    _small(footer, " of ")
    _field(footer, "NUMPAGES")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = held(title), "", ""


def paragraph(document: Document, words: str, *, style: str | None = None, bold: bool = False) -> Paragraph:
    """Add a paragraph; its words are text and nothing else."""
    added = document.add_paragraph(style=style)
    added.add_run(held(words)).bold = bold
    return added


def table(
    document: Document, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[DocxCell]], *, whole_rows: bool = True
) -> None:
    """Add a table whose header is repeated on each page.

    Parameters
    ----------
    heads : sequence of (str, int)
        Each column's title and its share of the page's width.
    rows : iterable of sequence of str, Look or parts
    whole_rows : bool
        No row is broken between two pages.
    """
    made = document.add_table(rows=0, cols=len(heads))
    made.style = "Table Grid"
    made.autofit = False
    whole = sum(share for _, share in heads)
    for column, (_, share) in zip(made.columns, heads, strict=True):
        column.width = Mm((PAGE_WIDTH - 2 * MARGIN) * share // whole)
    top = made.add_row()
    _mark_row(top, "w:tblHeader")
    for cell, (title, _) in zip(top.cells, heads, strict=True):
        _fill(cell, [Part.bold(title)])
        _shade(cell, HEADER_FILL)
    for values in rows:
        row = made.add_row()
        if whole_rows:
            _mark_row(row, "w:cantSplit")
        for cell, value in zip(row.cells, values, strict=True):
            if isinstance(value, Look):
                _fill(cell, [Part(value.word)])
                _shade(cell, value.fill.lstrip("#"))
            else:
                _fill(cell, [Part(value)] if isinstance(value, str) else value)
    document.add_paragraph()


def _fill(cell: _Cell, parts: Sequence[Part]) -> None:
    for place, part in enumerate(one for one in parts if one.words):
        line = cell._tc.p_lst[0] if place == 0 else cell._tc.add_p()
        line.style = part.style
        line.add_r().text = held(part.words)


def _add_styles(document: Document) -> None:
    """Set the size of words, and add the looks of table cells as styles, so that each cell only names one."""
    normal = cast(ParagraphStyle, document.styles["Normal"])
    normal.font.size = BODY
    normal.paragraph_format.space_after = Pt(3)
    for name, bold, italic in (("Cell", False, False), ("CellBold", True, False), ("CellQuote", False, True)):
        style = cast(ParagraphStyle, document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        style.font.size, style.font.bold, style.font.italic = SMALL, bold, italic
        style.paragraph_format.space_after = Pt(2)


def _small(line: Paragraph, words: str) -> None:
    line.add_run(held(words)).font.size = SMALL


def _mark_row(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: _Cell, colour: str) -> None:
    shade = _element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour})
    cell._tc.get_or_add_tcPr().append(shade)


def _field(line: Paragraph, name: str) -> None:
    """Add a number that the reader's program works out."""
    field = _element("w:fldSimple", {"w:instr": name})
    shown = line.add_run("1")
    shown.font.size = SMALL
    field.append(shown._r)
    line._p.append(field)


def _element(name: str, attributes: dict[str, str]) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
