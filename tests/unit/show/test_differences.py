"""The matrix of treatments by topics: what differs between the pages that speak of one treatment."""

from helpers.model import Document
from helpers.pipeline import Pipeline
from helpers.show.differences import difference_table
from helpers.show.view import View

DOWNTIME = "Recovery time"
HEAD = "# Mesotherapy\n\nMesotherapy is injected into the skin. "
PAGES = {
    "a": HEAD + "Mesotherapy has no downtime. Sessions are one week apart.",
    "b": HEAD + "After mesotherapy the downtime is ten days. Sessions are one week apart.",
    "c": "# Chemical peel\n\nA chemical peel takes off dead skin. The chemical peel has no downtime.",
}


def view(*names: str) -> View:
    pipeline = Pipeline.of("aesthetics")
    return View.of(pipeline.review([Document(name, PAGES[name], "", f"{name}.md") for name in names]))


def test_a_cell_says_what_differs_and_leads_to_both_quotes() -> None:
    table = difference_table(view("a", "b", "c"))
    assert table.columns == ("Topic", "mesotherapy (2 pages)")
    told = {row["Topic"]: row["mesotherapy (2 pages)"] for row in table.frame().to_dict("records")}
    assert "conflict: 2 pages" in told[DOWNTIME]
    assert "a: none" in told[DOWNTIME] and "b: " in told[DOWNTIME]
    [links] = [[bit.href for line in row[1].lines for bit in line if bit.href] for row in table.rows if row[0] == DOWNTIME]
    assert len(links) == 2


def test_what_pages_say_alike_is_said_to_be_repeated() -> None:
    told = difference_table(view("a", "b")).frame().set_index("Topic")["mesotherapy (2 pages)"]
    assert any("repeated" in words or "agree" in words for words in told if "conflict" not in words)


def test_where_no_treatment_is_shared_it_says_so() -> None:
    assert "No treatment is spoken of on two pages" in repr(difference_table(view("a", "c")))
