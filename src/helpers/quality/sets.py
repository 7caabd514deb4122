"""Sets of annotated pages: those of the project, and those in a folder that is given."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.packs.read import Strict, read_yaml
from helpers.paths import DATA, ROOT
from helpers.quality.cases import COLUMNS as CASES
from helpers.quality.probes import FINDING, READING

CLAIMS, PROBLEMS = "gold.csv", "problems.csv"
PAGES = ("docs", "pages")
ANSWERS = "answers"
SCORE_ONLY = "score only"
FOREIGN = "Annotated elsewhere. Whoever changed a rule may have read these pages: expect less on others."
UNSEEN = "Score only: nobody who writes rules reads these pages, so that only totals are told. Expect this on other pages."


@dataclass(frozen=True)
class AnnotatedSet:
    """Pages or small inputs that people annotated, as far as there are any of each kind.

    Attributes
    ----------
    name, caveat : str
        What it is called, and what must be known before a figure on it is believed.
    pages : Path or None
        The folder of the annotated pages.
    claims, problems : Path or None
        Annotations of these pages.
    answers : Path or None
        Answers of a second reader about them that were kept.
    cases, reading, finding : tuple of Path
        Tables of wordings that regulators ruled on, and of small inputs: what is read, and what is found in them.
    score_only : bool
        Whether only totals may be told, so that the pages stay unknown to whoever writes rules.
    """

    name: str
    caveat: str
    pages: Path | None = None
    claims: Path | None = None
    problems: Path | None = None
    answers: Path | None = None
    cases: tuple[Path, ...] = ()
    reading: tuple[Path, ...] = ()
    finding: tuple[Path, ...] = ()
    score_only: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it to measure."""
        return not (self.claims or self.problems or self.cases or self.reading or self.finding)


class OwnSet(Strict):
    """One set of ``sets.yml``; paths are from the project's root."""

    name: str
    pack: str
    pages: str
    claims: str = ""
    problems: str = ""
    answers: str = ""
    caveat: str


class OwnSets(Strict):
    """``sets.yml``: the project's own sets."""

    sets: tuple[OwnSet, ...]


def own_sets(pack: str) -> tuple[AnnotatedSet, ...]:
    """Return the project's own sets that a pack reads."""
    return tuple(
        AnnotatedSet(
            one.name,
            one.caveat,
            ROOT / one.pages,
            ROOT / one.claims if one.claims else None,
            ROOT / one.problems if one.problems else None,
            ROOT / one.answers if one.answers else None,
        )
        for one in read_yaml(DATA / "gold" / "sets.yml", OwnSets).sets
        if one.pack == pack
    )


def sets_in(folder: Path) -> tuple[AnnotatedSet, ...]:
    """Return the sets in a folder: itself, where it is one, and its subfolders, by name.

    A set is a folder with ``gold.csv`` or ``problems.csv`` beside its pages (in ``docs/`` or ``pages/``), or with tables of
    cases or small inputs, which are known by their columns. One that is called ``blind``, or whose README says in its first
    line that it is score only, gives totals only.

    Raises
    ------
    WorkbookError
        The folder is missing, or holds no set.
    """
    if not folder.is_dir():
        raise WorkbookError("there is no such folder; name one with annotated pages", path=folder)
    found = [_set_of(place) for place in (folder, *sorted(one for one in folder.iterdir() if one.is_dir()))]
    sets = tuple(one for one in found if not one.empty)
    if not sets:
        raise WorkbookError(f"holds nothing that is annotated: no {CLAIMS}, {PROBLEMS} or table of cases", path=folder)
    return sets


def _set_of(folder: Path) -> AnnotatedSet:
    pages = next((folder / name for name in PAGES if (folder / name).is_dir()), None)
    tables = [(path, _columns(path)) for path in sorted(folder.glob("*.csv")) if path.name not in (CLAIMS, PROBLEMS)]
    hidden = _score_only(folder)
    return AnnotatedSet(
        folder.resolve().name,
        UNSEEN if hidden else FOREIGN,
        pages,
        _there(folder / CLAIMS) if pages else None,
        _there(folder / PROBLEMS) if pages else None,
        folder / ANSWERS if pages and (folder / ANSWERS).is_dir() else None,
        _with(tables, CASES),
        _with(tables, READING),
        _with(tables, FINDING),
        hidden,
    )


def _there(path: Path) -> Path | None:
    return path if path.is_file() else None


def _with(tables: Sequence[tuple[Path, list[str]]], columns: Sequence[str]) -> tuple[Path, ...]:
    return tuple(path for path, names in tables if set(columns) <= set(names))


def _columns(table: Path) -> list[str]:
    with table.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file), [])


def _score_only(folder: Path) -> bool:
    readme = folder / "README.md"
    first = readme.read_text(encoding="utf-8").partition("\n")[0] if readme.is_file() else ""
    return folder.resolve().name == "blind" or SCORE_ONLY in first.lower()
