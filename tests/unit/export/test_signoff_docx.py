import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from helpers.export.signoff_docx import write_signoff
from helpers.export.signoff_page import DO
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


def page_of(document, name):
    """The lines of one source's page, without those of the next."""
    lines = document.paragraphs
    first = next(place for place, line in enumerate(lines) if line.style.name == "Heading 1" and line.text == name)
    after = (place for place, line in enumerate(lines) if place > first and line.style.name == "Heading 1")
    return lines[first : next(after)]


def test_who_signs_stands_first_then_a_page_a_source_then_the_appendix(document, dossier):
    heads = [line for line in document.paragraphs if line.style.name == "Heading 1"]
    assert [line.text for line in heads] == ["Signatures", *dossier.names.sources.values(), "Appendix"]
    assert [bool(line.paragraph_format.page_break_before) for line in heads] == [False, True, True, True]


def test_the_first_page_tells_what_to_do_with_each_page(document, dossier):
    rows = words(named(document, "Page")[0])
    assert [(row[0].split("\n")[0], row[1]) for row in rows] == [
        (dossier.name(page.source_id), DO[page.action]) for page in dossier.publishing.readiness
    ]


def test_the_notice_about_current_law_stands_first_and_beside_the_laws(document):
    told = [line.text for line in document.paragraphs]
    laws = told.index("Laws, regulators and advertising codes")
    assert sum(CHECK_LAW in line for line in told[: told.index("Appendix")]) == 1
    assert told[laws + 1] == CHECK_LAW


def test_the_page_of_a_source_fits_on_one_page(document, dossier):
    for name in dossier.names.sources.values():
        lines = page_of(document, name)
        assert sum(1 + len(line.text) // 95 for line in lines) < 55


def test_at_most_five_reasons_are_given_the_gravest_first(document, dossier):
    for page in dossier.publishing.readiness:
        lines = page_of(document, dossier.name(page.source_id))
        first = next(place for place, line in enumerate(lines) if line.text == "What speaks against it") + 1
        reasons = []
        while lines[first + len(reasons)].style.name == "List Bullet":
            reasons.append(lines[first + len(reasons)].text)
        assert 0 < len(reasons) <= 5
        cards = [card.title for card in dossier.review.cards if card.source_id == page.source_id]
        of_cards = [reason for reason in reasons if not reason.startswith(("The list was lost", "Its last version"))]
        told = [next(place for place, title in enumerate(cards) if title in reason) for reason in of_cards]
        assert told == sorted(told)


def test_each_warning_that_is_left_out_has_its_text_to_insert(document, dossier):
    for page in dossier.publishing.readiness:
        lines = [line.text for line in page_of(document, dossier.name(page.source_id))]
        cards = [card for card in dossier.review.cards if card.source_id == page.source_id]
        left_out = [one.insert for card in cards for one in dossier.left_out(card)]
        assert all(text in lines for text in list(dict.fromkeys(left_out))[:8])
        assert "Texts to insert" in lines or not left_out


def test_a_wording_to_use_instead_stands_with_its_quote(document, dossier):
    [row] = [row for row in dossier.publishing.queue if row.wording and row.action == "edit"]
    assert f"Instead of “{row.quote}”: {row.wording}" in [line.text for line in document.paragraphs]


def test_decisions_have_verdict_reason_wording_references_and_reviewer(document):
    rows = [row for table in named(document, "Verdict, by whom and when") for row in words(table)]
    both = ["Substantiated", "Dr. A, 2026-01-01, EXPIRED, was good until 2026-01-31"]
    assert rows[0][0].split("\n") == [*both, "Dr. B, 2026-01-02, EXPIRED, was good until 2026-01-31"]
    assert rows[0][2] == "=1+1 <i>seen</i> \u200f\U0001f489 \\x1b and \\ud800 alone\nFR01, RG05"
    settled = [row for row in rows if "adjudicator" in row[0]]
    assert [sorted(row[2].split("\n")) for row in settled] == [["Instead: @May hurt a little.", "Settled."]]
    assert any(line[0].startswith("FR01: Amin 2006, Dermatol Surg. DOI") for line in words(named(document, "Citation")[0]))


def test_a_verdict_that_waits_for_a_second_one_is_not_shown(document):
    assert "hidden" not in " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)


def test_a_lost_list_is_named(document):
    assert "The list was lost that should follow “Potential risks include:”" in [line.text for line in document.paragraphs]


def test_hashes_and_the_pack_stand_in_the_appendix_alone(document, dossier):
    told = [line.text for line in document.paragraphs]
    body = " ".join(told[: told.index("Appendix")])
    assert dossier.review.pack not in body and not re.search(r"[0-9a-f]{16}", body)
    hashes = [row[2] for row in words(named(document, "Page")[1])]
    assert hashes == [source.sha256 for source in dossier.review.sources]


def test_the_reviewers_sign_and_there_is_room_for_others(document):
    assert [row[:2] for row in words(named(document, "Name")[0])] == [
        ["Dr. A", "reviewer"],
        ["Dr. B", "reviewer"],
        ["Dr. C", "adjudicator"],
        ["", ""],
        ["", ""],
    ]


def test_headers_repeat_and_rows_stay_whole_but_those_longer_than_a_page(document):
    for table in document.tables:
        marks = [{mark.tag for mark in (row._tr.trPr if row._tr.trPr is not None else ())} for row in table.rows]
        assert marks[0] == {qn("w:tblHeader")}
        long = table.rows[0].cells[0].text == "Verdict, by whom and when"
        assert all(mark == (set() if long else {qn("w:cantSplit")}) for mark in marks[1:])


def test_pages_are_numbered(document):
    footer = document.sections[0].footer._element.xml
    assert re.findall(r'w:instr="(\w+)"', footer) == ["PAGE", "NUMPAGES"]


def test_a_source_named_like_a_formula_is_text(document, dossier):
    heads = [line for line in document.paragraphs if line.text == dossier.names.sources["=cmd|'x'"]]
    assert [line.style.name for line in heads] == ["Heading 1", "Heading 3"]
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
