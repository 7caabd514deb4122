"""The tables beside the evidence register, as they are cited: who said it, where and when."""

import csv
import re
from pathlib import Path
from typing import NamedTuple

from helpers.errors import PackError

UNDATED = re.compile(r"\s*\(as stored\)|[,;]?\s*as stored")  # what the tables say of a copy without a date
TABLES = ("warnings.csv", "regulatory.csv", "advertising.csv")


class Cited(NamedTuple):
    """A row of a table, for people.

    Attributes
    ----------
    who, title, date : str
        As the row gives them.
    statement : str
        What it says.
    caveat : str
        How the text was seen.
    url : str
        Its public address; empty where the row has none.
    """

    ref_id: str
    who: str
    title: str
    date: str
    statement: str
    caveat: str
    url: str

    @property
    def words(self) -> str:
        """How it is cited: who, title, date."""
        return ", ".join(filter(None, (self.who, self.title, self.date)))


def read_references(folder: Path) -> dict[str, Cited]:
    """Read the tables of a folder, by the ids of their rows; a table that is not there is left out.

    Raises
    ------
    PackError
        A table is not UTF-8, or lacks a column.
    """
    found: dict[str, Cited] = {}
    for path in (folder / name for name in TABLES):
        if path.is_file():
            try:
                with path.open(encoding="utf-8", newline="") as handle:
                    found |= {row["id"]: _cited(row) for row in csv.DictReader(handle)}
            except UnicodeDecodeError:
                raise PackError("the file is not UTF-8; save it as UTF-8", path=path.name) from None
            except KeyError as error:
                raise PackError(f"the table has no column {error}; put it back", path=path.name) from None
    return found


def dated(date: str) -> str:
    """Return a date as it is cited; empty where only a copy without a date was seen."""
    left = UNDATED.sub("", date).strip(" ,;")
    return left[1:-1] if left.startswith("(") and left.endswith(")") else left


def _cited(row: dict[str, str]) -> Cited:
    url = row["url_or_slug"] if row["url_or_slug"].startswith(("https://", "http://")) else ""
    return Cited(row["id"], row["who"], row["title"], dated(row["date"]), row["statement"], row.get("note", ""), url)
