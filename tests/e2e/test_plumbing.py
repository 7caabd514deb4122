"""The browser fixtures themselves: what they open, record and refuse."""

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

ASKING = """<!doctype html><title>asks</title><p id="alive"></p>
<img src="http://example.invalid/a.png"><link rel="stylesheet" href="beside.css">
<script>
  fetch("https://example.invalid/b.json").catch(() => 0);
  new WebSocket("ws://127.0.0.1:9/c");
  document.getElementById("alive").textContent = "scripts run";
</script>"""


def test_an_offline_page_is_alive_and_every_request_is_recorded(open_offline, tmp_path):
    (tmp_path / "asks.html").write_text(ASKING, encoding="utf-8")
    opened = open_offline(tmp_path / "asks.html")
    opened.page.wait_for_load_state("load")
    assert opened.page.text_content("#alive") == "scripts run"
    assert sorted(opened.requests) == [
        (tmp_path / "beside.css").as_uri(),
        "http://example.invalid/a.png",
        "https://example.invalid/b.json",
        "ws://127.0.0.1:9/c",
    ]


def test_a_page_that_asks_nobody_records_nothing(open_offline, tmp_path):
    (tmp_path / "quiet.html").write_text('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', encoding="utf-8")
    assert open_offline(tmp_path / "quiet.html").requests == []


def test_jupyterlab_runs_a_notebook_and_draws_a_figure(lab, run_notebook):
    code = "import plotly.graph_objects as go\ngo.Figure(go.Bar(x=[1, 2], y=['a', 'b']))"
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    cells = [new_code_cell("print(6 * 7)"), new_code_cell(code)]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), lab.folder / "smoke.ipynb")
    page = run_notebook("smoke.ipynb")
    assert page.text_content(".jp-OutputArea-output pre").strip() == "42"
    page.wait_for_selector(".js-plotly-plot .main-svg")
    assert page.locator(".jp-Dialog, .Toastify__toast").all_text_contents() == []
