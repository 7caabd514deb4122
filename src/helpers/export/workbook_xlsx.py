"""The ``.xlsx`` export: a sheet a table, where text from a source is text and never a formula."""

from pathlib import Path

from openpyxl import Workbook

from helpers.export import sheets_decided, sheets_found, sheets_read
from helpers.export.atomic import atomic_path
from helpers.export.dossier import Dossier
from helpers.export.office import without_clock
from helpers.export.summary import summary
from helpers.export.xlsx_page import PageWriter, Styles

SHEETS = (
    sheets_read.sources,
    sheets_decided.readiness,
    sheets_found.findings,
    sheets_decided.queue,
    sheets_decided.decisions,
    sheets_decided.reopened,
    sheets_decided.let_go,
    sheets_decided.library,
    sheets_decided.refused,
    sheets_decided.uses,
    sheets_read.claims,
    sheets_found.relations,
    sheets_found.evidence,
    sheets_found.disclosures,
    sheets_read.gaps,
    sheets_read.unread,
    sheets_read.texts,
    sheets_found.register,
    sheets_found.tables,
)


def write_xlsx(dossier: Dossier, path: Path | str) -> None:
    """Write a review and what was decided about it as a workbook.

    The words of a source are strings, whatever they begin with; links lead to other sheets and nowhere else.

    Raises
    ------
    WorkbookError
        If the file cannot be written.
    """
    tables = [make(dossier) for make in SHEETS]
    sheets = [summary(dossier, tables), *(table for table in tables if table.rows)]
    places = {(sheet.title, key): row for sheet in sheets for row, key in enumerate(sheet.keys, start=2)}
    book = Workbook()
    book.remove(book.worksheets[0])
    styles = Styles(book)
    for sheet in sheets:
        PageWriter(book.create_sheet(sheet.title), styles, places).write(sheet)
    book.properties.creator = ""
    with atomic_path(path) as draft:
        book.save(draft)
        without_clock(draft)
