"""Annotated claims: what people read out of the documents."""

import csv
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.packs.read import Strict, read_yaml
from helpers.paths import DATA

_COLUMNS = ("doc", "start", "end", "topic", "item", "level", "low", "high", "vague", "certainty", "treatment")
SCORED = ("phase", "area", "group")  # the keys of a situation that are scored


class ListedItems(Strict):
    """What the codebook names: items, any other of which is scored as ``other``, and classes of treatments.

    Attributes
    ----------
    items : dict of str to list of str
        Topic -> its items.
    classes : dict of str to list of str
        Class of treatments -> brands, devices and kinds that are scored as the class.
    """

    items: dict[str, list[str]]
    classes: dict[str, list[str]]

    def class_of(self, treatment: str) -> str:
        """Return the class that a treatment is scored as: its own name, where it is a class or unknown."""
        return next((name for name, kinds in self.classes.items() if treatment in kinds), treatment)

    def listed(self, topic: str, item: str | None) -> str:
        """Return the item as it is scored: itself, ``other``, or "" (the milestone of an onset is not scored)."""
        if topic == "onset" or not item:
            return ""
        known = self.items.get(topic)
        return item if known is None or item in known else "other"


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim.

    Attributes
    ----------
    start, end : int
        Its sentence's half-open offsets.
    low, high : float or None
        In the topic's unit.
    certainty, treatment : str
        Empty where it was not annotated; the treatment is a class.
    situation : tuple of (str, str)
        What narrows it (codebook, section 8), as far as it is scored: ``("phase", "later")``; sorted.
    """

    source_id: str
    start: int
    end: int
    topic: str
    item: str
    level: str
    low: float | None
    high: float | None
    vague: bool
    certainty: str
    treatment: str
    situation: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Gold:
    """The annotations of a set of documents.

    Attributes
    ----------
    claims : tuple of GoldClaim
    sources : frozenset of str
        Every document that was annotated, those without any claim too.
    listed : ListedItems
    narrowed : bool
        Whether people annotated situations, too.
    """

    claims: tuple[GoldClaim, ...]
    sources: frozenset[str]
    listed: ListedItems
    narrowed: bool = False

    def of(self, sources: Collection[str]) -> "Gold":
        """Return the annotations of some of the documents."""
        chosen = tuple(claim for claim in self.claims if claim.source_id in sources)
        return Gold(chosen, self.sources.intersection(sources), self.listed, self.narrowed)


def read_gold(path: Path) -> Gold:
    """Read annotated claims; what stands in a page's furniture (``zone`` is ``chrome``) takes no part.

    Parameters
    ----------
    path : Path
        A CSV file with a row a claim. A document without any has one row with the topic ``none``. The column ``situation``
        (``key=value;key=value``) may be left out.

    Raises
    ------
    WorkbookError
        A column is missing or a value is no number; the message names file and row.
    """
    listed = read_yaml(DATA / "gold" / "listed_items.yml", ListedItems)
    claims: list[GoldClaim] = []
    sources: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
        if missing:
            raise WorkbookError(f"the column {missing[0]!r} is missing; add it", path=path.name)
        for number, row in enumerate(rows, start=2):
            sources.add(row["doc"])
            if row["topic"] == "none" or row.get("zone") == "chrome":
                continue
            try:
                claims.append(_claim(row, listed))
            except ValueError as error:
                raise WorkbookError(f"{error}; write a number or leave it empty", path=path.name, place=f"row {number}") from None
        narrowed = "situation" in (rows.fieldnames or ())
    return Gold(tuple(claims), frozenset(sources), listed, narrowed)


def _claim(row: dict[str, str], listed: ListedItems) -> GoldClaim:
    return GoldClaim(
        source_id=row["doc"],
        start=int(row["start"]),
        end=int(row["end"]),
        topic=row["topic"],
        item=listed.listed(row["topic"], row["item"]),
        level=row["level"],
        low=float(row["low"]) if row["low"] else None,
        high=float(row["high"]) if row["high"] else None,
        vague=row["vague"] in {"1", "true", "True"},
        certainty=row["certainty"],
        treatment=listed.class_of(row["treatment"]),
        situation=_situation(row.get("situation") or ""),
    )


def _situation(told: str) -> tuple[tuple[str, str], ...]:
    pairs = (one.partition("=")[::2] for one in told.split(";") if "=" in one)
    return tuple(sorted((key, value) for key, value in pairs if key in SCORED and value))
