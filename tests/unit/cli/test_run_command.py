"""`workbook run`: the tables, and the notebooks executed on the folder."""

import nbformat
import pytest


@pytest.fixture
def notebooks(tmp_path, monkeypatch):
    """A folder of notebooks instead of the project's; a function that writes one into it."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    monkeypatch.setattr("helpers.cli.run.NOTEBOOKS", folder)

    def write(name, *sources, parameters=None):
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
        )
        if parameters is not None:
            notebook.cells[parameters].metadata["tags"] = ["parameters"]
        nbformat.write(notebook, folder / name)

    return write


def printed(path):
    notebook = nbformat.read(path, as_version=4)
    return "".join(output.text for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == "stream")


def test_notebooks_run_where_they_stand_on_the_folder_given(workbook, notebooks, pages, tmp_path):
    show = "import pathlib; print(PACK, sorted(path.name for path in pathlib.Path(FOLDER).iterdir()))"
    notebooks("00_start.ipynb", "FOLDER = '../seeds'\nPACK = 'none'", show, parameters=0)
    notebooks("01_plain.ipynb", "print('no parameters')")
    out = tmp_path / "out"
    result = workbook("run", pages, "--out", out)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.splitlines()[-2:] == [f"{out}/notebooks/00_start.ipynb", f"{out}/notebooks/01_plain.ipynb"]
    assert printed(out / "notebooks" / "00_start.ipynb") == "aesthetics ['clinic.md', 'salon.md']\n"
    assert printed(out / "notebooks" / "01_plain.ipynb") == "no parameters\n"
    executed = nbformat.read(out / "notebooks" / "00_start.ipynb", as_version=4)
    assert [cell.metadata for cell in executed.cells] == [{"tags": ["parameters"]}, {"tags": ["injected-parameters"]}, {}]
    assert (out / "claims.csv").is_file()


def test_a_cell_that_stops_is_one_line_and_leaves_the_notebooks_before(workbook, notebooks, pages, tmp_path):
    notebooks("00_good.ipynb", "print('new')")
    notebooks("01_bad.ipynb", "raise KeyError('downtime\\nand more')")
    before = tmp_path / "out" / "notebooks" / "00_good.ipynb"
    before.parent.mkdir(parents=True)
    before.write_text("of the run before", encoding="utf-8")
    result = workbook("run", pages, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == ["workbook: 01_bad.ipynb: a cell stopped with KeyError: 'downtime\\nand more'"]
    assert [path.name for path in before.parent.iterdir()] == [before.name]
    assert before.read_text(encoding="utf-8") == "of the run before"


def test_by_default_it_reads_the_seeds_into_build(workbook, notebooks, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = workbook("run")
    assert result.exit_code == 0
    assert "build/claims.csv" in result.stdout
    assert "build/report.html" in result.stdout
    assert (tmp_path / "build" / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    text = (tmp_path / "build" / "ledger.csv").read_text(encoding="utf-8")
    assert {line[:3] for line in text.splitlines()[1:]} == {"000", "001", "002", "003", "004"}


def test_of_a_widget_only_its_words_are_kept(workbook, notebooks, pages, tmp_path):
    notebooks("00_slider.ipynb", "import ipywidgets\nipywidgets.IntSlider()")
    workbook("run", pages, "--out", tmp_path / "out")
    executed = nbformat.read(tmp_path / "out" / "notebooks" / "00_slider.ipynb", as_version=4)
    assert [list(output.data) for output in executed.cells[0].outputs] == [["text/plain"]]
    assert "widgets" not in executed.metadata
