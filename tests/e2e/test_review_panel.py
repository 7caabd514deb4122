"""The review panel as a reviewer uses it: in JupyterLab, in a browser, with keys."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, expect

from helpers.review import Journal
from helpers.review.store import Store

HERE = Path(__file__).parent
START = """
from gold_as_claims import gold_claims
from gold_queue import gold_documents, gold_rows, many
from helpers.panel import ReviewPanel, ReviewSession
from helpers.review import Journal
documents = gold_documents()
claims = list(gold_claims())
journal = Journal("NAME.db")
"""
SHOW = """
rows = gold_rows(claims, documents)
panel = ReviewPanel(ReviewSession(rows, journal, claims=claims, documents=documents, reviewer="Sand", needed=NEEDED))
panel
"""


@pytest.fixture
def open_panel(lab, desk) -> Callable[..., Page]:
    """Run a notebook that shows the panel, and wait until its queue is there."""

    def run(name: str, *more: str, needed: int = 1) -> Page:
        for module in (HERE / "gold_queue.py", HERE.parent / "gold_as_claims.py"):
            shutil.copy(module, lab.folder)
        cells = [START.replace("NAME", name), *more, SHOW.replace("NEEDED", str(needed))]
        kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
        notebook = new_notebook(cells=[new_code_cell(cell) for cell in cells], metadata={"kernelspec": kernel})
        nbformat.write(notebook, lab.folder / f"{name}.ipynb")
        page = desk.run(f"{name}.ipynb")
        page.wait_for_selector(".erw[data-ready]", state="attached")
        page.locator(".erw").evaluate("panel => panel.scrollIntoView()")  # a busy browser may not have scrolled to it
        page.wait_for_selector(".erw[data-ready]")
        return page

    return run


def stored(lab, name: str) -> list[tuple[str, str, int]]:
    """Return what the journal holds: the verdict, its reason, on how many claims."""
    with Journal(lab.folder / f"{name}.db") as journal:
        journal.verify()
        rulings = [(event.decision.ruling, len(event.decision.claims)) for event in journal.events()]
    return [(ruling.verdict, ruling.reason, count) if ruling else ("undo", "", 0) for ruling, count in rulings]


def cells_of(page: Page) -> int:
    return page.locator(".jp-Notebook-cell, .jp-Notebook .jp-Cell").count()


def shot(page: Page, name: str) -> None:
    """Keep a picture where WORKBOOK_SCREENSHOTS says, if it does, for people to look at."""
    if folder := os.environ.get("WORKBOOK_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"panel_{name}.png")


def reload(page: Page) -> None:
    """Save the notebook as a user does, and load the page again; the kernel goes on."""
    page.click('.lm-MenuBar-itemLabel >> text="File"')
    page.click('.lm-Menu-itemLabel >> text="Save Notebook"')
    expect(page.locator(".jp-mod-current.jp-mod-dirty")).to_have_count(0)
    page.reload()
    page.wait_for_selector(".erw[data-ready]")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_verdict_by_key_is_kept_and_found_again_after_a_reload(lab, open_panel):
    page = open_panel("verdict")
    before = cells_of(page)
    title = page.text_content(".erw-title")
    page.locator(".erw").focus()
    press(page, "r")
    page.keyboard.type("no trial is named; abdjkmxs 1234")
    press(page, "Escape", "4")
    expect(page.locator(".erw-status")).to_contain_text("Kept: Misleading")
    expect(page.locator(".erw-title")).not_to_have_text(title)
    assert stored(lab, "verdict") == [("misleading", "no trial is named; abdjkmxs 1234", 1)]
    press(page, "a", "q", "d", "d", "m", "y", "Shift+m", "z", "c", "v", "Enter", "Shift+Enter")
    assert cells_of(page) == before, "a key reached the notebook"
    shot(page, "verdict")
    for part in (
        ".erw",
        ".erw-list",
        ".erw-text",
        ".erw-beside",
        ".erw-verdict >> nth=4",
        ".erw-expires",
        ".erw-undo",
        ".erw-status",
    ):
        box = page.locator(part).bounding_box()
        assert box and box["x"] >= 0 and box["y"] >= 0
        assert box["x"] + box["width"] <= 1440 and box["y"] + box["height"] <= 900, f"{part} is not on the screen"

    reload(page)
    page.locator(".erw-entry", has_text=title).first.click()
    expect(page.locator(".erw-verdict[aria-pressed=true]")).to_contain_text("Misleading")
    expect(page.locator(".erw-reason")).to_have_value("no trial is named; abdjkmxs 1234")
    press(page, "u")
    expect(page.locator(".erw-status")).to_contain_text("taken back")
    expect(page.locator(".erw-verdict[aria-pressed=true]")).to_have_count(0)
    assert stored(lab, "verdict")[-1][0] == "undo"


def test_text_typed_after_the_verdict_is_kept_by_itself_and_exceptions_stay_open(lab, open_panel):
    page = open_panel("group")
    page.fill(".erw-find", "efficacy · acne scars · benefit")
    page.locator(".erw-entry").first.click()
    expect(page.locator(".erw-places li")).to_have_count(3)
    heading, wording, boxes = page.locator(".erw-verdicts h3"), page.locator(".erw-wording"), page.locator(".erw-places input")
    given = page.locator(".erw-verdict[aria-pressed=true]")
    wording.fill("scars may soften")
    boxes.nth(1).uncheck()
    expect(heading).to_have_text("Your verdict for 2 of 3 places")
    shot(page, "group")
    press(page, "2")
    expect(page.locator(".erw-status")).to_contain_text("2 places")
    expect(page.locator(".erw-state").first).to_have_text("◐ To review: 1 of 3 places")
    assert stored(lab, "group") == [("needs_qualification", "", 2)]

    page.locator(".erw-entry").first.click()
    expect(heading).to_have_text("Your verdict for 1 of 3 places")
    assert [boxes.nth(n).is_checked() for n in range(3)] == [False, True, False]
    expect(wording).to_have_value("")  # what was said of the others is not said of the exception
    expect(given).to_have_count(0)
    press(page, "x", "n", "x")  # another place instead, one that is decided
    expect(wording).to_have_value("scars may soften")
    expect(given).to_contain_text("Needs qualification")
    press(page, "x", "n", "n", "x")
    expect(wording).to_have_value("")
    page.fill(".erw-reason", "no trial")
    press(page, "Escape", "3")
    expect(page.locator(".erw-state").first).to_have_text("● Needs qualification, Unsubstantiated")
    with Journal(lab.folder / "group.db") as journal:
        assert [event.decision.ruling.wording for event in journal.events()] == ["scars may soften", ""]
    page.locator(".erw-entry").first.click()
    expect(heading).to_have_text("Your verdict for 3 of 3 places")
    expect(given).to_have_count(0)
    expect(wording).to_have_value("")
    shot(page, "group_decided")
    page.fill(".erw-find", "downtime · none")
    page.locator(".erw-entry").first.click()
    page.fill(".erw-reason", "a day of rest is usual")
    press(page, "Escape", "4")
    expect(page.locator(".erw-status")).to_contain_text("Kept")
    page.locator(".erw-entry").first.click()
    page.fill(".erw-wording", "most people need no rest")
    press(page, "Escape")
    expect(page.locator(".erw-said")).to_contain_text("most people need no rest")
    assert [kind for kind, *_ in stored(lab, "group")] == ["needs_qualification", "unsubstantiated", "misleading", "misleading"]


def test_when_the_store_fails_the_text_is_kept_and_saved_again(lab, open_panel):
    page = open_panel(
        "busy", "import helpers.review.store\nhelpers.review.store.BUSY_SECONDS = 0.2\njournal = Journal('busy.db')"
    )
    with Store(lab.folder / "busy.db").writing():
        pass  # somebody has begun it
    blocker = sqlite3.connect(lab.folder / "busy.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    title = page.text_content(".erw-title")
    page.locator(".erw").focus()
    press(page, "r")
    page.keyboard.type("a reason that took me long to write")
    press(page, "Escape", "3")
    expect(page.locator(".erw-trouble")).to_contain_text("Not saved: 1 decision. Your text is kept here.")
    expect(page.locator(".erw-trouble")).to_contain_text("somebody else has kept the journal busy")
    expect(page.locator(".erw-entry", has_text=title).first).to_contain_text("Not saved")
    shot(page, "trouble")
    page.locator(".erw-trouble button", has_text="Show it").click()
    expect(page.locator(".erw-reason")).to_have_value("a reason that took me long to write")
    assert stored(lab, "busy") == []

    reload(page)
    page.locator(".erw-entry", has_text=title).first.click()
    expect(page.locator(".erw-reason")).to_have_value("a reason that took me long to write")
    page.locator(".erw-verdict").nth(2).click()
    expect(page.locator(".erw-trouble")).to_be_visible()
    blocker.execute("ROLLBACK")
    blocker.close()
    page.locator(".erw-again").click()
    expect(page.locator(".erw-status")).to_contain_text("Kept: Unsubstantiated")
    expect(page.locator(".erw-trouble")).to_be_hidden()
    assert stored(lab, "busy") == [("unsubstantiated", "a reason that took me long to write", 1)]


BLIND = """
from helpers.model.decision import Ruling
from helpers.panel import ReviewSession
from dataclasses import replace
brook = ReviewSession(gold_rows(claims, documents), journal, claims=claims, documents=documents, reviewer="Brook", needed=2)
first, second = (brook.detail(entry["id"])["places"][0]["claim_id"] for entry in brook.queue()[:2])
brook.rule([first], Ruling("substantiated", "I have <b>seen</b> it", references=("E1",)))
HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
"""
HOSTILE_ROWS = """
gold = gold_rows
def gold_rows(claims, documents):
    rows = gold(claims, documents)
    links = [{"words": HOSTILE, "url": "javascript:document.title=1"}]
    note = {"kind": HOSTILE, "words": HOSTILE, "links": links}
    texts = dict.fromkeys(("statement", "topic", "source", "quote", "before", "after", "note"), HOSTILE)
    hostile = texts | {"relations": [note], "evidence": [note]}
    return [row | hostile if row["claim_id"] == first else row for row in rows]
"""


def test_a_second_reviewer_is_blind_and_text_is_never_markup(lab, open_panel):
    page = open_panel("blind", BLIND, HOSTILE_ROWS, needed=2)
    page.locator(".erw-entry").first.click()
    expect(page.locator(".erw-said")).to_have_text("1 verdict of another reviewer is hidden until yours is in.")
    assert page.locator(".erw :is(script, img, b, iframe, a)").count() == 0
    notes = ".erw-notes:not(.erw-why) >> nth=0"
    for part in (".erw-title", ".erw-quote", ".erw-note", ".erw-where", notes, ".erw-entry >> nth=0"):
        assert '<img src=x onerror="document.title=1">' in page.text_content(part)
    shot(page, "blind")
    page.fill(".erw-reason", "not for us")
    press(page, "Escape", "5")
    page.locator(".erw-entry").first.click()
    expect(page.locator(".erw-said")).to_contain_text("Brook: Substantiated")
    expect(page.locator(".erw-said")).to_contain_text("I have <b>seen</b> it")
    expect(page.locator(".erw-entry").first).to_contain_text("Reviewers disagree")
    page.fill(".erw-name", "Heath")
    press(page, "Enter")
    expect(page.locator(".erw-entry").first).to_contain_text("To settle")
    page.locator(".erw-entry").first.click()
    expect(page.locator(".erw-verdicts h3")).to_have_text("You settle a disagreement")
    shot(page, "settle")
    page.fill(".erw-reason", "it depends on the skin")
    press(page, "Escape", "2")
    expect(page.locator(".erw-entry").first).to_contain_text("Needs qualification")
    with Journal(lab.folder / "blind.db") as journal:
        assert [event.decision.kind for event in journal.events()] == ["decide", "decide", "adjudicate"]
    assert page.title() not in ("1", "2")


def test_five_thousand_claims_stay_usable(lab, open_panel):
    page = open_panel("large", "claims = many(claims, 5000)")
    assert page.locator(".erw-count").text_content() == "0 of 5000 places reviewed"
    assert page.locator(".erw-entry").count() < 40
    page.locator(".erw").focus()
    for reviewed, keys in enumerate(((), (), (), ("s",)), start=1):
        press(page, *keys, "r", "h", "m", "Escape", "2")
        expect(page.locator(".erw-count")).to_have_text(f"{reviewed} of 5000 places reviewed")
    assert [kind for kind, *_ in stored(lab, "large")] == ["needs_qualification"] * 4
    page.evaluate("document.querySelector('.erw-list').scrollTop = 1e9")
    last = page.locator(".erw-entry").last
    expect(last).to_have_attribute("aria-posinset", page.locator(".erw-entry").first.get_attribute("aria-setsize") or "")
    last.click()
    expect(page.locator(".erw-title")).to_have_text(last.get_attribute("title") or "")
    assert page.locator(".erw-entry").count() < 40
    page.fill(".erw-find", "pain ·")
    expect(page.locator(".erw-entry").first).to_contain_text("pain ·")
    shot(page, "large")
