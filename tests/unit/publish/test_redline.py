"""The redlined page: what goes, what comes, and nothing else; a source's text is text in every file."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from bs4 import BeautifulSoup
from docx.oxml.ns import qn

from helpers.desk import Desk
from helpers.model import Claim
from helpers.model.publishing import Message, Readiness, Spot
from helpers.publish import Piece, edited, redline_html
from helpers.publish.redline import added_warnings, original
from helpers.publish.redline_docx import redline_docx

Find = Callable[..., list[Claim]]
Make = Callable[..., Desk]
PAGE = Readiness("page", "hold", "r", "Some <b>reason</b>.", 0, 1, 1, 1, ("Warn & tell.",), (), (), 0)
HOSTILE = "<script>alert(1)</script> =HYPERLINK(1) @cmd \u202eright\x07 \ud800 & 'more'"


def test_a_page_without_its_edits_is_the_page(open_desk: Make, decide_all: Callable) -> None:
    decide_all({"verdict": "needs_qualification", "wording": "It may help."})
    desk = open_desk()
    for reading in desk.review.readings:
        pieces = desk.redline(reading.document.source_id)
        assert original(pieces) == reading.document.text
        assert {"struck", "instead"} <= {piece.change for piece in pieces}


def test_the_edited_sentence_goes_and_the_wording_comes(open_desk: Make, record: Callable, find: Find) -> None:
    claim = find("downtime", source="000")[0]
    wording = "Plan for bruises of up to two weeks."
    record(claim, verdict="misleading", reason="Bruises last.", wording=wording)
    desk = open_desk()
    before = desk.case.texts[claim.source_id]
    sentence = before[claim.sentence_start : claim.sentence_end]
    assert edited(desk.redline(claim.source_id)) == before.replace(sentence, wording)
    struck = next(piece for piece in desk.redline(claim.source_id) if piece.change == "struck")
    assert any("Bruises last." in note for note in struck.notes)


def test_the_edits_of_two_reviewers_in_one_sentence_are_both_kept_each_under_its_name(
    open_desk: Make, record: Callable, find: Find
) -> None:
    told = find("efficacy", source="001")
    claim, other = next(pair for pair in pairwise(told) if pair[0].sentence_start == pair[1].sentence_start)
    record(claim, verdict="misleading", wording="Plan for bruises.", reviewer="Sand")
    record(other, verdict="needs_qualification", wording="It may hurt.", reviewer="Reed")
    desk = open_desk()
    pieces = [piece for piece in desk.redline(claim.source_id) if piece.by]
    assert {(piece.text.strip(), piece.by) for piece in pieces if piece.change == "instead"} == {
        ("Plan for bruises.", ("Sand",)),
        ("It may hurt.", ("Reed",)),
    }
    assert [sorted(piece.by) for piece in pieces if piece.change == "struck"] == [["Reed", "Sand"]]
    body = docx.Document(BytesIO(redline_docx("Page", PAGE, pieces, datetime.date(2026, 5, 1)))).element.body
    assert {change.get(qn("w:author")) for change in body.iter(qn("w:ins"))} == {"Sand", "Reed"}
    page = BeautifulSoup(redline_html("Page", PAGE, pieces, []), "html.parser")
    assert [mark.text for mark in page.find_all("sup")] == [f"[{number + 1}]" for number in range(len(page.find_all("sup")))]


def test_nothing_reviewed_is_held_and_nothing_changed(open_desk: Make) -> None:
    desk = open_desk()
    for reading in desk.review.readings:
        pieces = desk.redline(reading.document.source_id)
        assert edited(pieces) == reading.document.text
        assert {piece.change for piece in pieces} <= {"kept", "held", "lost"}


def test_a_warning_comes_behind_the_words_that_offer_the_treatment(open_desk: Make, record: Callable) -> None:
    owed = open_desk().review.owed[0]
    record(owed, verdict="needs_qualification", wording="An infection can follow.")
    desk = open_desk()
    before = desk.case.texts[owed.source_id]
    warned = f"{before[: owed.end]} An infection can follow.{before[owed.end :]}"
    assert edited(desk.redline(owed.source_id)) == warned
    assert original(desk.redline(owed.source_id)) == before
    assert desk.library.rows == desk.library.refusals == ()  # it is no wording of the page


def test_what_two_treatments_owe_alike_comes_once_behind_one_sentence(open_desk: Make, record: Callable) -> None:
    owed = open_desk().review.owed[0]
    wording = "It can burn. [Say how often. And why.] It can scar."
    record(owed, verdict="needs_qualification", wording=wording)
    row = next(row for row in open_desk().queue if row.claim_id == owed.claim_id)
    again = replace(row, claim_id="other", wording="It can burn. [Say how often. And why.] It can tear. [Say when.]")
    pieces = added_warnings([row, again, row])
    assert [piece.text for piece in pieces] == [f" {wording}", " It can tear. [Say when.]"]


def test_the_lost_list_is_marked(open_desk: Make) -> None:
    lost = [piece.text for piece in open_desk().redline("002_ee7c7e119af02394") if piece.change == "lost"]
    assert "Potential risks include:" in lost


def test_the_result_is_checked_again(open_desk: Make, record: Callable, find: Find) -> None:
    claim = find("evidence_basis", source="004", level="established")[0]
    source = claim.source_id
    refused = [one for one in open_desk().check_edited(source) if one.code == "W105"]
    record(claim, verdict="misleading", wording="Research on it is scarce.")
    after = open_desk().check_edited(source)
    assert refused
    assert not [one for one in after if one.code in ("W101", "W105", "W111") and one.quote == claim.quote]


@pytest.fixture
def hostile() -> tuple[Piece, ...]:
    return (
        Piece("kept", f"{HOSTILE}\n\n"),
        Piece("struck", HOSTILE, (HOSTILE,)),
        Piece("instead", HOSTILE),
        Piece("held", HOSTILE, (HOSTILE,)),
    )


def test_in_html_a_source_is_text(hostile: tuple[Piece, ...]) -> None:
    problem = Message("p", (Spot(1, 1, 1, 2),), ("W101",), "error", *[HOSTILE] * 4, (HOSTILE,), HOSTILE, "")
    written = redline_html(HOSTILE, PAGE, hostile, [problem])
    page = BeautifulSoup(written.encode("utf-8"), "html.parser")
    assert page.find("script") is None
    assert page.find("b") is None
    shown = HOSTILE.replace("\x07", "\\x07").replace("\ud800", "\\ud800")
    text = page.find("div")
    assert text.find("del").text == text.find("ins").text == shown
    assert text.text.count(shown) == 4
    assert page.h1.text == shown
    for link in page.find_all("a"):
        assert page.find(id=link["href"].removeprefix("#")) is not None
    assert not [tag for tag in page.find_all(True) if tag.get("src") or str(tag.get("href", "#"))[0] != "#"]


def test_in_word_the_changes_are_tracked(hostile: tuple[Piece, ...]) -> None:
    made = docx.Document(BytesIO(redline_docx("Page", PAGE, hostile, datetime.date(2026, 5, 1))))
    body = made.element.body
    gone = "".join(node.text for node in body.iter(qn("w:delText")))
    come = "".join(node.text for change in body.iter(qn("w:ins")) for node in change.iter(qn("w:t")))
    shown = HOSTILE.replace("\x07", "\\x07").replace("\ud800", "\\ud800")
    assert gone == come == shown
    assert {change.get(qn("w:date")) for change in body.iter(qn("w:ins"), qn("w:del"))} == {"2026-05-01T00:00:00Z"}
    assert any(paragraph.text.startswith(shown) for paragraph in made.paragraphs)
