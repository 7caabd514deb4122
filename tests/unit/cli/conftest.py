"""A small folder of documents, and the command line as a function."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from helpers.cli import app

PAGES = {
    "clinic": "# Mesotherapy\n\nMesotherapy has no downtime. Sessions are two weeks apart.\n\nPotential risks include:\n",
    "salon": "# Mesotherapy\n\nAfter mesotherapy expect three days of downtime. You may see bruising for a week.\n",
}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of two documents."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def workbook() -> Callable[..., Result]:
    """Run the command line in this process."""
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])
