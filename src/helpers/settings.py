"""What people choose once and every surface reads: the folder, the pack, the market, who reviews, and the day that counts."""

import datetime
import os
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from helpers.errors import WorkbookError
from helpers.export import atomic_path
from helpers.packs.read import Strict, read_yaml
from helpers.paths import DATA, DEFAULT_PACK, PACKS, ROOT

FILE = "workbook.yml"
ABOUT = """\
# What was chosen in the app or in the notebook 00_start_here; `workbook` and every notebook read it.
# A folder that is no full path counts from the project's own folder; an empty day is today.
"""


class Settings(Strict):
    """What was chosen; what is left out stays as it is here.

    Attributes
    ----------
    folder : str
        The documents: a full path, or one from the project's own folder.
    pack : str
        A folder below ``data/packs``.
    market : str
        One of the pack's markets.
    reviewers : int
        How many must agree: 1 or 2.
    reviewer : str
        The name to begin with; empty asks.
    day : datetime.date or None
        The day that counts; None is today.
    reader : str
        ``rules`` alone, or ``model``: a model reads as well. Which one, and its key, stand elsewhere.
    """

    folder: str = "seeds"
    pack: str = DEFAULT_PACK
    market: str = "any"
    reviewers: Literal[1, 2] = 1
    reviewer: str = ""
    day: datetime.date | None = None
    reader: Literal["rules", "model"] = "rules"

    @property
    def place(self) -> Path:
        """The folder of the documents."""
        return ROOT / self.folder

    @property
    def as_of(self) -> str:
        """The day as ``YYYY-MM-DD``; empty is today."""
        return self.day.isoformat() if self.day else ""


def settings_file() -> Path:
    """Return where the settings are kept: beside the journal, where that is a file, else where it would be."""
    journal = os.environ.get("WORKBOOK_DB", "")
    beside = Path(journal).parent if journal and "://" not in journal else DATA / "decisions"
    return beside / FILE


def read_settings() -> Settings:
    """Return what was chosen; where nothing was, the five sources that came with the project.

    Raises
    ------
    WorkbookError
        The file does not hold together; one line says where.
    """
    path = settings_file()
    return read_yaml(path, Settings) if path.is_file() else Settings()


def changed(settings: Settings, **choices: Any) -> Settings:
    """Return the settings with other choices, each of them checked.

    Raises
    ------
    WorkbookError
        A choice is none; one line that names it.
    """
    from pydantic import ValidationError

    try:
        return Settings.model_validate({**settings.model_dump(), **choices})
    except ValidationError as error:
        first = error.errors()[0]
        raise WorkbookError(f"{first['loc'][0]} cannot be {first['input']!r}; choose another") from None


def write_settings(settings: Settings) -> None:
    """Keep what was chosen; what stands as it comes is left out of the file."""
    chosen = settings.model_dump(exclude_defaults=True)
    with atomic_path(settings_file()) as draft:
        draft.write_text(
            ABOUT + (yaml.safe_dump(chosen, sort_keys=False, allow_unicode=True) if chosen else "{}\n"), encoding="utf-8"
        )


def as_chosen(folder: Path) -> str:
    """Return a folder as the settings name it: from the project's own folder where it lies there."""
    whole = folder.resolve()
    return whole.relative_to(ROOT).as_posix() if whole.is_relative_to(ROOT) else str(whole)


def pack_titles() -> dict[str, str]:
    """Return the packs that can read pages, each with its title."""
    from helpers.packs.load import PackFile

    found = {}
    for folder in sorted(PACKS.iterdir()):
        if (folder / "topics.yml").is_file() or (folder / "topics").is_dir():
            found[folder.name] = read_yaml(folder / "pack.yml", PackFile).title
    return found


@cache
def market_titles(pack: str) -> dict[str, str]:
    """Return the markets of a pack, each with its title."""
    from helpers.packs.load import PackFile
    from helpers.packs.publishing import read_publishing

    extends = read_yaml(PACKS / pack / "pack.yml", PackFile).extends
    folders = [PACKS / name for name in (pack, extends) if name]
    return {name: market.title for name, market in read_publishing(folders).markets.items()}
