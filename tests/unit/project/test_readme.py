"""The README leads to what is there, and names every notebook."""

import re

from helpers.paths import NOTEBOOKS, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_link_leads_to_a_file():
    named = [name for name in re.findall(r"\]\(([^)#]+)", README) if "://" not in name]
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_notebook_is_explained():
    assert [
        path.stem for path in sorted(NOTEBOOKS.glob("*.ipynb")) if f"[{path.stem}](notebooks/{path.name})" not in README
    ] == []
