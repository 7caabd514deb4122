"""Annotated problems: what a careful medical reviewer would raise before a page may be published (codebook, section 9)."""

import csv
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.model.problem import PROBLEMS

GRAVE, REAL, MINOR = 3, 2, 1
_COLUMNS = ("doc", "kind", "gravity", "start", "end", "start2", "end2", "warning", "treatment", "what")


@dataclass(frozen=True, slots=True)
class AnnotatedProblem:
    """One problem that a reviewer raised about a page.

    Attributes
    ----------
    kind : str
        One of ``helpers.model.problem.PROBLEMS``.
    gravity : int
        3 grave, 2 real, 1 minor.
    places : tuple of (int, int)
        Half-open offsets of the sentences that it is about, two at most; none for a warning that is left out.
    warning : frozenset of str
        For a warning that is left out: its codes.
    what : str
        In the reviewer's words.
    """

    source_id: str
    kind: str
    gravity: int
    places: tuple[tuple[int, int], ...]
    warning: frozenset[str]
    treatment: str
    what: str


def read_problems(path: Path) -> tuple[AnnotatedProblem, ...]:
    """Read annotated problems, a row each, in the order of the file.

    Raises
    ------
    WorkbookError
        A column is missing, a kind is unknown or a value is no number; the message names file and row.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
        if missing:
            raise WorkbookError(f"the column {missing[0]!r} is missing; add it", path=path.name)
        read = []
        for number, row in enumerate(rows, start=2):
            try:
                read.append(_problem(row))
            except ValueError as error:
                raise WorkbookError(f"{error}; see section 9 of the codebook", path=path.name, place=f"row {number}") from None
    return tuple(read)


def _problem(row: dict[str, str]) -> AnnotatedProblem:
    if row["kind"] not in PROBLEMS:
        raise ValueError(f"{row['kind']!r} is no kind of problem")
    gravity = int(row["gravity"])
    if not MINOR <= gravity <= GRAVE:
        raise ValueError(f"{gravity} is no gravity")
    pairs = ((row["start"], row["end"]), (row["start2"], row["end2"]))
    places = tuple((int(start), int(end)) for start, end in pairs if start and end)
    codes = frozenset(filter(None, row["warning"].split(";")))
    return AnnotatedProblem(row["doc"], row["kind"], gravity, places, codes, row["treatment"], row["what"])
