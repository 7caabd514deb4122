"""The review by cards, click by click and key by key, without a notebook: the same script and session that the app runs."""

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from helpers.load import read_folder
from helpers.model.document import Document
from helpers.model.place import Part, Place
from helpers.panel import ReviewSession, review_session
from helpers.panel.assets import SCRIPT, STYLE
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.review import Journal, past_of
from helpers.show.view import View

HEATH = """Microneedling at the Heath Rooms

You can expect two days of downtime. Redness is common and swelling is rare.

Microneedling improves scars. Microneedling improves wrinkles. Microneedling improves pigmentation.
Microneedling improves acne. Microneedling improves hydration. Microneedling improves firmness. Microneedling improves texture.

Our microneedling is completely painless and works for everyone, guaranteed.

Guests with diabetes come first thing in the morning.
"""
MOOR = """Microneedling at Moor House

You can expect two days of downtime or so. The tea is on us.
"""
FRAME = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Review</title><link rel="stylesheet" href="/panel.css">
<style>body { margin: 0; background: Canvas; color-scheme: light dark; }</style><main></main>
<script type="module">
  import panel from "/panel.js";
  const ears = new Set();
  const model = {
    on: (name, hear) => ears.add(hear),
    off: (name, hear) => ears.delete(hear),
    send: async (message) => { const answer = await ask(message); for (const hear of ears) hear(answer); },
  };
  panel.render({ model, el: document.querySelector("main") });
</script></html>"""
SERVED = {
    "/": ("text/html", FRAME.encode()),
    "/panel.js": ("text/javascript", SCRIPT.read_bytes()),
    "/panel.css": ("text/css", STYLE.read_bytes()),
}


def pages(**texts: str) -> list[Document]:
    return [Document(name, text, hashlib.sha256(text.encode()).hexdigest(), f"{name}.txt") for name, text in texts.items()]


class Desk:
    """A reviewer's browser on a few pages, and the journal behind it."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page, self.file = page, file
        self.session: ReviewSession | None = None
        page.expose_function("ask", lambda message: self.session and self.session.answer(message))
        page.route("http://review.test/**", self._serve)

    def open(self, reviewer: str = "Dr. Sand", needed: int = 1, documents: Sequence[Document] = (), **texts: str) -> Page:
        documents = documents or pages(**(texts or {"heath": HEATH, "moor": MOOR}))
        journal = Journal(self.file)
        view = View.of(Pipeline.of().review(documents, past=past_of(journal, documents, needed=needed)))
        self.session = review_session(view, journal, reviewer=reviewer, needed=needed)
        self.page.goto("http://review.test/")
        self.page.wait_for_selector(".erw[data-ready]")
        self.page.locator(".erw").focus()
        return self.page

    def stored(self) -> list[tuple[str, str, int]]:
        with Journal(self.file) as journal:
            journal.verify()
            events = [event.decision for event in journal.events()]
        return [(one.ruling.verdict if one.ruling else one.kind, one.reviewer, len(one.claims)) for one in events]

    @staticmethod
    def _serve(route) -> None:
        kind, body = SERVED[route.request.url.removeprefix("http://review.test")]
        route.fulfill(body=body, content_type=kind)


@pytest.fixture
def desk(page: Page, tmp_path: Path) -> Desk:
    return Desk(page, tmp_path / "journal.db")


def details(desk: Desk, words: str) -> dict:
    """Return what the first card with these words holds."""
    assert desk.session is not None
    return desk.session.detail(next(one["id"] for one in desk.session.queue() if one["words"] == words))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def card(page: Page, words: str) -> None:
    page.locator(".erw-entry", has_text=words).first.click()
    expect(page.locator(".erw-title")).to_contain_text(words)


def rest(page: Page, words: str) -> None:
    """Open the rest of the first page in the list, and untick all but the sentences with these words."""
    card(page, "The rest")
    for line in page.locator(".erw-line").all():
        if words not in line.text_content() and line.is_visible():
            line.locator("> input").uncheck()
    page.locator(".erw").focus()


def scroll_through(page: Page) -> None:
    """Scroll the places to their end by keys."""
    page.locator(".erw").focus()
    for _ in range(12):
        press(page, "Space")
        page.wait_for_timeout(50)


def see_the_warnings(page: Page) -> None:
    """Scroll a checklist to its end by keys."""
    for _ in range(page.locator(".erw-owed li").count()):
        press(page, " ")
        page.wait_for_timeout(60)


def status(page: Page):
    return page.locator(".erw-status")


def shot(page: Page, name: str) -> None:
    """Keep a picture where WORKBOOK_SCREENSHOTS says, if it does, for people to look at."""
    if folder := os.environ.get("WORKBOOK_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"cards_{name}.png")


def test_a_refusal_is_filled_in_from_the_finding_and_kept_by_the_same_key_again(desk: Desk) -> None:
    page = desk.open()
    card(page, "Bold wording")
    press(page, "4")
    expect(status(page)).to_have_text("Filled in from the finding: press 4 again to keep it, or change it first.")
    assert page.input_value(".erw-reason")
    assert desk.stored() == []
    shot(page, "filled")
    press(page, "4")
    expect(status(page)).to_contain_text("Kept: Misleading")
    expect(status(page)).to_contain_text("Without another wording (w) it stays on hold.")
    assert [verdict for verdict, *_ in desk.stored()] == ["misleading"]


def test_substantiated_finds_its_references_filled_in_from_the_register(desk: Desk) -> None:
    page = desk.open(**{document.source_id: document.text for document in read_folder(SEEDS)})
    session = desk.session
    assert session is not None
    places = [(one["id"], place) for one in session.queue() for place in session.detail(one["id"])["places"]]
    name, place = next((name, place) for name, place in places if place["ready"]["references"])
    answer = session.answer({"kind": "open", "ticket": "", "reviewer": None})
    page.select_option(".erw-by-page", value=next(one["page"] for one in answer["entries"] if one["id"] == name))
    page.locator(f".erw-entry[data-id='{name}']").click()
    expect(page.locator(f".erw-line[data-claims*='{place['claim_id']}']")).to_be_visible()
    for line in page.locator(".erw-line").all():
        if place["claim_id"] not in line.get_attribute("data-claims"):
            line.locator("> input").uncheck()
    scroll_through(page)
    press(page, "1")
    expect(status(page)).to_contain_text("Filled in from the register: press 1 again to keep it")
    assert page.input_value(".erw-references").split("\n") == place["ready"]["references"]
    assert desk.stored() == []
    press(page, "1")
    expect(status(page)).to_contain_text("Kept: Substantiated, 1 place.")
    with Journal(desk.file) as journal:
        assert journal.events()[-1].decision.ruling.references == tuple(place["ready"]["references"])


def test_what_nothing_stands_ready_for_is_asked_and_given_by_keys(desk: Desk) -> None:
    page = desk.open()
    rest(page, "days of downtime")
    press(page, "1")
    expect(status(page)).to_contain_text("What shows it? Press f and name a reference")
    press(page, "1")
    expect(page.locator(".erw-references")).to_have_value("")  # the same key again is a verdict, and no word
    press(page, "f")
    expect(page.locator(".erw-references")).to_be_focused()
    page.keyboard.type("1")
    press(page, "Escape", "1")
    expect(status(page)).to_contain_text("'1' is no reference that others can find")
    page.fill(".erw-references", "Heath Rooms: A count of days in bed, 2025")
    press(page, "Escape", "1")
    expect(status(page)).to_contain_text("Kept: Substantiated")


def test_what_stands_ready_for_some_places_is_no_reason_for_the_others(desk: Desk) -> None:
    page = desk.open(**{document.source_id: document.text for document in read_folder(SEEDS)})
    session = desk.session
    assert session is not None
    answer = session.answer({"kind": "open", "ticket": "", "reviewer": None})
    mixed = next(
        one
        for one in answer["entries"]
        if len({bool(place["ready"]["against"]) for place in session.detail(one["id"])["places"]}) > 1
    )
    page.select_option(".erw-by-page", value=mixed["page"])
    page.locator(f".erw-entry[data-id='{mixed['id']}']").click()
    expect(page.locator(".erw-title")).to_have_text(mixed["words"])
    scroll_through(page)
    press(page, "3")
    expect(status(page)).to_contain_text("A refusal needs a reason")
    assert page.input_value(".erw-reason") == ""
    assert desk.stored() == []


def test_more_than_a_screen_of_places_must_be_scrolled_through_and_exceptions_stay_open(desk: Desk) -> None:
    page = desk.open()
    page.set_viewport_size({"width": 1440, "height": 560})
    card(page, "The rest")
    boxes = page.locator(".erw-line > input")
    count = len(details(desk, "The rest")["places"])
    assert boxes.count() > 7
    press(page, "5")
    expect(status(page)).to_contain_text("not on the screen yet: scroll the list through")
    assert desk.stored() == []
    scroll_through(page)
    page.locator(".erw-line", has_text="Microneedling improves scars").locator("> input").uncheck()
    expect(page.locator(".erw-verdicts h3")).to_have_text(f"Your verdict for {count - 1} of {count} places")
    press(page, "5")
    expect(status(page)).to_contain_text(f"Kept: Out of scope, {count - 1} places.")
    assert desk.stored() == [("out_of_scope", "Dr. Sand", count - 1)]
    expect(page.locator(".erw-entry[aria-selected=true]")).to_contain_text(f"To review: 1 of {count} places")


def test_a_sentence_stands_once_and_one_reading_of_it_can_be_taken_out(desk: Desk) -> None:
    page = desk.open()
    card(page, "The rest")
    line = page.locator(".erw-line", has_text="Redness is common and swelling is rare.")
    expect(line).to_have_count(1)
    expect(page.locator(".erw-heading", has_text="Side effects")).to_have_count(1)
    line.locator("label", has_text="swelling: rare").locator("input").uncheck()
    assert line.locator("> input").evaluate("box => box.indeterminate")
    expect(line.locator("label", has_text="swelling: rare")).to_contain_text("exception: decide it apart")
    line.locator("> input").uncheck()
    expect(line.locator("em")).to_have_count(line.locator("label").count())


def test_the_session_refuses_what_was_not_seen_whatever_a_page_says(desk: Desk) -> None:
    desk.open()
    session = desk.session
    assert session is not None
    ids = [place["claim_id"] for place in details(desk, "The rest")["places"]]
    said = {"verdict": "out_of_scope", "reason": "", "wording": "", "references": "", "expires": "", "exceptions": []}
    answer = session.answer({"kind": "rule", "ticket": "", "chosen": ids, "seen": ids[:-1], **said})
    assert answer["kind"] == "failed" and "1 of these places were not on the screen" in answer["why"]


def test_a_misreading_is_one_key_and_is_gone_with_the_next_reading(desk: Desk) -> None:
    page = desk.open()
    rest(page, "days of downtime")
    press(page, "6")
    expect(status(page)).to_contain_text("Kept: Misread")
    page = desk.open()
    expect(page.locator(".erw-entry", has_text="Read wrongly")).to_contain_text("Misread")
    card(page, "Read wrongly")
    press(page, "u")
    expect(status(page)).to_have_text("Your last step was taken back.")
    page = desk.open()
    rest(page, "days of downtime")


def test_a_refused_verdict_leads_back_to_its_card_and_is_no_trouble(desk: Desk) -> None:
    page = desk.open()
    card(page, "Warnings owed")
    title = page.text_content(".erw-title")
    page.fill(".erw-reason", "the page does not offer it")
    press(page, "Escape")
    see_the_warnings(page)
    press(page, "6")
    expect(status(page)).to_contain_text("Nothing was read from these words")
    expect(page.locator(".erw-title")).to_have_text(title)
    expect(page.locator(".erw-trouble")).to_be_hidden()
    expect(page.locator(".erw-reason")).to_have_value("the page does not offer it")
    press(page, "5")
    expect(status(page)).to_contain_text("Kept: Out of scope")


def test_a_quote_says_where_it_stands_in_its_file(desk: Desk) -> None:
    [document] = pages(heath="Microneedling hurts.\n\nMicroneedling has no downtime.\n")
    parts = (Part(0, 20, "text", Place("page 1")), Part(22, 52, "text", Place("page 2")))
    page = desk.open(documents=[replace(document, parts=parts)])
    assert desk.session is not None
    entries = [one["id"] for one in desk.session.queue()]
    name = next(one for one in entries if any("downtime" in place["quote"] for place in desk.session.detail(one)["places"]))
    page.locator(f".erw-entry[data-id='{name}']").click()
    if page.locator(".erw-place").first.is_visible():
        page.locator(".erw-place", has_text="downtime").click()
    expect(page.locator(".erw-where").first).to_contain_text("In “heath.txt”, page 2")


def test_what_was_missed_is_selected_in_the_page_with_the_mouse(desk: Desk) -> None:
    page = desk.open()
    press(page, "p")
    words = page.locator(".erw-page-text > *", has_text="Guests with diabetes")
    words.scroll_into_view_if_needed()
    words.evaluate("""(piece) => {
      const at = piece.firstChild.data.indexOf("Guests with diabetes");
      getSelection().setBaseAndExtent(piece.firstChild, at, piece.firstChild, at + "Guests with diabetes".length);
    }""")
    expect(page.locator(".erw-picked")).to_have_text("“Guests with diabetes”")
    page.click(".erw-add")
    expect(status(page)).to_have_text("What is this claim about? choose a topic")
    page.select_option(".erw-topic", label="Who should not have it")
    page.fill(".erw-item", "diabetes")
    page.select_option(".erw-treatment", label="microneedling")
    shot(page, "missed")
    page.click(".erw-add")
    expect(page.locator(".erw-title")).to_have_text("Missed by the rules, added by reviewers")
    expect(page.locator(".erw-quote")).to_have_text("Guests with diabetes")
    assert desk.stored() == [("missed", "Dr. Sand", 1)]
    press(page, "u")
    expect(page.locator(".erw-entry", has_text="Missed by the rules")).to_have_count(0)
    assert [kind for kind, *_ in desk.stored()] == ["missed", "undo"]


def test_what_was_missed_can_be_told_by_keys_alone(desk: Desk) -> None:
    page = desk.open(heath="Glow day \U0001f33f\n\nMicroneedling needs rest. Bring \U0001f33f and a friend. Sleep well.\n")
    press(page, "p")
    expect(page.locator(".erw-page-text")).to_be_focused()
    press(page, "ArrowDown", "ArrowDown", "ArrowDown")
    expect(page.locator(".erw-picked")).to_have_text("“Bring \U0001f33f and a friend.”")
    press(page, "ArrowUp", "ArrowDown", "Tab")
    page.keyboard.type("Recovery time")
    press(page, "Tab", "Tab", "Tab", "Enter")
    expect(page.locator(".erw-quote")).to_have_text("Bring \U0001f33f and a friend.")


def test_what_is_put_aside_comes_back_when_nothing_else_is_left(desk: Desk) -> None:
    page = desk.open(moor=MOOR)
    first = page.text_content(".erw-title")
    press(page, "s")
    expect(page.locator(".erw-left")).to_contain_text("1 put aside")
    expect(page.locator(".erw-title")).not_to_have_text(first)
    while page.text_content(".erw-title") != first:
        before = page.text_content(".erw-title")
        page.fill(".erw-reason", "seen")
        press(page, "Escape", "5")
        expect(page.locator(".erw-title")).not_to_have_text(before)
    expect(status(page)).to_contain_text(re.compile("here it is again|Kept: Out of scope"))
    expect(page.locator(".erw-left")).not_to_contain_text("put aside")


def test_the_same_as_before_is_offered_with_what_differs_and_confirmed_by_one_key(desk: Desk) -> None:
    page = desk.open()
    rest(page, "days of downtime")
    page.fill(".erw-reason", "Nobody counted the days.")
    press(page, "Escape", "3")
    expect(status(page)).to_contain_text("Kept: Unsubstantiated")
    page = desk.open(heath=HEATH, moor=MOOR)
    page.select_option(".erw-by-page", index=2)
    rest(page, "days of downtime")
    expect(page.locator(".erw-same")).to_contain_text("Same as before: Unsubstantiated (Dr. Sand, ")
    expect(page.locator(".erw-same")).to_contain_text("Nobody counted the days.")
    expect(page.locator(".erw-same del").first).to_be_visible()
    expect(page.locator(".erw-same ins").first).to_be_visible()
    assert len(desk.stored()) == 1
    shot(page, "same")
    press(page, "y")
    expect(status(page)).to_contain_text("Kept: the same as before, 1 place.")
    assert desk.stored() == [("unsubstantiated", "Dr. Sand", 1)] * 2


def test_a_reopened_decision_says_who_when_and_what_changed_word_by_word(desk: Desk) -> None:
    page = desk.open(heath=HEATH)
    rest(page, "days of downtime")
    press(page, "6", "u")
    page.fill(".erw-reason", "Nobody counted the days.")
    press(page, "Escape", "3")
    expect(status(page)).to_contain_text("Kept: Unsubstantiated")
    page = desk.open(heath=HEATH.replace("You can expect two days", "Guests can expect two days"))
    rest(page, "days of downtime")
    expect(page.locator(".erw-lapsed")).to_contain_text("Decided before: Dr. Sand, ")
    expect(page.locator(".erw-lapsed del")).to_have_text("You")
    expect(page.locator(".erw-lapsed ins")).to_have_text("Guests")
    shot(page, "reopened")


def test_a_key_that_is_held_decides_once(desk: Desk) -> None:
    page = desk.open(heath="Side effects\n\nMicroneedling improves scars.\n", moor="Microneedling improves scars.\n")
    page.select_option(".erw-sort", label="By topic")
    card(page, "The rest")
    for _ in range(5):
        page.keyboard.down("5")
        page.wait_for_timeout(100)
    page.keyboard.up("5")
    expect(status(page)).to_contain_text("Kept: Out of scope")
    assert len(desk.stored()) == 1


def test_nothing_outside_the_list_is_decided_and_the_pages_are_searched_too(desk: Desk) -> None:
    page = desk.open()
    title = page.text_content(".erw-title")
    page.fill(".erw-find", "the tea is on us")
    expect(page.locator(".erw-none").first).to_contain_text("Nothing here")
    expect(page.locator(".erw-found mark")).to_have_text("The tea is on us")
    press(page, "Escape", "5")
    expect(status(page)).to_contain_text("This card is not in the list that you see")
    assert desk.stored() == []
    page.click(".erw-passage")
    expect(page.locator(".erw-page-title")).to_contain_text("moor")
    expect(page.locator(".erw-picked")).to_have_text("“The tea is on us”")
    press(page, "Escape")
    page.click(".erw-clear")
    expect(page.locator(".erw-title")).to_have_text(title)
    expect(page.locator(".erw-find")).to_have_value("")


def test_the_list_is_narrowed_by_page_topic_severity_kind_and_state_and_sorted(desk: Desk) -> None:
    page = desk.open()
    entries = page.locator(".erw-entry")
    every = entries.count()
    for name, label in (("by-topic", "Recovery time"), ("by-severity", "High severity"), ("by-kind", "Bold wording")):
        option = page.locator(f".erw-{name} option", has_text=label).first
        page.select_option(f".erw-{name}", value=option.get_attribute("value"))
        assert 0 < entries.count() < every
        page.click(".erw-clear")
        expect(entries).to_have_count(every)
    page.select_option(".erw-by-page", index=2)
    assert all("moor" in words for words in page.locator(".erw-page").all_text_contents())
    page.click(".erw-clear")
    page.select_option(".erw-sort", label="The gravest first")
    marks = [entry.get_attribute("data-severity") for entry in entries.all()]
    assert marks == sorted(marks, key=["high", "medium", "low", ""].index)
    page.select_option(".erw-show", label="My queue")
    expect(entries).to_have_count(every)


def test_a_whole_sentence_is_decided_together(desk: Desk) -> None:
    page = desk.open()
    card(page, "The rest")
    page.locator(".erw-place", has_text="Redness is common").click()
    press(page, "b")
    expect(page.locator(".erw-title")).to_have_text("The whole sentence: “Redness is common and swelling is rare.”")
    count = page.locator(".erw-line label").count()
    assert count >= 2
    shot(page, "sentence")
    press(page, "5")
    expect(status(page)).to_contain_text(f"Kept: Out of scope, {count} places.")
    expect(page.locator(".erw-title")).to_have_text("The rest")
    assert desk.stored() == [("out_of_scope", "Dr. Sand", count)]


def test_who_settles_is_moved_on_and_the_same_key_adds_no_verdict_of_their_own(desk: Desk) -> None:
    for name, key in (("Brook", "3"), ("Reed", "4")):
        page = desk.open(name, needed=2, moor=MOOR)
        card(page, "The rest")
        page.fill(".erw-reason", "As I see it.")
        press(page, "Escape", key)
        expect(status(page)).to_contain_text("Kept")
    page = desk.open("Heath", needed=2, moor=MOOR)
    page.select_option(".erw-show", label="To settle")
    expect(page.locator(".erw-entry")).to_have_count(1)
    card(page, "The rest")
    expect(page.locator(".erw-verdicts h3")).to_contain_text("You settle a disagreement")
    page.fill(".erw-reason", "Reed is right.")
    press(page, "Escape", "4")
    expect(status(page)).to_contain_text("Kept: Misleading")
    press(page, "4", "4")
    page.locator(".erw-entry").first.click()
    press(page, "4")
    expect(status(page)).to_contain_text("You have decided this already, just so; nothing was added.")
    with Journal(desk.file) as journal:
        assert [event.decision.kind for event in journal.events()] == ["decide", "decide", "adjudicate"]


def test_a_page_ends_plainly(desk: Desk) -> None:
    page = desk.open(heath="The Heath Rooms\n\nMicroneedling improves scars.\n", moor=MOOR)
    page.select_option(".erw-by-page", index=1)
    for _ in range(page.locator(".erw-entry").count()):
        page.fill(".erw-reason", "seen")
        press(page, "Escape")
        see_the_warnings(page)
        press(page, "5")
        expect(status(page)).to_contain_text("Kept")
        page.wait_for_timeout(100)
    expect(status(page)).to_contain_text("heath.txt is decided; 1 page left.")
    shot(page, "end")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1440, "dark"), (2560, "light")])
def test_it_fits_every_screen(desk: Desk, width: int, scheme: str) -> None:
    desk.page.emulate_media(color_scheme=scheme)
    desk.page.set_viewport_size({"width": width, "height": 900})
    page = desk.open()
    card(page, "Bold wording")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shot(page, f"{width}_{scheme}")
    boxes = [page.locator(part).bounding_box() for part in (".erw-claim", ".erw-form")]
    assert all(boxes)
    claim, form = boxes
    apart = claim["x"] + claim["width"] <= form["x"] or claim["y"] + claim["height"] <= form["y"] + 1
    assert apart, "the claim and the verdicts lie over each other"
    press(page, "p")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_out_of_reach_of_those_who_do_not_see_or_use_a_mouse(desk: Desk, scheme: str) -> None:
    desk.page.emulate_media(color_scheme=scheme)
    desk.page.set_viewport_size({"width": 1440, "height": 620})
    page = desk.open()
    for words, keys in (
        ("Warnings owed", "?"),
        ("The rest", "n"),
        ("Bold wording", "4"),
        ("Bold wording", "p"),
    ):
        card(page, words)
        press(page, keys)
        page.wait_for_timeout(200)
        told = Axe().run(page, context=".erw")
        assert not told.violations_count, told.generate_report()
        press(page, "Escape")


def test_every_control_can_be_reached_by_keys_and_shows_where_one_is(
    desk: Desk,
) -> None:
    page = desk.open()
    page.locator(".erw-name").focus()
    reached = set()
    for _ in range(60):
        press(page, "Tab")
        found = page.evaluate("""() => {
          const one = document.activeElement;
          if (!one.closest(".erw")) return null;
          return [one.className || one.tagName, getComputedStyle(one).outlineStyle];
        }""")
        if not found:
            break
        reached.add(found[0].split()[-1])
        assert found[1] != "none", f"{found[0]} does not show that it has the focus"
    for name in (
        "erw-find",
        "erw-show",
        "erw-list",
        "erw-verdict",
        "erw-reason",
        "erw-expires",
        "erw-read",
        "erw-skip",
        "erw-undo",
    ):
        assert name in reached
