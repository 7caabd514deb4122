import zipfile

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string as column_number

from helpers.export import xlsx_page
from helpers.export.office import LONGEST_CELL, cell_text, held
from helpers.export.sheet import Link, Sheet
from helpers.export.workbook_xlsx import write_xlsx
from helpers.export.xlsx_page import PageWriter, Styles
from helpers.model.palette import LOOKS
from helpers.model.summed import summed

LEADS = ('=HYPERLINK("http://x.example","y")', "@cmd", "+1+1", "-2+3|calc")


@pytest.fixture(scope="module")
def path(dossier, tmp_path_factory):
    written = tmp_path_factory.mktemp("xlsx") / "review.xlsx"
    write_xlsx(dossier, written)
    return written


@pytest.fixture(scope="module")
def book(path):
    return openpyxl.load_workbook(path)


def rows(page):
    titles = [cell.value for cell in page[1]]
    return [dict(zip(titles, row, strict=True)) for row in page.iter_rows(min_row=2)]


def target(book, cell):
    """The first cell of the row that a cell leads to."""
    sheet, _, place = cell.hyperlink.location.rpartition("!")
    return book[sheet.strip("'")][place]


def test_a_sheet_a_table_with_frozen_header_and_filters(book):
    assert book.sheetnames[0] == "Summary"
    assert {"Sources", "Pages", "Findings", "Queue", "Decisions", "Claims", "Relations", "Evidence", "Texts"} <= {
        *book.sheetnames
    }
    for page in book:
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref == page.dimensions
        assert page.print_title_rows == "$1:$1"


def test_it_begins_with_what_can_be_published_and_has_no_empty_sheet(book, dossier):
    told = dict(book["Summary"].iter_rows(min_row=2, max_col=2, values_only=True))
    assert told["Pages that can be published"] == f"0 of {len(dossier.review.sources)}"
    assert all(told[dossier.name(page.source_id)].startswith(page.action) for page in dossier.publishing.readiness)
    assert all(page.max_row > 1 for page in book)
    assert not set(told["Nothing to show of"].split(", ")) & set(book.sheetnames)


def test_what_is_printed_can_be_read(book):
    for page in book:
        last = page.print_area.split(":")[1].split("$")[1]
        printed = [
            page.column_dimensions[column[0].column_letter].width for column in page.iter_cols(max_col=column_number(last))
        ]
        assert sum(printed) <= 230
        assert (page.page_setup.orientation, int(page.page_setup.paperSize)) == ("landscape", 9)


def test_no_cell_is_a_formula(book):
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}


@pytest.mark.parametrize("lead", LEADS)
def test_words_that_look_like_a_formula_are_text_that_stays_text(book, lead):
    cells = [row["Sentence"] for row in rows(book["Texts"]) if row["Sentence"].value.startswith(lead)]
    assert [cell.value for cell in cells] == [f"{lead} mesotherapy has no downtime."]
    assert cells[0].quotePrefix


def test_plain_words_carry_no_sign_of_text(book):
    assert not any(row["What became of it"].quotePrefix for row in rows(book["Texts"]))


def test_a_source_named_like_a_formula_is_text_and_so_is_a_suggested_wording(book):
    names = [row["File"] for row in rows(book["Sources"])]
    wordings = [row["Suggested wording"] for row in rows(book["Decisions"]) if row["Suggested wording"].value]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in names] == [
        ("=cmd|'x'.md", "s", True),
        ("salon.md", "s", False),
    ]
    assert {(cell.value, cell.quotePrefix) for cell in wordings} == {("@May hurt a little.", True)}


def test_markup_marks_and_emoji_stay_as_they_are_and_the_rest_is_written_out(book):
    text = "\n".join(row["Sentence"].value for row in rows(book["Texts"]))
    assert "<script>alert(1)</script> mesotherapy has no downtime & <b>no pain</b>." in text
    assert "Mesotherapy improves wrinkles\u202c \u200f within 2 weeks." in text
    assert "Bell \\x07 and null \\x00 and tab \t: mesotherapy reduces cellulite \U0001f489." in text
    assert "Code _x005F_x0041_ here" in text  # what a spreadsheet shows as _x0041_
    assert "=1+1 <i>seen</i> \u200f\U0001f489 \\x1b and \\ud800 alone" in {row["Reason"].value for row in rows(book["Decisions"])}


def test_nothing_leads_outside(path):
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            content = package.read(name)
            assert b"TargetMode" not in content
            assert b"<f>" not in content
            assert "externalLink" not in name


def test_links_lead_to_the_claim_and_to_the_sentence(book):
    for row in rows(book["Claims"]):
        sentence = rows(book["Texts"])[target(book, row["Quote"]).row - 2]
        assert row["Quote"].value in sentence["Sentence"].value
        assert row["Claim"].value in sentence["All its claims"].value.split(", ")
    for sheet in ("Findings", "Relations", "Evidence", "Queue", "Decisions"):
        cells = [row["Claim"] for row in rows(book[sheet]) if row["Claim"].value]
        assert cells
        assert all(target(book, cell).value == cell.value for cell in cells if "-w" not in cell.value)
    [owed, *_] = [row for row in rows(book["Queue"]) if "-w" in row["Claim"].value]  # a warning left out: at the words that offer
    assert owed["Quote"].value in rows(book["Texts"])[target(book, owed["Claim"]).row - 2]["Sentence"].value


def test_every_sentence_claim_and_relation_has_its_row(book, dossier):
    review = dossier.review
    for sheet, records in (("Texts", review.ledger), ("Claims", review.claims), ("Relations", summed(review.relations))):
        assert book[sheet].max_row == len(records) + 1
    assert [row["Claim id"].value for row in rows(book["Claims"])] == [claim.claim_id for claim in review.claims]


def test_topics_and_verdicts_are_in_a_reviewers_words(book, dossier):
    claims = rows(book["Claims"])
    assert {row["Topic"].value for row in claims} <= {topic.title for topic in dossier.topics.values()}
    assert [row["Verdict"].value for row in claims][:5] == [
        "Substantiated (expired on 2026-01-31)",
        "Needs qualification",
        "waits for a second reviewer",
        "Out of scope",
        "not reviewed",
    ]


def test_a_verdict_that_waits_for_a_second_one_is_not_shown(book, dossier):
    assert {row["Verdict"].value for row in rows(book["Decisions"])} == {
        "Substantiated",
        "Misleading",
        "Needs qualification",
        "Out of scope",
    }
    assert not any("hidden" in str(cell.value) for page in book for row in page.iter_rows() for cell in row)


def test_relations_have_the_colours_of_the_report_and_their_words(book):
    looks = {look.word: look.fill.lstrip("#").upper() for look in LOOKS.values()}
    shown = {(row["Relation"].value, row["Relation"].fill.fgColor.rgb[-6:]) for row in rows(book["Relations"])}
    assert shown
    assert shown <= set(looks.items())


def test_equal_reviews_are_equal_bytes(dossier, path, tmp_path):
    write_xlsx(dossier, tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_a_cell_holds_what_it_can():
    assert cell_text("a" * LONGEST_CELL) == "a" * LONGEST_CELL
    cut = cell_text("a" * (LONGEST_CELL + 1))
    assert len(cut) == LONGEST_CELL
    assert cut.endswith("[cut: longer than a cell can be]")


def test_line_ends_become_one_kind():
    assert held("one\r\ntwo\rthree\nfour") == "one\ntwo\nthree\nfour"


def test_more_links_than_a_sheet_can_hold_are_words(monkeypatch):
    monkeypatch.setattr(xlsx_page, "MOST_LINKS", 2)
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    sheet = Sheet("Sheet", [("Claim", 10)], [(Link(f"c{n}", "Sheet", f"k{n}"),) for n in range(3)], ["k0", "k1", "k2"])
    PageWriter(page, Styles(book), {("Sheet", f"k{n}"): n + 2 for n in range(3)}).write(sheet)
    links = [page.cell(row, 1).hyperlink for row in (2, 3, 4)]
    assert [link and link.location for link in links] == ["'Sheet'!A2", "'Sheet'!A3", None]
    assert [page.cell(row, 1).value for row in (2, 3, 4)] == ["c0", "c1", "c2"]
