"""Tables: marked heads, escaped text, words as a data frame."""

import pytest
from bs4 import BeautifulSoup

from helpers.model.strange import revealed
from helpers.show.html import UNTYPESET
from helpers.show.parts import Bit, Table, cell

HOSTILE = ["<script>alert(1)</script>", '" onmouseover="alert(1)', "'><img src=x>", "\u202eright to left\u202c", "{{ 7 * 7 }}"]


def soup(part, *, inline):
    return BeautifulSoup(part.html(inline=inline), "html.parser")


@pytest.mark.parametrize("inline", [True, False], ids=["notebook", "report"])
@pytest.mark.parametrize("words", HOSTILE)
def test_text_is_never_markup(words, inline):
    table = Table(words, (words, "b"), [(words, cell(Bit(words, href=f"#{words}", quoted=True), Bit(words, looks=("quiet",))))])
    made = soup(table, inline=inline)
    assert {tag.name for tag in made.find_all()} <= {
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "span",
        "br",
        *(("mark", "small") if revealed(words) != words else ()),
    }
    assert not [name for tag in made.find_all() for name in tag.attrs if name.startswith("on")]
    assert made.caption.text == revealed(words)
    assert made.find("td").a.text == f"“{revealed(words)}”"
    assert made.find("td").a["href"] == f"#{words}"


def test_heads_name_their_column_or_row():
    made = soup(Table("A caption", ("what", "count"), [("one", 1), ("two", 2)]), inline=False)
    assert [(head.text, head["scope"]) for head in made.find_all("th")] == [
        ("what", "col"),
        ("count", "col"),
        ("one", "row"),
        ("two", "row"),
    ]
    assert made.div["tabindex"] == "0"  # a wide table scrolls by key


def test_styles_go_into_each_element_of_a_notebook_and_by_class_into_the_report():
    table = Table("A caption", ("what",), [(cell("x", looks=("fill-conflict",)),)])
    inline = table.html(inline=True).replace(f'class="{UNTYPESET}"', "")
    assert "style=" in inline and "class=" not in inline
    assert "class=" in table.html(inline=False) and "style=" not in table.html(inline=False)


def test_a_table_without_rows_says_so():
    assert soup(Table("A caption", ("what",), [], empty="Nothing was lost."), inline=True).text.strip() == "Nothing was lost."
    assert repr(Table("A caption", ("what",), [], empty="Nothing was lost.")) == "Nothing was lost."
    assert repr(Table("A caption", ("what",), [("x",)])) == "A caption"


def test_a_table_is_a_data_frame_of_its_words():
    table = Table("A caption", ("what", "count"), [(cell(Bit("said", quoted=True), "by whom"), 3)], ids=["row-1"])
    frame = table.frame()
    assert list(frame.columns) == ["what", "count"]
    assert frame.to_dict("records") == [{"what": "“said”\nby whom", "count": 3}]


def test_rows_can_be_linked_to_from_a_notebook_and_from_the_report():
    table = Table("A caption", ("what",), [("x",)], ids=["c-1"])
    assert soup(table, inline=False).find(id="c-1").name == "tr"
    assert soup(table, inline=True).find(attrs={"data-jupyter-id": "c-1"}).name == "tr"
