"""`workbook run` works to its end on any folder, and tells what could not be read."""

import nbformat
import pytest
from reach_pages import ENGLISH, GERMAN, LITTLE, NO_CLAIM, NO_TREATMENT, OTHER_FIELD

from helpers.paths import NOTEBOOKS

CLINIC = (
    "# Laser hair removal\n\nLaser hair removal is almost painless and has no downtime. Most people need six to eight sessions, "
    "four weeks apart. Redness around the hair follicles is common and fades within a day.\n"
)
SALON = (
    "# Laser hair removal\n\nAfter laser hair removal the skin stays red for two to three days. You need ten sessions, eight "
    "weeks apart. Burns are a rare side effect.\n"
)
UNREAD = {"german.md": GERMAN, "match.md": OTHER_FIELD, "note.md": LITTLE, "peel.md": ENGLISH, "unknown.md": NO_TREATMENT}
TOLD = [
    "Could not be read: german.md: it is",
    "Could not be read: match.md: too",
    "Could not be read: note.md: it",
    "Treatment not",
]


@pytest.fixture
def folder(tmp_path):
    def made(pages):
        place = tmp_path / "Unsere Seiten – été (1)"
        place.mkdir()
        for name, text in pages.items():
            (place / name).write_text(text, encoding="utf-8")
        return place

    return made


def shown(path):
    """Return everything that an executed notebook shows, in words."""
    notebook = nbformat.read(path, as_version=4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type == "error"]
    return "\n".join(str(output.get("data", {}).get("text/plain", "")) + output.get("text", "") for output in outputs)


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ({"Zürich clinic.md": CLINIC, "l'été & salon.md": SALON}, "People have annotated none of these pages"),
        ({"page.md": CLINIC}, "People have annotated none of these pages"),
        ({"page.md": NO_CLAIM}, "No sentence with a sign of a claim was left unread."),
    ],
    ids=["two pages of another treatment", "a single page", "a page without any claim"],
)
def test_run_works_to_its_end(workbook, folder, tmp_path, pages, told):
    out = tmp_path / "out"
    done = workbook("run", folder(pages), "--out", out)
    assert (done.exit_code, done.stderr) == (0, "")
    assert {path.name for path in (out / "notebooks").iterdir()} == {path.name for path in NOTEBOOKS.glob("*.ipynb")}
    words = {path.stem: shown(path) for path in (out / "notebooks").iterdir()}
    assert told in words["05_quality"]
    assert "certainty is right" not in words["05_quality"]
    assert "Not counted: nobody has written down what a reviewer would raise about these pages." in words["05_quality"]
    assert "invented pages" not in words["05_quality"]
    assert f"0 of {len(pages)} can be published" in words["00_start_here"]


@pytest.mark.parametrize("command", ["run", "compare", "extract"])
def test_the_terminal_tells_what_could_not_be_read(workbook, folder, tmp_path, monkeypatch, command):
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setattr("helpers.cli.run.NOTEBOOKS", tmp_path / "notebooks")
    done = workbook(command, folder(UNREAD), "--out", tmp_path / "out.csv")
    assert done.exit_code == 0
    assert [line[: len(told)] for line, told in zip(done.stderr.splitlines(), TOLD, strict=True)] == TOLD


def test_the_tables_tell_it_to_programs(workbook, folder, tmp_path):
    out = tmp_path / "out"
    workbook("compare", folder(UNREAD), "--out", out)
    rows = [line.split(",")[:2] for line in (out / "reach.csv").read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["source_id", "state"]
    states = {"german": "other_language", "match": "other_field", "note": "too_little_text", "peel": "read"}
    assert dict(rows[1:]) == states | {"unknown": "unknown_treatment"}
    ledger = (out / "ledger.csv").read_text(encoding="utf-8").splitlines()
    assert {line.split(",")[3] for line in ledger if line.startswith("german,")} == {"unreached"}


@pytest.mark.parametrize(
    ("text", "code", "severity", "left"),
    [
        (GERMAN, "W113", "warning", 1),
        (OTHER_FIELD, "W113", "warning", 1),
        (LITTLE, "W113", "note", 0),
        (NO_TREATMENT, "W114", "note", 1),
    ],
)
def test_lint_tells_what_it_could_not_read(workbook, folder, tmp_path, text, code, severity, left):
    draft = tmp_path / "draft.md"
    draft.write_text(text, encoding="utf-8")
    done = workbook("lint", draft, "--sources", folder({"peel.md": ENGLISH}))
    assert done.exit_code == left
    assert f"{code} {severity}" in done.stdout
    assert "nothing found" not in done.stdout
