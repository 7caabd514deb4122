"""Wordings that regulators refused or allowed: is a refused one told at its sentence, is an allowed one left alone?"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.model import Finding
from helpers.model.ledger import LedgerRow
from helpers.quality.meeting import of_its_page
from helpers.quality.tally import Tally

COLUMNS = ("id", "category", "verdict", "text", "offending")
_VERDICTS = {"unacceptable": True, "acceptable": False}
_END = re.compile(r"[.!?][\"”]?(?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Case:
    """A small page that holds a wording on which a regulator ruled.

    Attributes
    ----------
    case_id : str
        The page's source id.
    start, end : int
        Half-open offsets of the sentence that holds the wording.
    """

    case_id: str
    category: str
    refused: bool
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class CaseQuality:
    """How the findings on the cases fit the rulings.

    Attributes
    ----------
    told, flagged : Tally
        Refused wordings that a finding quotes; allowed ones that a finding quotes, which are false alarms.
    unseen : int
        Refused wordings that no finding quotes and whose sentence is said to make no claim: nobody is shown them.
    by_category : tuple of Tally
        Refused wordings that are told, by category; sorted.
    """

    told: Tally
    flagged: Tally
    unseen: int
    by_category: tuple[Tally, ...]


def read_cases(path: Path) -> tuple[Case, ...]:
    r"""Read cases, a row each; ``\n`` in a text is a line break.

    Raises
    ------
    WorkbookError
        A verdict is unknown, or a wording does not stand in its text; the message names file and row.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_case(row, path, number) for number, row in enumerate(csv.DictReader(file), start=2))


def _case(row: dict[str, str], path: Path, number: int) -> Case:
    text = row["text"].replace("\\n", "\n")
    at = text.find(row["offending"])
    if at < 0 or row["verdict"] not in _VERDICTS:
        wrong = "the wording does not stand in the text" if at < 0 else f"{row['verdict']!r} is no verdict"
        raise WorkbookError(f"{wrong}; correct it", path=path.name, place=f"row {number}")
    ends = [end.end() for end in _END.finditer(text)]
    start = max((end for end in ends if end <= at), default=0)
    end = min((end for end in ends if end >= at + len(row["offending"])), default=len(text))
    return Case(row["id"], row["category"], _VERDICTS[row["verdict"]], text, start, end)


def measure_cases(cases: Sequence[Case], findings: Iterable[Finding], ledger: Iterable[LedgerRow]) -> CaseQuality:
    """Count the cases that a finding of their own page tells at the sentence; a warning that is owed tells no wording."""
    quoted: dict[str, list[tuple[int | None, int | None]]] = defaultdict(list)
    for finding in findings:
        if of_its_page(finding) and finding.problem != "missing_warning":
            quoted[finding.source_a] += [(finding.start_a, finding.end_a), (finding.start_b, finding.end_b)]
    silent: dict[str, list[tuple[int | None, int | None]]] = defaultdict(list)
    for row in ledger:
        if row.status == "no claim":
            silent[row.source_id].append((row.start, row.end))
    told = {case.case_id: _at(case, quoted[case.case_id]) for case in cases}
    refused = [case for case in cases if case.refused]
    categories = sorted({case.category for case in refused})
    return CaseQuality(
        _tally("refused", refused, told),
        _tally("allowed", [case for case in cases if not case.refused], told),
        sum(not told[case.case_id] and _at(case, silent[case.case_id]) for case in refused),
        tuple(_tally(name, [case for case in refused if case.category == name], told) for name in categories),
    )


def _tally(name: str, cases: Sequence[Case], told: dict[str, bool]) -> Tally:
    return Tally(name, sum(told[case.case_id] for case in cases), len(cases))


def _at(case: Case, places: Iterable[tuple[int | None, int | None]]) -> bool:
    return any(start is not None and end is not None and start < case.end and end > case.start for start, end in places)
