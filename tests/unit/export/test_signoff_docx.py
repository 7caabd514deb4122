import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from helpers.export.signoff_docx import write_signoff
from helpers.export.summary import CHECK_LAW


@pytest.fixture(scope="module")
def path(dossier, tmp_path_factory):
    written = tmp_path_factory.mktemp("docx") / "sign-off.docx"
    write_signoff(dossier, written)
    return written


@pytest.fixture(scope="module")
def document(path):
    return docx.Document(path)


@pytest.fixture(scope="module")
def tables(document):
    """Rows as text, by the titles of their columns."""
    return {tuple(cell.text for cell in table.rows[0].cells): table for table in document.tables}


def words(table):
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def named(document, first):
    return [table for table in document.tables if table.rows[0].cells[0].text == first]


def test_headings_lead_from_the_sources_to_the_signatures(document, dossier):
    heads = [line.text for line in document.paragraphs if line.style.name == "Heading 1"]
    names = list(dossier.names.sources.values())
    tables = "Warnings, regulatory facts and advertising rules"
    assert heads == ["The sources", *names, "References", "Laws, regulators and advertising codes", tables, "Signatures"]


def test_the_notice_about_current_law_stands_first_and_beside_the_laws(document):
    assert [line.text for line in document.paragraphs].count(CHECK_LAW) == 3
    assert [line.text for line in document.paragraphs if line.style.name == "Normal"][2] == CHECK_LAW


def test_each_finding_stands_once_with_both_quotes_and_is_named_on_the_other_page(document, dossier):
    rows = [row for table in named(document, "Severity") for row in words(table)]
    lines = [line.text for line in document.paragraphs if line.text.startswith("Shown under ")]
    grave = [one for one in dossier.review.findings if one.severity in ("high", "medium") and one.quote_b]
    assert grave
    for one in grave:
        [row] = [row for row in rows if row[0] == f"No. {one.rank}, {one.severity}"]
        second = row[3].split("\n")[0] if one.two_sided else row[2].split("\n")[1]
        assert [row[2].split("\n")[0].strip("“”"), second.strip("“”")] == [one.quote_a, " ".join(one.quote_b.split())]
        told = [line for line in lines if f"No. {one.rank} (" in line]
        assert len(told) == (one.source_a != one.source_b)


def test_the_findings_stand_card_by_card_with_the_text_to_insert(document, dossier):
    heads = [line.text for line in document.paragraphs if line.style.name == "Heading 3"]
    own = [card for card in dossier.review.cards if any(one.source_a == card.source_id for one in card.findings)]
    assert heads == [card.title for card in own]
    lists = [table for table in document.tables if table.rows[0].cells[2].text == "Text to insert"]
    left_out = [one for card in dossier.review.cards for one in card.left_out(dossier.review.disclosures)]
    assert left_out and [row[2] for owed in lists for row in words(owed)] == [one.insert for one in left_out]


def test_decisions_have_verdict_reason_wording_references_and_reviewer(document):
    rows = [row for table in named(document, "It says") for row in words(table)]
    assert [row[2].split("\n") for row in rows][:2] == [["Substantiated", "Good until 2026-01-31", "EXPIRED"]] * 2
    assert rows[0][3] == "=1+1 <i>seen</i> \u200f\U0001f489 \\x1b and \\ud800 alone"
    assert rows[0][4].startswith("FR01: Amin 2006, Dermatol Surg. DOI 10.1111/j.1524-4725.2006.32353.x")
    assert rows[0][5].split("\n") == ["Dr. A", "reviewer", "2026-01-01"]
    settled = [row for row in rows if "adjudicator" in row[5]]
    assert [row[3] for row in settled] == ["Settled.\nInstead: @May hurt a little."]


def test_a_verdict_that_waits_for_a_second_one_is_not_shown(document):
    assert "hidden" not in " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)


def test_what_is_held_names_every_claim_that_cannot_be_published(document, dossier):
    held = [number for table in named(document, "What to do") for row in words(table) for number in row[3].split(", ")]
    assert sorted(held) == sorted(dossier.number(row.claim_id) for row in dossier.publishing.queue if row.action != "publish")


def test_a_lost_list_is_named(document):
    assert "The list was lost that should follow “Potential risks include:”" in [line.text for line in document.paragraphs]


def test_the_reviewers_sign_and_there_is_room_for_others(document):
    assert [row[:2] for row in words(named(document, "Name")[0])] == [
        ["Dr. A", "reviewer"],
        ["Dr. B", "reviewer"],
        ["Dr. C", "adjudicator"],
        ["", ""],
        ["", ""],
    ]


def test_headers_repeat_and_rows_stay_whole(document):
    for table in document.tables:
        marks = [{mark.tag for mark in row._tr.trPr} for row in table.rows]
        assert marks[0] == {qn("w:tblHeader")}
        assert all(mark == {qn("w:cantSplit")} for mark in marks[1:])


def test_pages_are_numbered(document):
    footer = document.sections[0].footer._element.xml
    assert re.findall(r'w:instr="(\w+)"', footer) == ["PAGE", "NUMPAGES"]


def test_a_source_named_like_a_formula_is_text(document, dossier):
    heads = [line for line in document.paragraphs if line.text == dossier.names.sources["=cmd|'x'"]]
    assert [line.style.name for line in heads] == ["Heading 1"]
    assert [run.text for run in heads[0].runs] == ["=cmd|'x'.md"]


def test_nothing_leads_outside_and_no_field_but_the_page_numbers(path):
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            content = package.read(name)
            assert b"TargetMode" not in content
            assert b"instrText" not in content
            assert content.count(b"fldSimple") == (4 if name == "word/footer1.xml" else 0)


def test_equal_reviews_are_equal_bytes(dossier, path, tmp_path):
    write_signoff(dossier, tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == path.read_bytes()
