"""What people see of pages that could not be read, of a page that stands alone, and of one that makes no claim."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from bs4 import BeautifulSoup
from reach_pages import ENGLISH, FRENCH, GERMAN, LITTLE, NO_CLAIM, NO_TREATMENT, OTHER_FIELD

from helpers import show
from helpers.desk import Desk
from helpers.model import Document
from helpers.notebook import open_quality, open_review
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.show.parts import Picture
from helpers.show.report import report_html
from helpers.show.view import View

MIXED = {"german": GERMAN, "match": OTHER_FIELD, "note": LITTLE, "peel": ENGLISH, "part": f"{ENGLISH} {ENGLISH}\n\n{FRENCH}"}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.of("aesthetics")


@pytest.fixture
def read(pipeline: Pipeline) -> Callable[[dict[str, str]], tuple[View, Desk]]:
    def make(pages: dict[str, str]) -> tuple[View, Desk]:
        review = pipeline.review([Document(name, text, "", f"{name}.md") for name, text in sorted(pages.items())])
        return View.of(review), Desk(pipeline, review, [], as_of=date(2031, 5, 4))

    return make


def test_the_first_page_tells_what_could_not_be_read(read):
    view, desk = read(MIXED)
    told = repr(show.headline(view, desk.readiness))
    assert "3 pages could not be read; on the others 1 passage lost or unread." in told.splitlines()[0]
    assert "Could not be read: german.md: it is written in German, and the pack reads English." in told
    assert "Not read in part: part.md (1 passage in French)." in told
    rows = show.source_proposals(view, desk.readiness).frame().set_index("Source")
    worst = {name.split("\n")[0]: words for name, words in rows["What is gravest"].items()}
    assert worst["german.md"].startswith("Could not be read: it is written in German")
    assert worst["match.md"].startswith("Could not be read: too few of its words")
    assert worst["note.md"] == "Could not be read: it holds only 5 words outside website furniture."
    assert worst["peel.md"].startswith("It leaves out: It can burn the skin; ")


def test_the_report_knows_that_nothing_is_known_of_a_page_that_could_not_be_read(read):
    view, desk = read({"german": GERMAN})
    page = BeautifulSoup(report_html(view.review, desk.publishing), "html.parser")
    assert [one.text for one in page.header.find_all(role="note")] == view.notices
    first = json.loads(page.find(id="first").string)
    assert first["pages"][0]["shut"].startswith("Could not be read: it is written in German")
    assert first["read"] == " on the pages that could be read"
    words = json.dumps(first)
    for wrong in ("Nothing was found against it", "no passages lost or unread", "It makes no claim", "It owes no warning"):
        assert wrong not in words
    assert "No list was lost on the pages that could be read" in words


def test_in_the_matrix_a_page_that_could_not_be_read_is_not_silent(read):
    view, _ = read(MIXED)
    held = {page: set(column) for page, column in show.matrix_table(view).frame().drop(columns="Topic").items()}
    assert held["german.md"] == held["match.md"] == held["note.md"] == {"/ not read"}
    assert "/ not read" in repr(show.legend(view)).replace(":", "")
    assert {row.source_a for row in view.review.relations if row.relation == "silent"} == {"part", "peel"}


def test_every_sentence_that_could_not_be_read_is_accounted_for(read):
    view, _ = read({"german": GERMAN, "peel": ENGLISH})
    table = show.accounting_table(view).frame().set_index("Source")
    assert table.loc["german.md", "could not be read"] == table.loc["german.md", "Sentences"]
    assert table.loc["peel.md", "could not be read"] == 0
    left = show.left_unread(view).frame()
    assert list(left["What was not read"]) == ["In another language (German)"]
    assert "could not be read at all" in show.accounting_picture(view).title


def test_where_all_was_read_no_word_is_lost_about_it(read):
    view, desk = read({"peel": ENGLISH})
    assert show.banner(view) is None
    assert view.where_read == ""
    assert "read" not in repr(show.headline(view, desk.readiness)).replace("unread", "")
    assert "could not be read" not in show.accounting_table(view).columns


def test_a_banner_says_when_the_pack_knows_no_treatment_that_a_page_is_about(read):
    view, _ = read({"peel": ENGLISH, "unknown": NO_TREATMENT})
    assert repr(show.banner(view)).startswith("Treatment not known: unknown.md. The pack knows no treatment that it is about")


def test_a_page_alone_is_set_against_nothing(read):
    view, _ = read({"peel": ENGLISH})
    assert "there is no other to set it against" in repr(show.matrix_picture(view))
    assert "there is no other to set it against" in repr(show.matrix_table(view))
    assert repr(show.contradiction_picture(view)) == "peel.md: no conflicts with itself."
    assert all("pages" not in part.title for part in show.range_pictures(view).parts if isinstance(part, Picture))


def test_a_page_without_a_claim_has_no_empty_figure(read):
    view, desk = read({"plain": NO_CLAIM})
    assert "no claim was found" in repr(show.headline(view, desk.readiness))
    [row] = show.source_proposals(view, desk.readiness).frame().to_dict("records")
    assert "no claim was read" in row["What to do; findings"]
    assert row["What is gravest"].endswith("more.\nwhere it offers microneedling")  # it offers a treatment and warns of nothing
    drawn = [show.matrix_picture(view), show.wording_picture(view), *show.level_pictures(view).parts]
    assert drawn
    assert not any(isinstance(part, Picture) for part in drawn)


@pytest.mark.parametrize("name", ["annotated", "another text under the same name"])
def test_figures_are_of_annotated_texts_only_and_say_of_which(name, tmp_path):
    source = sorted(path for path in SEEDS.iterdir() if path.suffix in (".txt", ".md"))[0]
    text = source.read_text(encoding="utf-8")
    (tmp_path / source.name).write_text(text if name == "annotated" else f"{text}\nMore.\n", encoding="utf-8")
    (tmp_path / "peel.md").write_text(ENGLISH, encoding="utf-8")
    view = open_review(str(tmp_path), "aesthetics")
    quality = open_quality(view)
    tables = [show.overall_scores(view, quality), show.topic_scores(view, quality), show.missed_claims(view, quality)]
    if name == "annotated":
        assert quality.sources == (source.stem,)
        for table in tables:
            told = table.caption if table.rows else table.empty
            assert "On 1 of the 2 pages here; the others were not counted. The rules were written beside them" in told
        assert tables[0].rows
    else:
        assert quality.sources == ()
        assert not any(table.rows for table in tables)
        assert "People have annotated none of these pages" in tables[0].empty
        assert "%" not in repr(show.shares_right(view, quality))
