"""The files for people outside the workbook tell what could not be read."""

from datetime import date

import docx
import openpyxl
import pytest
from reach_pages import ENGLISH, GERMAN

from helpers.desk import Desk
from helpers.model import Document
from helpers.outputs import write_exports
from helpers.pipeline import Pipeline

LINE = "Could not be read: german.md: it is written in German, and the pack reads English."


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    pipeline = Pipeline.of("aesthetics")
    review = pipeline.review(
        [Document(name, text, "", f"{name}.md") for name, text in {"german": GERMAN, "peel": ENGLISH}.items()]
    )
    folder = tmp_path_factory.mktemp("files")
    write_exports(Desk(pipeline, review, [], as_of=date(2031, 5, 4)), folder)
    return folder


def test_the_spreadsheet_tells_it_first_and_beside_the_source(files):
    book = openpyxl.load_workbook(files / "review.xlsx")
    assert any(str(row[1]).startswith(LINE) for row in book["Summary"].iter_rows(values_only=True))
    titles, *rows = book["Sources"].iter_rows(values_only=True)
    could = {row[0]: row[titles.index("Could it be read?")] for row in rows}
    assert could == {"german.md": "no: it is written in German, and the pack reads English", "peel.md": "yes"}
    _, *pages = book["Pages"].iter_rows(values_only=True)
    assert {page[0]: page[1] for page in pages}["german.md"] == "hold"
    assert "it could not be read" in {page[0]: page[2] for page in pages}["german.md"].lower()


def test_the_sign_off_tells_it_first_and_under_the_source(files):
    words = [one.text for one in docx.Document(str(files / "sign-off.docx")).paragraphs]
    [first] = [place for place, line in enumerate(words) if line.startswith(LINE)]
    start, end = words.index("german.md"), words.index("peel.md")
    assert first < start < end
    own = words[start:end]
    assert "Could not be read: it is written in German, and the pack reads English. Nothing on it was checked." in own
    assert "Hold" in own and "What speaks against it" not in own
    assert "None of high or medium severity." not in own
    assert "None of high or medium severity." not in words[end:]  # the peel owes its warnings
