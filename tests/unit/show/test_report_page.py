"""The report as a page: nothing to ask for, everything linked, text never markup."""

import itertools
import json
import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from helpers.show.grid import Square, broken, drawn, grid_figure
from helpers.show.report import report_html, write_report

HOSTILE = '<script>alert(1)</script> "onmouseover="alert(1) \u202eRTL {{ 7*7 }} $x$ =HYPERLINK("http://x.invalid")'


@pytest.fixture
def review(look, claim_in, found, related):
    texts = {"a": f"{HOSTILE} no rest.", "b": "Two days of rest."}
    a = claim_in("a", texts["a"], texts["a"], level="none", item=None)
    b = claim_in("b", texts["b"], "Two days", level="some", low=2.0, high=2.0, unit="day")
    odd = {"title": HOSTILE, "publisher": HOSTILE, "sells": HOSTILE}
    view = look(
        texts,
        [a, b],
        sources={"a": odd},
        relations=(related("conflict", a, b, reason=HOSTILE),),
        findings=(found("high", a, b, reason=HOSTILE),),
    )
    return view.review


@pytest.fixture
def page(review, work):
    return BeautifulSoup(report_html(review, work(review)), "html.parser")


def test_text_of_a_source_is_never_markup(page):
    scripts = page.find_all("script")
    assert [script.get("type") for script in scripts] == ["application/json", None, None]
    assert not [tag for tag in page.find_all() if any(name.startswith("on") for name in tag.attrs)]
    assert HOSTILE in page.find(id="texts").get_text()
    assert "</script" not in scripts[0].string and "<" not in scripts[0].string


def test_nothing_is_asked_of_any_host(page):
    assert not page.find_all(["link", "img", "iframe", "object", "embed", "video", "audio", "form", "base"])
    assert not page.find_all(src=True)
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline'" not in policy.split("style-src")[0]
    assert not re.search(r"@import|url\(", page.style.string)


def test_every_link_within_the_page_leads_somewhere(page):
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in page.find_all("a", href=re.compile("^#"))} <= set(ids)
    for name in ("aria-labelledby", "aria-describedby"):
        assert {tag[name] for tag in page.find_all(attrs={name: True})} <= set(ids)


def test_headings_and_landmarks_are_in_order(page):
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert [len(page.find_all(name)) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert page.html["lang"] == "en" and page.find("a", class_="skip")["href"] == "#main"
    assert all(table.caption and table.find("th", scope="col") for table in page.find_all("table"))


def test_every_figure_has_a_place_a_title_and_words(page):
    drawings = json.loads(page.find(id="drawings").string)
    assert set(drawings["pictures"]) == {tag["id"] for tag in page.find_all(class_="drawing")}
    for place in drawings["pictures"]:
        shown = page.find(id=place)
        assert shown["role"] == "img"
        assert page.find(id=shown["aria-labelledby"]).text.strip()
        assert page.find(id=shown["aria-describedby"]).text.strip()


def test_two_reports_are_the_same_bytes(review, work, tmp_path):
    for name in ("one.html", "two.html"):
        write_report(review, work(review), tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_a_folder_where_nothing_is_claimed_has_a_report(look, work):
    review = look({"a": "Nothing of note."}).review
    page = BeautifulSoup(report_html(review, work(review)), "html.parser")
    assert "0 of 1 can be published; no claim was found" in page.header.text


@pytest.mark.parametrize("words", ["<b>x</b>", "a & b", "$x^2$", "<a href='http://x.invalid'>x</a>"])
def test_figures_show_tags_and_formulas_as_text(words):
    figure = grid_figure(words, [words], [words], [[Square(words, "#ffffff", words)]])
    made = json.dumps(figure.to_plotly_json()["data"]) + json.dumps(figure.to_plotly_json()["layout"])
    assert "<b>" not in made and "<a" not in made and "$" not in made


def test_titles_are_broken_between_words():
    assert broken("word " * 40).count("<br>") == 1
    assert drawn("a\nb") == "a<br>b"


def test_figures_hold_plain_lists_and_no_template():
    figure = grid_figure("title", ["r"], ["c"], [[Square("x", "#ffffff")]])
    made = json.dumps(figure.to_plotly_json()["data"])
    assert "bdata" not in made
    assert len(json.dumps(figure.to_plotly_json()["layout"], default=str)) < 3000


def test_looking_loads_neither_pandas_nor_plotly():
    code = "import sys, helpers.show, helpers.notebook; print(sorted({'pandas', 'plotly', 'IPython'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
