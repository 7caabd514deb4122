"""Where a quote stands in its file leads from the report and the annotations; what was not read is told there."""

import datetime
import json
from pathlib import Path

import pytest
from made_files import flowing, pdf

from helpers.cli.run import review_folder
from helpers.desk import Desk
from helpers.export.json_ld import write_annotations
from helpers.outputs import dossier_of
from helpers.pipeline import Pipeline
from helpers.review import Journal
from helpers.show import marked_texts, not_read
from helpers.show.sources import lost_lists
from helpers.show.view import View

SAYS = "Microneedling has no downtime. It helps with acne scars in most people who come to us."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pages")
    (made / "leaflet.pdf").write_bytes(pdf([], flowing(SAYS, top=100)))
    page = "<title>Home</title><nav>Menu</nav><main><h1 id=top>Microneedling</h1><p>It has no downtime.</p></main>"
    (made / "page.html").write_text(page)
    (made / "notes.rtf").write_text("{rtf}")
    return made


@pytest.fixture(scope="module")
def view(folder: Path) -> View:
    return View.of(review_folder(folder, Pipeline.of("aesthetics")))


def test_what_was_not_read_is_listed_with_its_reason(view: View) -> None:
    assert not_read(view).rows == [
        ("leaflet.pdf", "page 1 is a picture; its words are not read"),
        ("notes.rtf", "rich text is not read; save it as .docx"),
    ]


def test_silence_of_a_file_that_could_not_be_read_whole_is_unknown(view: View) -> None:
    silent = {row.source_a: row.relation for row in view.review.relations if row.relation in ("silent", "unknown")}
    assert silent == {"leaflet": "unknown", "page": "silent"}


def test_a_page_that_is_a_picture_is_a_gap_with_a_place_and_without_a_quote(view: View) -> None:
    gap = next(gap for gap in view.review.gaps if gap.source_id == "leaflet")
    assert (gap.start, gap.end, gap.missing) == (0, 0, "page 1 is a picture; its words are not read")
    source, said, _ = lost_lists(view).rows[0]
    assert said.text == gap.missing
    assert f'id="{source.href[1:]}"' in marked_texts(view).html(inline=False)


def test_each_passage_tells_its_place(view: View) -> None:
    shown = [passage.place for text in marked_texts(view).parts for passage in text.values["passages"]]
    assert shown[0].startswith("page 2, 60 101 to")
    assert "html > body > main:nth-of-type(1) > p:nth-of-type(1)" in shown


def test_annotations_lead_into_the_files(view: View, tmp_path: Path) -> None:
    with Journal(tmp_path / "journal.db") as journal:
        desk = Desk(Pipeline.of("aesthetics"), view.review, journal.events(), as_of=datetime.date(2026, 1, 2))
    write_annotations(dossier_of(desk), tmp_path / "annotations.jsonld")
    items = json.loads((tmp_path / "annotations.jsonld").read_text())["first"]["items"]
    selectors = [one for item in items for one in item["target"]["selector"]]
    assert {"type": "CssSelector", "value": "html > body > main:nth-of-type(1) > p:nth-of-type(1)"} in selectors
    assert any(one["type"] == "FragmentSelector" and one["value"].startswith("page=2&viewrect=60,") for one in selectors)
