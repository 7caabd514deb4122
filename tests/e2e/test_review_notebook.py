"""06_review as a reviewer opens it: a verdict by key, found again after a reload and another run, and the tables below it."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.model.decision import Ruling
from helpers.paths import SEEDS
from helpers.review import Journal, decide

NOTEBOOK = "06_review.ipynb"


@pytest.fixture
def journal(lab, tmp_path) -> Path:
    """A journal of its own for the notebook of the lab's folder."""
    notebook, file = lab.folder / NOTEBOOK, tmp_path / "journal.db"
    whole = notebook.read_text(encoding="utf-8")
    assert whole.count('JOURNAL = \\"\\"') == 1
    notebook.write_text(whole.replace('JOURNAL = \\"\\"', f'JOURNAL = \\"{file}\\"'), encoding="utf-8")
    yield file
    notebook.write_text(whole, encoding="utf-8")


def shot(page: Page, name: str) -> None:
    """Keep a picture where WORKBOOK_SCREENSHOTS says, if it does, for people to look at."""
    if folder := os.environ.get("WORKBOOK_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"review_{name}.png")


def open_queue(desk) -> Page:
    page = desk.run(NOTEBOOK)
    page.wait_for_selector(".erw[data-ready]")
    page.locator(".erw").scroll_into_view_if_needed()
    return page


def see_the_warnings(page: Page) -> None:
    """Scroll the checklist to its end by keys: what was not on the screen is not decided."""
    for _ in range(page.locator(".erw-owed li").count()):
        page.keyboard.press(" ")
        page.wait_for_timeout(80)


def table(page: Page, caption: str):
    return page.locator(".jp-OutputArea table", has_text=caption)


def test_a_verdict_by_key_is_found_again_after_a_reload_and_another_run(lab, desk, journal):
    page = open_queue(desk)
    with Journal(journal) as looked_at:
        assert not looked_at.events(), "looking at the queue wrote a decision"
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    expect(page.locator(".jp-OutputArea", has_text="Nobody has decided anything yet.").first).to_be_attached()
    page.fill(".erw-name", "Dr. Sand")
    page.keyboard.press("Enter")
    expect(page.locator(".erw-status")).to_have_text("")  # it no longer asks for a name
    shot(page, "queue")
    title = page.text_content(".erw-title")
    see_the_warnings(page)
    page.keyboard.press("r")
    page.keyboard.type("no entry of the register carries this; abdjkmxyz 10")
    for key in ("Escape", "4", "a", "q", "d", "d", "z", "Shift+m", "Enter", "Shift+Enter"):
        page.keyboard.press(key)
    expect(page.locator(".erw-status")).to_contain_text("Kept: Misleading")
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells, "a key reached the notebook"
    shot(page, "verdict")
    with Journal(journal, make=False) as written:
        ((reviewer, ruling),) = [(event.decision.reviewer, event.decision.ruling) for event in written.events()]
    assert (reviewer, ruling.verdict) == ("Dr. Sand", "misleading")

    page.reload()
    open_queue(desk)
    page.fill(".erw-name", "Dr. Sand")
    page.keyboard.press("Enter")
    entry = page.locator(".erw-entry", has_text=title).first
    expect(entry).to_contain_text("Misleading")
    entry.click()
    expect(page.locator(".erw-verdict[aria-pressed=true]")).to_contain_text("Misleading")
    expect(page.locator(".erw-reason")).to_have_value("no entry of the register carries this; abdjkmxyz 10")
    decided = table(page, "What was decided (1)")
    expect(decided).to_contain_text("Misleading")
    expect(decided).to_contain_text(title.split(": ")[0])
    decided.scroll_into_view_if_needed()
    shot(page, "decided")
    errors = page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr'], .jp-Dialog, .Toastify__toast")
    assert errors.all_text_contents() == []


def test_two_reviewers_and_a_page_that_changed(lab, desk, journal):
    from helpers.load import read_folder
    from helpers.pipeline import Pipeline
    from helpers.review import judged

    documents = {document.source_id: document for document in read_folder(SEEDS)}
    pipeline = Pipeline.of("aesthetics")
    claims = [claim for document in documents.values() for claim in pipeline.read(document).claims if claim.zone == "body"][:12]
    with Journal(journal) as written:
        for number, claim in enumerate(claims):
            for reviewer in ("Brook", "Sand"):
                verdict = "misleading" if reviewer == "Sand" and number % 3 == 0 else "substantiated"
                ruling = Ruling(verdict, "as the label says" if number % 2 else "", "Ask a physician." if number == 4 else "")
                written.append(decide([judged(claim, documents[claim.source_id])], ruling, reviewer=reviewer))
    page_file = lab.folder.parent / "seeds" / documents[claims[0].source_id].name
    quote = claims[5].quote
    page_file.write_text(page_file.read_text(encoding="utf-8").replace(quote, "something else entirely", 1), encoding="utf-8")
    manifest = lab.folder.parent / "seeds" / "manifest.yml"
    manifest.unlink()
    try:
        page = open_queue(desk)
        expect(table(page, "How far two reviewers agree")).to_contain_text("Brook and Sand")
        read = table(page, "How well the pages were read")
        expect(read).to_contain_text("Misread")
        read.scroll_into_view_if_needed()  # cells are drawn as they come into sight
        reopened = table(page, "What reopened because its source changed")
        expect(reopened).to_contain_text(quote.split("\n")[0])
        table(page, "How far the review is").scroll_into_view_if_needed()
        shot(page, "progress")
        table(page, "How far two reviewers agree").scroll_into_view_if_needed()
        shot(page, "agreement")
        reopened.scroll_into_view_if_needed()
        shot(page, "reopened")
    finally:
        shutil.copytree(SEEDS, lab.folder.parent / "seeds", dirs_exist_ok=True)


def test_a_page_is_decided_card_by_card_and_nothing_that_was_not_on_the_screen(lab, desk, journal):
    page = open_queue(desk)
    page.fill(".erw-name", "Dr. Sand")
    page.keyboard.press("Enter")
    expect(page.locator(".erw-status")).to_have_text("")
    title, status = page.locator(".erw-title"), page.locator(".erw-status")
    expect(title).to_have_text("Warnings owed: mesotherapy")
    first = page.locator(".erw-owed label > span:last-child").first.text_content()
    page.locator(".erw-owed input").nth(1).uncheck()
    page.locator(".erw").focus()
    page.keyboard.press("i")
    wording = page.locator(".erw-wording").input_value()
    assert wording.startswith(first) and page.locator(".erw-owed label > span:last-child").nth(1).text_content() not in wording
    shot(page, "warnings")
    page.keyboard.press("2")
    expect(status).to_contain_text("not on the screen yet")
    see_the_warnings(page)
    page.keyboard.press("2")
    expect(status).to_contain_text("Kept: Needs qualification, 1 place.")
    expect(title).not_to_have_text("Warnings owed: mesotherapy")
    page.select_option(".erw-sort", label="Most places first")
    expect(page.locator(".erw-entry").first).to_contain_text("The rest")  # the list was sorted anew
    page.locator(".erw-entry").first.click()
    expect(title).to_contain_text("The rest")
    rest = title.text_content()
    shot(page, "rest")
    page.locator(".erw").focus()
    page.keyboard.press("5")
    expect(status).to_contain_text("not on the screen yet")
    with Journal(journal) as kept:
        assert len(kept.events()) == 1
    first = page.locator(".erw-line").first
    left = max(1, first.locator("label").count())
    first.locator("> input").uncheck()
    places = int(page.text_content(".erw-verdicts h3").split(" of ")[1].split()[0])
    for _ in range(page.locator(".erw-line").count()):
        page.keyboard.press("n")
    page.locator(".erw").focus()
    page.keyboard.press("5")
    expect(status).to_contain_text(f"Kept: Out of scope, {places - left} places.")
    expect(title).to_have_text(rest)  # the exception is decided while it is at hand
    expect(page.locator(".erw-verdicts h3")).to_contain_text(f"{left} of {places} places")
    with Journal(journal) as kept:
        assert [len(event.decision.claims) for event in kept.events()] == [1, places - left]
        kept.verify()
