"""What agencies decided about classes of products: ``regulatory.yml`` beside ``regulatory.csv``."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from helpers.errors import PackError
from helpers.packs.read import Strict, read_rows, read_yaml
from helpers.packs.treatments import TreatmentClasses


class RegulatoryRow(Strict):
    """One row of ``regulatory.csv``, its cells as they stand."""

    id: str = Field(min_length=1)
    product_class: str
    product: str
    jurisdiction: str
    status: str
    for_what: str
    statement: str = Field(min_length=1)
    who: str
    title: str
    date: str
    url_or_slug: str
    note: str


class RegulatoryFile(Strict):
    """How statements about agencies are held against the rows.

    Attributes
    ----------
    agencies : dict of str to str
        Agency (the item of a claim) -> jurisdiction.
    only_for : dict of str to tuple of str
        Rows that hold for these products alone.
    devices : tuple of str
        Classes of which the rows on ``all_devices`` speak, too.
    fitting : tuple of str
        Words that say no more than any decision of an agency holds ("authorised").
    unknown : tuple of str
        Classes of which the table does not speak although agencies do: nothing that is said of them is held against it.
    """

    agencies: dict[str, str] = Field(default_factory=dict)
    only_for: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    devices: tuple[str, ...] = ()
    all_devices: str = ""
    fitting: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    harm: str = ""


@dataclass(frozen=True)
class RegulatoryFacts:
    """The facts of a pack, ready to be asked.

    Attributes
    ----------
    file : RegulatoryFile
    rows : mapping of (str, str) to tuple of RegulatoryRow
        By class and jurisdiction, in the table's order.
    classes : TreatmentClasses
    """

    file: RegulatoryFile
    rows: Mapping[tuple[str, str], tuple[RegulatoryRow, ...]]
    classes: TreatmentClasses

    def about(self, treatment: str, products: Collection[str | None], jurisdiction: str) -> list[RegulatoryRow]:
        """Return the rows that speak of a treatment, or of one of the products where they are for products alone."""
        found: list[RegulatoryRow] = []
        for name in self.classes.owed_by(treatment):
            found += self.rows.get((name, jurisdiction), ())
            if name in self.file.devices:
                found += self.rows.get((self.file.all_devices, jurisdiction), ())
        named = {*products, treatment}
        return [row for row in found if row.id not in self.file.only_for or named.intersection(self.file.only_for[row.id])]


def read_regulatory(folder: Path, table: Path, classes: TreatmentClasses) -> RegulatoryFacts:
    """Read ``regulatory.yml`` of the pack in ``folder`` and the table it stands on; a pack without it knows no facts.

    Raises
    ------
    PackError
        A file is wrong, or ``only_for`` names a row that is not in the table.
    """
    if not (folder / "regulatory.yml").is_file():
        return RegulatoryFacts(RegulatoryFile(), {}, classes)
    file = read_yaml(folder / "regulatory.yml", RegulatoryFile)
    rows = read_rows(table, RegulatoryRow, "id").values()
    unknown = sorted(file.only_for.keys() - {row.id for row in rows})
    if unknown:
        raise PackError(f"{table.name} has no such row; correct the id", path="regulatory.yml", place=unknown[0])
    by_class: dict[tuple[str, str], list[RegulatoryRow]] = {}
    for row in rows:
        by_class.setdefault((classes.class_of(row.product_class), row.jurisdiction), []).append(row)
    return RegulatoryFacts(file, {key: tuple(found) for key, found in by_class.items()}, classes)
