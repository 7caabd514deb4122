"""The commands that the README promises."""

import re
import subprocess
import sys

import pytest

from helpers.paths import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)


def make(*arguments):
    return subprocess.run(["make", "--dry-run", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_help_lists_every_target():
    shown = subprocess.run(["make", "--silent", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.findall(r"^  ([a-z]+) +\S", shown, re.MULTILINE) == TARGETS
    assert {"help", "run", "test", "lab", "bench", "lint", "lock", "clean"} <= set(TARGETS)


def test_run_takes_a_folder_and_a_place_for_the_output():
    assert '.venv/bin/workbook run  --out "build"' in make("run")
    assert '.venv/bin/workbook run "my pages" --out "out"' in make("run", "FOLDER=my pages", "OUT=out")


def test_the_app_takes_the_same():
    assert '.venv/bin/workbook app  --out "build"' in make("app")
    assert '.venv/bin/workbook app "my pages" --out "out"' in make("app", "FOLDER=my pages", "OUT=out")


def test_quality_takes_a_folder_of_further_sets_and_needs_none():
    assert '.venv/bin/workbook quality "my sets"' in make("quality", "SHARED=my sets")
    assert ".venv/bin/workbook quality" in [line.strip() for line in make("quality", "SHARED=").splitlines()]


def test_clean_spares_the_decisions():
    removed = make("clean").split()
    assert not [path for path in removed if path.startswith(("data", "seeds", "notebooks", "/", "..", "*"))]


def test_ci_ends_with_exactly_make_test():
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().splitlines()[-1] == "make test"


@pytest.mark.parametrize("heavy", ["pandas", "plotly", "pydantic", "pyarrow", "IPython", "sqlalchemy"])
def test_the_package_is_light_to_import(heavy):
    code = f"import sys, helpers, helpers.export; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
