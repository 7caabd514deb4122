"""Execute the notebooks where they stand and keep their outputs, with a journal in which nobody has decided anything."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers.cli.notebooks import execute_all
from helpers.paths import NOTEBOOKS

if __name__ == "__main__":
    with TemporaryDirectory() as nowhere:
        os.environ["WORKBOOK_DB"] = f"{nowhere}/journal.db"
        for folder in (NOTEBOOKS, Path(__file__).parent):
            execute_all(sorted(folder.glob("*.ipynb")), folder, parameters={})
