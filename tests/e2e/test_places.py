"""A quote of a web page and of a PDF in the report, clicked: its passage, marked, with the place in the file it was read from."""

import datetime
import re

import pytest

from helpers.desk import Desk
from helpers.load import open_folder
from helpers.pipeline import Pipeline
from helpers.show.report import write_report
from tests.made_files import flowing, pdf

SENTENCE = "Mesotherapy sessions are spaced three weeks apart."
FILLER = (
    "Mesotherapy for the skin begins with a talk about what you hope for. Injections place vitamins into the skin of the face. "
)
PAGE = f"""<!doctype html><html><head><title>Skin visits</title></head><body>
<nav><a href="/">Start</a> <a href="/prices">Prices</a></nav>
<main><article><h1>Mesotherapy for the face</h1>
<p>{FILLER * 4}</p><p>{FILLER * 3}</p>
<div class="facts"><p id="course">{SENTENCE} Swelling lasts for two days.</p></div>
<p>{FILLER * 4}</p></article></main>
<footer>Imprint</footer></body></html>"""


@pytest.fixture(scope="module")
def opened(open_offline, tmp_path_factory):
    folder = tmp_path_factory.mktemp("places")
    (folder / "visit.html").write_text(PAGE, encoding="utf-8")
    first = [(60, 60, 18, "Mesotherapy for the face"), *flowing(FILLER * 6, top=120)]
    second = [*flowing(FILLER * 3), *flowing(f"{SENTENCE} Swelling lasts for two days.", top=300)]
    (folder / "leaflet.pdf").write_bytes(pdf(first, second))
    held = open_folder(folder)
    review = Pipeline.of().review(held.documents, passed=held.passed)
    path = folder / "report.html"
    write_report(review, Desk(Pipeline.of(), review, (), as_of=datetime.date(2026, 5, 1)).publishing, path)
    return open_offline(path).page


@pytest.mark.parametrize("place", [r"#course", r"page 2, 60 30\d to \d+ 3\d\d"])  # of the web page, of the PDF
def test_a_click_on_a_quote_shows_its_passage_and_its_place_in_the_file(opened, place):
    number = 2 if place == "#course" else 1  # leaflet.pdf, visit.html
    opened.evaluate("(number) => { location.hash = `page-${number}-says` }", number)
    opened.locator("main a", has_text="“spaced three weeks”").first.click()
    passage = opened.locator(".passage.led")
    passage.locator("mark.here").first.wait_for()
    assert passage.count() == 1
    assert 0 <= passage.bounding_box()["y"] < 900
    assert "".join(passage.locator("mark.here").all_text_contents()) == "spaced three weeks"  # just these words, nothing around
    said = passage.locator(".words").text_content()
    assert said.startswith(SENTENCE[:-19])
    assert re.search(rf"\[{place}\]$", said)
