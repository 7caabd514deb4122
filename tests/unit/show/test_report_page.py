"""The report as a page: nothing to ask for, everything linked, text never markup."""

import json
import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from helpers.show.grid import Square, broken, drawn, grid_figure
from helpers.show.parts import Bit
from helpers.show.report import report_html, write_report
from helpers.show.report.embed import embedded
from helpers.show.report.wording import Cells, Wording

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


@pytest.fixture
def held(page):
    """What the report holds of its pages."""
    return json.loads(page.find(id="group-0").string)


def test_text_of_a_source_is_data_and_never_markup(page, held):
    scripts = page.find_all("script")
    assert [script.get("type") for script in scripts] == ["application/json", None, "application/json"]
    assert not [tag for tag in page.find_all() if any(name.startswith("on") for name in tag.attrs)]
    assert held["pages"][0]["text"] == f"{HOSTILE} no rest."
    assert not any(sign in script.string for script in (scripts[0], scripts[2]) for sign in "<>&")


def test_the_script_makes_elements_and_never_markup(page):
    script = page.find_all("script")[1].string
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc"):
        assert way not in script


def test_a_text_stands_once(look, claim_in, work):
    words = "A visitor needs two days of rest after the peel"
    claims = [claim_in("a", f"{words}.", words, topic=topic) for topic in ("downtime", "safety", "pain")]
    made = report_html(look({"a": f"{words}."}, claims).review, work(look({"a": f"{words}."}, claims).review))
    assert made.count(words) == 1


def test_nothing_is_asked_of_any_host(page):
    assert not page.find_all(["link", "img", "iframe", "object", "embed", "video", "audio", "base"])
    assert not page.find_all(src=True) and not page.find("form", action=True)
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline'" not in policy.split("style-src")[0]
    assert not re.search(r"@import|url\(", page.style.string)


def test_an_address_that_is_none_of_the_web_is_no_link(look, work):
    cells = Cells(look({"a": "Nothing."}), Wording())
    assert cells.of(Bit("x", href="https://example.org/")) == [[{"h": "https://example.org/", "w": 0}]]
    assert cells.of(Bit("x", href="javascript:alert(1)")) == [[{"w": 0}]]


def test_headings_and_landmarks_are_in_order(page):
    assert len(page.find_all("h1")) == 1
    assert [len(page.find_all(name)) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert page.html["lang"] == "en" and page.find("a", class_="skip")["href"] == "#main"


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


@pytest.mark.parametrize("words", ["</script><script>x", "<!--", "]]>", "a\u2028b", "&lt;", "\ud83d half", "\U0001f600", '"\\'])
def test_what_is_embedded_comes_back_and_ends_no_element(words):
    made = embedded([words])
    assert json.loads(made) == [words]
    assert not set("<>&\u2028\u2029\ud83d") & set(made)
    made.encode("utf-8")
