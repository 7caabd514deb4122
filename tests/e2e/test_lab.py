"""The notebooks as a reviewer opens them in JupyterLab."""

import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

ON_SCREEN = """(place) => {
  const box = document.querySelector(`[data-jupyter-id="${place}"]`)?.getClientRects()[0];
  return box && 0 <= box.y && box.y < innerHeight;
}"""


@pytest.fixture
def emptied(lab):
    """Take a notebook's outputs away, so that those seen are the run's own."""

    def empty(name):
        notebook = nbformat.read(lab.folder / name, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.update(outputs=[], execution_count=None)
        nbformat.write(notebook, lab.folder / name)
        return name

    return empty


def errors(page):
    return page.locator(
        ".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr'], .jp-Dialog, .Toastify__toast"
    ).all_text_contents()


def test_the_first_notebook_says_what_can_be_published_and_leads_to_the_places_in_the_texts(desk, emptied):
    page = desk.run_by_hand(emptied("00_start_here.ipynb"))
    said = page.locator(".jp-RenderedHTMLCommon p", has_text="can be published").first.text_content()
    assert re.match(r"0 of 5 can be published; \d+ claims unreviewed", said)
    assert errors(page) == []
    link = page.locator(".jp-OutputArea table a[href*='#text-']").nth(1)
    place = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_function(ON_SCREEN, arg=place)


def test_the_cross_check_draws_its_figures(desk, emptied):
    page = desk.run(emptied("03_cross_check.ipynb"))
    page.wait_for_selector(".js-plotly-plot .main-svg")
    assert page.locator(".js-plotly-plot").count() > 10
    assert errors(page) == []


def test_jupyterlab_draws_a_figure_of_any_notebook(lab, desk):
    code = "import plotly.graph_objects as go\ngo.Figure(go.Bar(x=[1, 2], y=['a', 'b']))"
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    cells = [new_code_cell("print(6 * 7)"), new_code_cell(code)]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), lab.folder / "smoke.ipynb")
    page = desk.run("smoke.ipynb")
    assert page.text_content(".jp-OutputArea-output pre").strip() == "42"
    page.wait_for_selector(".js-plotly-plot .main-svg")
    assert errors(page) == []
