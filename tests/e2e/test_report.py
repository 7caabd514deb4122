"""The report of the five sources as a reviewer opens it: offline, alive, by mouse and by key, on wide and narrow screens."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup

from helpers.desk import Desk
from helpers.load import read_folder, read_manifest
from helpers.model import Document
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.show import View
from helpers.show.report import write_report
from helpers.show.standings import standings

HOSTILE = (
    "Mesotherapy has no downtime. <script>document.title = 'owned'</script>"
    "<img src=x onerror=\"document.title='owned'\"> \u202eSessions are 7 days apart.\u202c"
)

STILL = """async () => {
  const size = () => [document.documentElement.scrollWidth, document.documentElement.scrollHeight].join();
  for (let frames = 0, before = ""; frames < 20; before = size()) {
    await new Promise(requestAnimationFrame);
    frames = size() === before ? frames + 1 : 0;
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
    write_report(review, unreviewed(review), path)
    return path


@pytest.fixture(scope="module")
def open_report(open_offline, report):
    """Open the report on a page of its own."""

    def run():
        opened = open_offline(report)
        opened.page.wait_for_function("document.getElementById('figure-matrix').style.minHeight")
        return opened

    return run


@pytest.fixture(scope="module")
def kept(open_report):
    return open_report()


@pytest.fixture
def opened(kept):
    """The report on a page that several tests look at, from its top."""
    kept.page.set_viewport_size({"width": 1440, "height": 900})
    kept.page.evaluate("scrollTo(0, 0)")
    kept.page.evaluate(STILL)
    return kept


def test_it_asks_no_host_and_every_figure_is_alive(opened):
    page = opened.page
    figures = page.locator(".drawing")
    assert figures.count() > 10
    for place in range(figures.count()):  # each is drawn when it comes near the window
        figures.nth(place).scroll_into_view_if_needed()
        figures.nth(place).locator(".main-svg").first.wait_for()
    page.locator("#figure-matrix .nsewdrag").hover(position={"x": 40, "y": 20})
    page.wait_for_selector("#figure-matrix .hovertext")
    assert opened.requests == []


@pytest.mark.parametrize("width", [1440, 800, 390])
def test_no_screen_scrolls_sideways(opened, width):
    opened.page.set_viewport_size({"width": width, "height": 900})
    opened.page.evaluate(STILL)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_screen_says_what_can_be_published(opened):
    page = opened.page
    assert re.match(
        r"0 of 5 can be published; \d+ claims unreviewed; \d+ passages lost or unread\.", page.text_content(".headline")
    )
    last = page.locator("#start tbody >> nth=0 >> tr").nth(3).bounding_box()
    assert last["y"] < 900  # at least three sources and the beginning of the fourth without scrolling


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


def test_a_quote_leads_to_its_place_and_a_number_back_to_its_claim(opened):
    page = opened.page
    link = page.locator("#start a[href^='#text-']").nth(1)
    target = link.get_attribute("href")
    link.click()
    assert 0 <= page.locator(target).bounding_box()["y"] < 900
    number = page.locator("#texts sup a").first
    row = number.get_attribute("href")
    number.click()
    assert 0 <= page.locator(row).bounding_box()["y"] < 900


def test_it_prints_with_its_figures_on_the_paper(open_report):
    page = open_report().page
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("[...document.querySelectorAll('.drawing .main-svg')].every((one) => one.width.baseVal.value <= 700)")
    assert page.locator("nav").is_hidden()
    assert page.locator(".folded:not([open])").count() == 0
    assert len(page.pdf(format="A4")) > 100_000


def test_hostile_text_stays_text(open_offline, tmp_path):
    pages = [Document(name, HOSTILE, "0" * 64, f"{name}.txt") for name in ("<b>one</b>", "two")]
    review = Pipeline.of().review(pages)
    write_report(review, unreviewed(review), tmp_path / "report.html")
    opened = open_offline(tmp_path / "report.html")
    opened.page.locator("#figure-matrix").scroll_into_view_if_needed()
    opened.page.wait_for_selector("#figure-matrix .main-svg")
    assert opened.page.title() == "Evidence review"
    assert opened.requests == []
    assert opened.page.locator("main img, main script, main b").count() == 0
    assert "<script>document.title = 'owned'</script>" in opened.page.text_content("#texts")


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


def test_every_claim_and_every_finding_is_on_the_page(review, report):
    page = BeautifulSoup(report.read_text(encoding="utf-8"), "html.parser")
    assert len(page.select("#claims tr[id^='c-']")) == len(review.claims)
    heads = [one.get_text(" ") for one in page.select("#cards th[scope=row]")]
    for finding in review.findings:
        pages = {finding.source_a, finding.source_b or finding.source_a} if finding.problem is None else {finding.source_a}
        shown = sum(head.endswith(f"No. {finding.rank}") for head in heads)
        assert shown == (0 if finding.kind == "disclosure" else len(pages))
    left_out = sum(len(finding.warning) for finding in review.findings if finding.kind == "disclosure")
    assert sum("No." not in head and "“" not in head for head in heads) == left_out


def test_each_page_begins_with_its_grave_cards_in_words_a_reviewer_knows(review, report):
    page = BeautifulSoup(report.read_text(encoding="utf-8"), "html.parser")
    assert [one.text for one in page.select("#cards h3")] == list(View.of(review).names.values())
    words = page.select_one("#cards").text
    captions = [one.text for one in page.select("#cards caption")]
    assert captions[0].endswith(("Warnings owed: mesotherapy", "The page against itself"))
    assert "CDC, Outbreak of Mesotherapy" in words  # a row of the table of warnings, by who said it
    assert not re.search(r"\b(?:missing_warning|absolute_safety|W-[A-Z]+-\d+|R-\d{3}|A-\d{3}|None|unspecified)\b", words)
