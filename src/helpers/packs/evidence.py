"""The evidence register and the mapping of its entries to topics, items and tested claims, held to each other."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from helpers.errors import PackError
from helpers.packs.joining import Joining, check_reading
from helpers.packs.mapping import Mapped, MappingFile, Range, Schedule
from helpers.packs.read import read_rows, read_yaml
from helpers.packs.register import RegisterRow


class Entry(NamedTuple):
    """An entry as the register has it, and what it was mapped to."""

    row: RegisterRow
    mapped: Mapped


@dataclass(frozen=True)
class Register:
    """Everything the evidence stage needs: entries by their id, in the register's order, and the joining tables."""

    entries: dict[str, Entry]
    joining: Joining


def read_evidence(folder: Path) -> Register:
    """Read ``evidence.csv``, ``mapping.yml`` and ``joining.yml`` and hold them to each other.

    Raises
    ------
    PackError
        A file is missing or wrong, an entry is mapped to nothing or more than once, words are not the row's own, or a word
        is used that the tables do not explain.
    """
    rows = read_rows(folder / "evidence.csv", RegisterRow, "ref_id")
    mapping = read_yaml(folder / "mapping.yml", MappingFile).entries
    joining = read_yaml(folder / "joining.yml", Joining)
    for odd in sorted(rows.keys() ^ mapping.keys()):
        raise PackError("it must stand in evidence.csv and in mapping.yml, once in each", path="mapping.yml", place=odd)
    entries = {ref_id: Entry(row, mapping[ref_id]) for ref_id, row in rows.items()}
    for ref_id, entry in entries.items():
        _check_words(ref_id, entry)
        _check_figures(ref_id, entry)
        for finding in entry.mapped.speaks_to:
            own = joining.polarities[entry.mapped.polarity][entry.row.direction]
            check_reading(joining, ref_id, finding.topic, finding.reading or own)
    return Register(entries, joining)


def _check_words(ref_id: str, entry: Entry) -> None:
    """Find every word taken from the register in one of the row's cells; every product and route has some."""
    row, mapped = entry
    ranges = (*mapped.speaks_to, *mapped.durations, *(part for _, part in _parts(mapped.schedule)))
    quoted = [mapped.product_words, mapped.route_words, mapped.country, mapped.date, *(part.words for part in ranges)]
    for words in quoted:
        if words is not None and not row.says(words):
            raise PackError(f"{words!r} stands in no cell of this entry; quote the register", path="mapping.yml", place=ref_id)
    for name, value, words in (
        ("product", mapped.products[0], mapped.product_words),
        ("route", mapped.route, mapped.route_words),
    ):
        if value != "any" and words is None:
            raise PackError(f"{name}_words is missing; quote the register", path="mapping.yml", place=ref_id)
    for finding in mapped.speaks_to:
        if (finding.reading is None) is not (finding.words is None):
            raise PackError("a reading needs words, and words need a reading", path="mapping.yml", place=ref_id)


def _check_figures(ref_id: str, entry: Entry) -> None:
    """Hold every range without words to the figure of the register's own column."""
    row, mapped = entry
    columns = {"interval": row.session_interval_days, "count": row.session_count}
    for name, part in _parts(mapped.schedule):
        figure = columns.get(name, "")
        if part.words is None and not (part.low == part.high and figure.isdigit() and part.low == float(figure)):
            raise PackError(f"{name} differs from the register's column; give words", path="mapping.yml", place=ref_id)


def _parts(schedule: Schedule) -> list[tuple[str, Range]]:
    named = (
        ("interval", schedule.interval),
        ("count", schedule.count),
        ("course", schedule.course),
        ("follow_up", schedule.follow_up),
    )
    return [(name, part) for name, part in named if part is not None]
