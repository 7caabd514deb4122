"""No word of a page is ever set as a formula: Jupyter looks for dollar signs in all that it shows but what is marked."""

import re

import pytest

from helpers.load import read_folder
from helpers.paths import NOTEBOOKS, ROOT
from helpers.pipeline import Pipeline
from helpers.show.parts import Picture, Table, cell
from helpers.show.texts import source_text
from helpers.show.view import View

MARK = '<div class="mathjax_ignore tex2jax_ignore">'
FORMULA = r"Mesotherapy has $\phantom{not}$ no downtime, $300 to $450, \(x\), $$y$$ and \begin{align}z\end{align}."


@pytest.fixture
def view(tmp_path):
    (tmp_path / "page.txt").write_text(FORMULA, encoding="utf-8")
    return View.of(Pipeline.of().review(read_folder(tmp_path)))


def unmarked(html):
    """Return what stands outside the marked elements."""
    left, depth = [], 0
    for part in re.split(r"(<div\b[^>]*>|</div>)", html):
        if part.startswith("<div"):
            depth += 1 if depth or part == MARK else 0
        elif part == "</div>":
            depth = max(depth - 1, 0)
        elif not depth:
            left.append(part)
    return "".join(left)


def test_a_table_a_text_and_a_figures_words_are_marked(view):
    shown = [
        Table("A $caption$", ("$a$", "b"), [(cell(FORMULA), FORMULA)])._repr_html_(),
        source_text(view, view.readings["page"]).html(inline=True),
        Picture("A $title$", FORMULA, None).html(inline=True),
    ]
    for html in shown:
        assert "$" in html
        assert "$" not in unmarked(html)


def test_the_report_has_no_marks_and_needs_none(view):
    assert MARK not in Table("c", ("a",), [(FORMULA,)]).html(inline=False)


def test_a_frame_is_marked_by_pandas():
    assert "mathjax_ignore" in Table("c", ("quote",), [(FORMULA,)]).frame()._repr_html_()


@pytest.mark.parametrize("file", sorted((ROOT / "src").rglob("*.py")), ids=lambda file: file.name)
def test_no_widget_that_sets_formulas_is_used(file):
    assert not re.search(r"widgets\.(Label|HTMLMath|Valid)\b", file.read_text(encoding="utf-8"))


def test_notebooks_show_nothing_that_is_not_made_here():
    """Markdown and formulas of outputs would be set; only HTML that carries the mark, figures and plain words are shown."""
    for notebook in NOTEBOOKS.glob("*.ipynb"):
        assert not re.search(r'"text/(markdown|latex)"', notebook.read_text(encoding="utf-8"))
