"""Annotated claims: what people read out of the documents."""

import csv
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.packs.read import Strict, read_yaml

_COLUMNS = ("doc", "start", "end", "topic", "item", "level", "low", "high", "vague", "certainty", "treatment")


class ListedItems(Strict):
    """The items that the codebook names; any other item of these topics counts as ``other`` when it is scored.

    Attributes
    ----------
    items : dict of str to list of str
        Topic -> its items.
    """

    items: dict[str, list[str]]

    def listed(self, topic: str, item: str | None) -> str:
        """Return the item as it is scored: itself, ``other``, or "" (the milestone of an onset is not scored)."""
        if topic == "onset" or not item:
            return ""
        known = self.items.get(topic)
        return item if known is None or item in known else "other"


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim; ``start`` and ``end`` are its sentence's half-open offsets, bounds are in the topic's unit."""

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


@dataclass(frozen=True)
class Gold:
    """The annotations of a set of documents.

    Attributes
    ----------
    claims : tuple of GoldClaim
    sources : frozenset of str
        Every document that was annotated, those without any claim too.
    listed : ListedItems
    """

    claims: tuple[GoldClaim, ...]
    sources: frozenset[str]
    listed: ListedItems

    def of(self, sources: Collection[str]) -> "Gold":
        """Return the annotations of some of the documents."""
        return Gold(
            tuple(claim for claim in self.claims if claim.source_id in sources), self.sources.intersection(sources), self.listed
        )


def read_gold(path: Path) -> Gold:
    """Read annotations and the codebook's items (``listed_items.yml`` beside them).

    Raises
    ------
    WorkbookError
        A column is missing or a value is no number; the message names file and row.
    """
    listed = read_yaml(path.parent / "listed_items.yml", ListedItems)
    claims: list[GoldClaim] = []
    sources: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
        if missing:
            raise WorkbookError(f"the column {missing[0]!r} is missing; add it", path=path.name)
        for number, row in enumerate(rows, start=2):
            sources.add(row["doc"])
            if row["topic"] == "none":
                continue
            try:
                claims.append(_claim(row, listed))
            except ValueError as error:
                raise WorkbookError(f"{error}; write a number or leave it empty", path=path.name, place=f"row {number}") from None
    return Gold(tuple(claims), frozenset(sources), listed)


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
        treatment=row["treatment"],
    )
