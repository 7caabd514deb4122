"""The report of the five sources as a reviewer opens it: offline, alive, by mouse and by key, on wide and narrow screens."""

import datetime
import re
from functools import partial

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from reach_pages import GERMAN

from helpers.desk import Desk
from helpers.load import read_folder, read_manifest
from helpers.model import Document
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.show import View
from helpers.show.report import Why, write_report
from helpers.show.standings import standings

HOSTILE = (
    "Mesotherapy has no downtime. <script>document.title = 'owned'</script>"
    "<img src=x onerror=\"document.title='owned'\"> \u202eSessions are 7 days apart.\u202c"
)

STILL = """async () => {
  const size = () => [document.documentElement.scrollWidth, document.documentElement.scrollHeight].join();
  for (let same = 0, before = "", looks = 0; same < 5 && looks < 200; before = size(), looks++) {
    await new Promise((go) => setTimeout(go, 20));
    same = size() === before ? same + 1 : 0;
  }
}"""  # comes to an end when the layout has


def unreviewed(review):
    """What to publish while nobody has decided anything."""
    return Desk(Pipeline.of(), review, (), as_of=datetime.date(2026, 5, 1)).publishing


@pytest.fixture(scope="module")
def review():
    return Pipeline.of().review(read_folder(SEEDS), read_manifest(SEEDS))


@pytest.fixture(scope="module")
def report(review, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    pipeline = Pipeline.of()
    why = Why(partial(pipeline.explain, silent=False), {rule.id: rule.reason for rule in pipeline.pack.rules})
    write_report(review, unreviewed(review), path, why=why)
    return path


@pytest.fixture(scope="module")
def open_report(open_offline, report):
    """Open the report on a page of its own."""

    def run():
        opened = open_offline(report)
        opened.page.locator("#matrix").wait_for()
        return opened

    return run


@pytest.fixture(scope="module")
def kept(open_report):
    return open_report()


@pytest.fixture
def opened(kept):
    """The report on a page that several tests look at, at its first layer."""
    kept.page.set_viewport_size({"width": 1440, "height": 900})
    show(kept.page, "start")
    kept.page.locator("#matrix").wait_for()
    return kept


def show(page, address):
    """Go to an address of the report, and wait until it stands still."""
    page.evaluate("(address) => { location.hash = address }", address)
    page.evaluate(STILL)


VIEWS = ("start", "pages", "page-1", "page-1-text", "page-1-says", "page-1-unread", "findings", "topics", "topic-1", "topic-14",
         "statements", "statement-1-1", "evidence", "wordings", "sources", "find?words=skin")  # fmt: skip
LOOKS = ("start", "page-1", "findings", "topic-1", "statement-1-1")  # one of each look


def test_it_asks_no_host_whatever_is_looked_at(opened):
    for view in VIEWS:
        show(opened.page, view)
    assert opened.requests == []


@pytest.mark.parametrize("width", [2560, 1440, 800, 390])
def test_no_screen_scrolls_sideways(opened, width):
    opened.page.set_viewport_size({"width": width, "height": 900})
    for view in VIEWS:
        show(opened.page, view)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width, view


def test_the_first_layer_is_three_screens_and_says_what_can_be_published(opened):
    page = opened.page
    assert re.match(
        r"0 of 5 can be published; \d+ claims unreviewed; \d+ passages lost or unread\.", page.text_content(".headline")
    )
    last = page.locator("main tbody >> nth=0 >> tr").nth(3).bounding_box()
    assert last["y"] < 900  # at least three sources and the beginning of the fourth without scrolling
    assert page.evaluate("document.documentElement.scrollHeight") <= 3 * 900


def test_it_holds_at_most_a_hundred_kilobytes_a_page(report, review):
    assert report.stat().st_size < 100_000 * len(review.sources)


def test_each_page_is_two_clicks_away(opened, review):
    for place, name in enumerate(View.of(review).names.values()):
        show(opened.page, "start")
        opened.page.locator("main table >> nth=0").get_by_role("link", name=name, exact=True).click()
        opened.page.get_by_role("heading", name=name, level=2).wait_for()
        opened.page.get_by_role("link", name="The text").click()
        opened.page.locator(".passage").first.wait_for()
        shown = "".join(opened.page.locator(".passage .words").all_text_contents())
        words = review.readings[place].document.text.split()
        assert "".join(words[:8]) in "".join(shown.split())


def test_a_square_shows_the_quotes_behind_it_by_mouse_and_by_key(opened, review):
    page = opened.page
    square = page.get_by_role("button", name=re.compile("^Recovery time, 000 Dr Healthy Life: conflict"))
    square.click()
    behind = page.locator("tr.behind")
    behind.locator("h4").first.wait_for()
    quotes = [one.quote for one in review.claims if one.topic == "downtime" and one.source_id.startswith("000")]
    for words in quotes:
        assert " ".join(words.split()) in behind.text_content()
    assert "001 Facial mesotherapy" in behind.text_content()  # against which page
    page.keyboard.press("Enter")
    assert behind.count() == 0
    page.keyboard.press("Enter")
    behind.locator("a.quote").first.click()
    page.locator("mark.here").first.wait_for()


def test_a_link_marks_its_words_and_no_others(opened, review):
    finding = next(one for one in review.findings if one.kind == "implied_within")
    show(opened.page, "findings")
    opened.page.locator("tbody tr").first.locator("a.quote").first.click()
    opened.page.locator("mark.here").first.wait_for()
    assert "".join(opened.page.locator("mark.here").all_text_contents()) == finding.quote_a
    box = opened.page.locator("mark.here").first.bounding_box()
    assert 0 <= box["y"] < 900
    assert opened.page.locator(".passage.led").evaluate("(one) => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_findings_are_narrowed_and_sorted(opened, review):
    page = opened.page
    show(page, "findings")
    rows = page.locator("main tbody tr")
    assert rows.count() == len(review.findings)
    page.get_by_label("Severity").select_option("high")
    assert rows.count() == sum(one.severity == "high" for one in review.findings)
    page.get_by_label("Page", exact=True).select_option("004 Trend Sassy")
    own = [one for one in review.findings if one.severity == "high" and one.source_a.startswith("004")]
    assert rows.count() == len(own)
    page.get_by_label("Severity").select_option("all")
    page.get_by_label("Page", exact=True).select_option("all")
    page.get_by_label("Kind").select_option("Warnings that are left out")
    assert rows.count() == sum(one.kind == "disclosure" for one in review.findings)
    page.get_by_label("Kind").select_option("all")
    page.get_by_label("Sorted by").select_option("page")
    assert "004 Trend Sassy" in rows.last.text_content()
    page.get_by_label("Words").fill("aesthetician")
    assert 0 < rows.count() < len(review.findings)
    assert all("aesthetician" in one for one in rows.all_text_contents())


def test_find_looks_into_the_words_of_the_pages(opened, review):
    page = opened.page
    page.get_by_label("Find").fill("collagen")
    page.keyboard.press("Enter")
    rows = page.locator("main tbody tr")
    rows.first.wait_for()
    count = sum(one.document.text.lower().count("collagen") for one in review.readings)
    page.get_by_text(f"{count} in all.").wait_for()
    rows.first.locator("td a").click()
    page.locator("mark.here").first.wait_for()
    assert page.locator("mark.here").first.text_content().lower() == "collagen"


def test_it_is_read_by_key(open_report):
    page = open_report().page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert width == "3px"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="000 Dr Healthy Life", level=2).wait_for()
    page.go_back()
    page.locator("#matrix").wait_for()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 390)])
def test_axe_finds_nothing_that_keeps_people_from_reading(opened, scheme, width):
    page = opened.page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for view in (*LOOKS, "text-1-1393-1445"):
        show(page, view)
        if view == "start":
            page.locator(".square").first.click()
            page.locator("tr.behind h4").first.wait_for()
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["target"]) for one in found] == [], (view, scheme, width)
    page.emulate_media(color_scheme="light")


def test_a_statement_says_why_it_is_read_so(opened, review):
    place = next(place for place, one in enumerate(review.readings[0].claims) if one.level == "limited")
    show(opened.page, f"statement-1-{place + 1}")
    opened.page.locator("dd ul li").first.wait_for()
    why = opened.page.locator("dd ul li").all_text_contents()
    assert any(re.match(r"“.+”: [A-Z].+\.", line) for line in why)  # the words it rests on, and the reason of the rule
    assert any(line.startswith("How much it says comes from “") for line in why)
    assert "It is about mesotherapy: named in the sentence." in why
    assert not any(re.search(r"\b[a-z]+_?[a-z]*\.[a-z_]+\b", line) for line in why)  # no rule's name


def test_the_first_layer_is_printed_with_a_page_a_source(open_report, review):
    page = open_report().page
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    sheets = page.locator("#paper .sheet")
    assert sheets.locator("h2").all_text_contents() == list(View.of(review).names.values())
    assert "An infection can follow. [Say which signs to watch for and whom to call.]" in sheets.first.text_content()
    assert all(page.locator(part).is_hidden() for part in ("#parts", "#find"))
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert sheets.count() == 0
    made = page.pdf(format="A4")
    assert len(pypdfium2.PdfDocument(made)) >= 2 + len(review.sources)


def test_with_very_many_pages_those_beside_the_report_are_read_when_asked(open_offline, review, tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.show.report.GROUP", 40_000)
    write_report(review, unreviewed(review), tmp_path / "report.html", one_file=100_000)
    assert len(list((tmp_path / "report_pages").glob("*.js"))) > 1
    opened = open_offline(tmp_path / "report.html")
    opened.page.locator("#matrix").wait_for()
    assert opened.requests == []
    show(opened.page, "page-5-text")
    opened.page.locator(".passage").first.wait_for()
    assert len(opened.requests) == 1 and opened.requests[0].startswith((tmp_path / "report_pages").as_uri())
    show(opened.page, "statements")
    opened.page.get_by_text(f"{len(review.claims)} in all.").wait_for()
    assert all(one.startswith("file:") for one in opened.requests)
    (tmp_path / "report_pages" / "0.js").unlink()
    opened = open_offline(tmp_path / "report.html")
    show(opened.page, "page-1")
    opened.page.get_by_text("report_pages/0.js is not beside the report").wait_for()


def test_every_statement_and_every_sentence_that_no_rule_took_is_there(opened, review):
    show(opened.page, "statements")
    opened.page.get_by_text(f"{len(review.claims)} in all.").wait_for()
    show(opened.page, "sources")
    unread = sum(row.status == "unread" for row in review.ledger)
    opened.page.get_by_text(f"{unread} in all.").wait_for()


def test_each_page_begins_with_its_grave_cards_in_words_a_reviewer_knows(opened, review):
    words = ""
    for place in range(len(review.sources)):
        show(opened.page, f"page-{place + 1}")
        opened.page.locator("main .card, main .note").first.wait_for()
        heads = opened.page.locator(".card h3").all_text_contents()
        assert heads == sorted(heads, key=lambda head: ["▲▲▲", "▲▲ ", "▲ l"].index(head[:3]))
        words += opened.page.locator("main").text_content()
    assert "CDC, Outbreak of Mesotherapy" in words  # a row of the table of warnings, by who said it
    assert not re.search(
        r"\b(?:missing_warning|absolute_safety|W-[A-Z]+-\d+|R-\d{3}|A-\d{3}|None|undefined|unspecified)\b", words
    )
    assert not re.search(r"\b[0-9a-f]{12,}\b|\b[a-z]+_[a-z]+\b", words)  # neither hashes nor names of columns


def test_no_view_shows_names_of_the_code(opened):
    for view in VIEWS:
        show(opened.page, view)
        words = opened.page.inner_text("main")
        assert len(words) > 20, view
        assert not re.search(r"\b[0-9a-f]{12,}\b|[a-z]_[a-z]|\bundefined\b|\bNaN\b|\[object|unspecified", words), view


def test_places_are_right_behind_characters_of_two_units(open_offline, tmp_path):
    text = "\U0001f600\U0001f44d Mesotherapy has no downtime. \U0001f600 Sessions are 7 days apart, caf\u00e9 included."
    review = Pipeline.of().review([Document("smile", text, "", "smile.txt")])
    write_report(review, unreviewed(review), tmp_path / "report.html")
    page = open_offline(tmp_path / "report.html").page
    for number, claim in enumerate(review.claims):
        show(page, f"statement-1-{number + 1}")
        assert page.locator("dd a.quote").first.text_content() == f"“{claim.quote}”"
        page.locator("dd a.quote").first.click()
        page.locator("mark.here").first.wait_for()
        assert "".join(page.locator("mark.here").all_text_contents()) == claim.quote
    assert len(review.claims) >= 2
    show(page, "find?words=cafe%20incl")
    page.locator("main tbody td a").first.click()
    page.locator("mark.here").first.wait_for()
    assert page.locator("mark.here").text_content() == "caf\u00e9 incl"


def test_hostile_text_stays_text(open_offline, tmp_path):
    pages = [Document(name, HOSTILE, "0" * 64, f"{name}.txt") for name in ("<b>one</b>", "two")]
    review = Pipeline.of().review(pages)
    write_report(review, unreviewed(review), tmp_path / "report.html")
    opened = open_offline(tmp_path / "report.html")
    opened.page.locator("#matrix").wait_for()
    for view in VIEWS:
        show(opened.page, view)
        assert opened.page.title() == "Evidence review"
        assert opened.page.locator("main img, main script, main b b").count() == 0
    show(opened.page, "page-1-text")
    assert "<script>document.title = 'owned'</script>" in opened.page.text_content("main")
    assert opened.page.locator("mark.strange").count() == 2  # the marks that turn the direction round
    assert opened.requests == []


def test_a_page_that_could_not_be_read_is_nowhere_called_right(open_offline, tmp_path):
    review = Pipeline.of().review([Document("german", GERMAN, "", "german.md")])
    write_report(review, unreviewed(review), tmp_path / "report.html")
    page = open_offline(tmp_path / "report.html").page
    for view in VIEWS:
        show(page, view)
        words = page.text_content("main")
        for wrong in ("Nothing was found against it", "Nothing was found.", "was read on it.", "was lost.", "claim was read."):
            assert wrong not in words, view


def test_the_five_sources_stand_as_a_reviewer_reads_them(review):
    held = standings(View.of(review))
    shown = {topic: [one.shown for one in by_source.values()] for topic, by_source in held.items()}
    assert shown["downtime"] == ["conflict", "conflict", "silent", "silent", "silent"]
    assert shown["session_interval"] == ["conflict", "silent", "conflict", "silent", "silent"]
    assert shown["side_effect"][2:4] == ["unknown", "not_comparable"]
    assert shown["evidence_basis"][0] == shown["evidence_basis"][4] == "conflict"
    ids = [source.source_id for source in review.sources]
    assert held["downtime"][ids[1]].others["conflict"] == (ids[1],)  # with the bruises that it names itself
    assert ids[1] in held["downtime"][ids[0]].others["conflict"]
