"""The notebooks as a reviewer opens them in JupyterLab."""

import re
import shutil

import pytest

from helpers.paths import SEEDS


@pytest.fixture(scope="module", autouse=True)
def _seeds_beside_the_notebooks(lab):
    shutil.copytree(SEEDS, lab.folder.parent / "seeds", dirs_exist_ok=True)


def errors(page):
    return page.locator(
        ".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr'], .jp-Dialog, .Toastify__toast"
    ).all_text_contents()


def test_the_first_notebook_runs_and_says_what_can_be_published(run_notebook):
    page = run_notebook("00_start_here.ipynb")
    said = page.locator(".jp-RenderedHTMLCommon p", has_text="can be published").first.text_content()
    assert re.match(r"0 of 5 can be published; \d+ claims unreviewed", said)
    assert errors(page) == []


def test_a_finding_leads_to_its_place_in_the_texts(run_notebook):
    page = run_notebook("00_start_here.ipynb")
    link = page.locator(".jp-OutputArea table a[href*='#text-']").nth(1)
    place = link.get_attribute("href").partition("#")[2]
    link.click()
    shown = page.locator(f"[data-jupyter-id='{place}']").first
    shown.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(2_000)
    assert 0 <= shown.bounding_box()["y"] < 900


def test_the_cross_check_draws_its_figures(run_notebook):
    page = run_notebook("03_cross_check.ipynb")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    assert page.locator(".js-plotly-plot").count() > 10
    assert errors(page) == []
