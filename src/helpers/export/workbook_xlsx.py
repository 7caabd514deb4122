"""The ``.xlsx`` export: a sheet a table, where text from a source is text and never a formula."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from helpers.export import sheets_decided, sheets_found, sheets_read
from helpers.export.atomic import atomic_path
from helpers.export.dossier import Dossier
from helpers.export.office import cell_text, without_clock
from helpers.export.sheet import Cell, Link, Marked, Sheet
from helpers.export.summary import summary

FORMULA_LEADS = ("=", "+", "-", "@")  # what a spreadsheet may take for a formula once somebody edits the cell
SHEETS = (
    sheets_read.sources,
    sheets_decided.readiness,
    sheets_found.findings,
    sheets_decided.queue,
    sheets_decided.decisions,
    sheets_decided.reopened,
    sheets_decided.library,
    sheets_read.claims,
    sheets_found.relations,
    sheets_found.evidence,
    sheets_found.disclosures,
    sheets_read.gaps,
    sheets_read.unread,
    sheets_read.texts,
    sheets_found.register,
)
Places = Mapping[tuple[str, str], int]


def write_xlsx(dossier: Dossier, path: Path | str) -> None:
    """Write a review and what was decided about it as a workbook.

    The words of a source are strings, whatever they begin with; links lead to other sheets and nowhere else.

    Raises
    ------
    WorkbookError
        If the file cannot be written.
    """
    tables = [make(dossier) for make in SHEETS]
    sheets = [summary(dossier, tables), *tables]
    places = {(sheet.title, key): row for sheet in sheets for row, key in enumerate(sheet.keys, start=2)}
    book = Workbook()
    book.remove(book.worksheets[0])
    styles = _Styles(book)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet, places, styles)
    book.properties.creator = ""
    with atomic_path(path) as draft:
        book.save(draft)
        without_clock(draft)


class _Styles:
    """The looks of cells by name; a colour becomes a style when it is first needed."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._fills: set[str] = set()
        top = Alignment(vertical="top", wrap_text=True)
        book.add_named_style(NamedStyle("words", font=Font(name="Calibri", size=11), alignment=top))
        book.add_named_style(
            NamedStyle("link", font=Font(name="Calibri", size=11, color="0563C1", underline="single"), alignment=top)
        )
        line = Border(bottom=Side(style="medium", color="000000"))
        book.add_named_style(
            NamedStyle(
                "head",
                font=Font(name="Calibri", size=11, bold=True),
                alignment=Alignment(vertical="bottom", wrap_text=True),
                border=line,
            )
        )

    def filled(self, colour: str) -> str:
        """Return the name of the style with a background, ``#rrggbb``."""
        name = f"words {colour}"
        if colour not in self._fills:
            self._fills.add(colour)
            fill = PatternFill("solid", fgColor=colour.lstrip("#").upper())
            top = Alignment(vertical="top", wrap_text=True)
            self._book.add_named_style(NamedStyle(name, font=Font(name="Calibri", size=11), alignment=top, fill=fill))
        return name


def _fill(page: Worksheet, sheet: Sheet, places: Places, styles: _Styles) -> None:
    """Write one sheet: a frozen header with filters, and the rows."""
    for number, (title, width) in enumerate(sheet.heads, start=1):
        _write(page, 1, number, title, "head")
        page.column_dimensions[get_column_letter(number)].width = width
    for row, cells in enumerate(sheet.rows, start=2):
        for number, cell in enumerate(cells, start=1):
            _put(page, row, number, cell, places, styles)
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{len(sheet.rows) + 1}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def _put(page: Worksheet, row: int, column: int, cell: Cell, places: Places, styles: _Styles) -> None:
    if isinstance(cell, Link):
        place = places.get((cell.sheet, cell.key), 1)
        _write(page, row, column, cell.words, "link")
        where = f"{get_column_letter(column)}{row}"
        page.cell(row, column).hyperlink = Hyperlink(ref=where, location=f"'{cell.sheet}'!A{place}")
    elif isinstance(cell, Marked):
        _write(page, row, column, cell.words, styles.filled(cell.look.fill))
    elif cell is not None and cell != "":
        _write(page, row, column, cell, "words")


def _write(page: Worksheet, row: int, column: int, value: str | float, style: str) -> None:
    """Write one cell; a text is a string even where it looks like a formula, and stays one when the cell is edited."""
    cell = page.cell(row, column)
    if isinstance(value, str):
        text = cell_text(value)
        cell.value = text
        cell.data_type = "s"
        cell.style = style
        cell.quotePrefix = text.startswith(FORMULA_LEADS)
    else:
        cell.value = value
        cell.style = style
