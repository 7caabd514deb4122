"""One sheet of a workbook written with openpyxl: strings that stay strings, links inside the workbook, looks."""

from collections.abc import Mapping, Sequence
from copy import copy
from itertools import accumulate

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from helpers.export.office import cell_text
from helpers.export.sheet import Cell, Link, Marked, Sheet

LINE, TALLEST = 15, 300  # the height of a line and of the tallest row, in points
PRINTED = 230  # characters across a page, at about six tenths of their size
MOST_LINKS = 65_530  # on one sheet; Excel repairs a file that has more
FORMULA_LEADS = ("=", "+", "-", "@")  # what a spreadsheet may take for a formula once somebody edits the cell
FONTS = {
    "head": Font(name="Calibri", size=11, bold=True),
    "link": Font(name="Calibri", size=11, color="0563C1", underline="single"),
}
Places = Mapping[tuple[str, str], int]


class Styles:
    """The looks of cells; each is made once, when a cell first needs it, and shared by all cells that have it."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[tuple[str, bool], StyleArray] = {}

    def of(self, look: str, *, as_text: bool = False) -> StyleArray:
        """Return a look: ``words``, ``link``, ``head`` or a colour such as ``#d55e00``.

        Parameters
        ----------
        as_text : bool
            The cell stays text when somebody edits it, as if it began with an apostrophe.
        """
        if (look, as_text) not in self._known:
            made = copy(self.of(look)) if as_text else self._add(look)
            made.quotePrefix = int(as_text)
            self._known[look, as_text] = made
        return self._known[look, as_text]

    def _add(self, look: str) -> StyleArray:
        style = NamedStyle(f"workbook {look}", font=FONTS.get(look, Font(name="Calibri", size=11)))
        style.alignment = Alignment(vertical="bottom" if look == "head" else "top", wrap_text=True)
        if look == "head":
            style.border = Border(bottom=Side(style="medium", color="000000"))
        if look.startswith("#"):
            style.fill = PatternFill("solid", fgColor=look.lstrip("#").upper())
        self._book.add_named_style(style)
        return style.as_tuple()


class PageWriter:
    """Writes one sheet.

    Parameters
    ----------
    places : mapping of (str, str) to int
        Rows by their sheet's title and their key.
    """

    def __init__(self, page: Worksheet, styles: Styles, places: Places) -> None:
        self._page, self._styles, self._places = page, styles, places
        self._links = 0

    def write(self, sheet: Sheet) -> None:
        """Write a frozen header with filters, and the rows."""
        page = self._page
        for row, cells in enumerate(([title for title, _ in sheet.heads], *sheet.rows), start=1):
            for column, cell in enumerate(cells, start=1):
                self._put(row, column, cell, "head" if row == 1 else "words")
            page.row_dimensions[row].height = height(sheet, cells)
        for column, (_, width) in enumerate(sheet.heads, start=1):
            page.column_dimensions[get_column_letter(column)].width = width
        page.freeze_panes = "B2"
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{len(sheet.rows) + 1}"
        page.print_title_rows = "1:1"
        page.print_options.gridLines = True
        page.print_area = f"A1:{get_column_letter(_legible(sheet))}{len(sheet.rows) + 1}"
        for side, words in (("left", "&A"), ("right", "&P / &N")):
            getattr(page.oddFooter, side).text = words
        page.page_setup.paperSize = page.PAPERSIZE_A4
        page.page_setup.orientation = "landscape"
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def _put(self, row: int, column: int, cell: Cell, look: str) -> None:
        if isinstance(cell, Marked):
            self._put(row, column, cell.words, cell.look.fill)
        elif isinstance(cell, Link):
            linked = self._links < MOST_LINKS and bool(cell.words)
            self._put(row, column, cell.words, "link" if linked else look)
            if linked:
                self._links += 1
                place = f"'{cell.sheet}'!A{self._places.get((cell.sheet, cell.key), 1)}"
                self._page.cell(row, column).hyperlink = Hyperlink(ref="", location=place)
        elif cell is not None and cell != "":
            self._write(row, column, cell, look)

    def _write(self, row: int, column: int, value: str | float, look: str) -> None:
        """Write one cell; a text is a string, even where it looks like a formula or a number."""
        cell = self._page.cell(row, column)
        shown = cell_text(value) if isinstance(value, str) else value
        cell.value = shown
        if isinstance(shown, str):
            cell.data_type = "s"
        as_text = isinstance(shown, str) and shown.startswith(FORMULA_LEADS)
        cell._style = self._styles.of(look, as_text=as_text)  # type: ignore[union-attr]  # not in the types; shared, as it is meant


def _legible(sheet: Sheet) -> int:
    """Return how many columns are printed: as many as can be read on a page across; what is for programs stands behind them."""
    widths = accumulate(width for _, width in sheet.heads)
    return max(1, sum(width <= PRINTED for width in widths))


def height(sheet: Sheet, cells: Sequence[Cell]) -> int:
    """Return the height in points that a row needs; not every program works it out when it opens the file."""
    lines = 1
    for cell, (_, width) in zip(cells, sheet.heads, strict=True):
        words = cell.words if isinstance(cell, Link | Marked) else cell
        if isinstance(words, str) and (len(words) > width or "\n" in words):
            lines = max(lines, sum(len(line) // width + 1 for line in words.split("\n")))
    return min(lines * LINE, TALLEST)
