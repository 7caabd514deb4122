"""The evidence register and the mapping of its entries to topics, items and tested claims, read and held to each other."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field, ValidationError

from helpers.errors import PackError
from helpers.packs.joining import Direction, Joining, Polarity, check_reading
from helpers.packs.read import Strict, read_yaml

Kind = Literal["trial", "cohort", "review", "outbreak", "case", "opinion", "training_text", "regulation", "advertising"]


class RegisterRow(Strict):
    """One entry of ``evidence.csv``, its cells as they stand; a blank one means "not in the text seen", never "none"."""

    tier: Literal["core", "supplementary"]
    ref_id: str = Field(min_length=1)
    topic: str
    short_citation: str
    year: str
    full_title: str
    identifiers_seen: str
    design: str
    n: str
    intervention: str
    condition_outcome: str
    claim_tested: str = Field(min_length=1)
    finding: str
    direction: Direction
    ocebm_2011_level: str
    level_reason: str
    session_interval_days: str
    session_count: str
    schedule_note: str
    downtime_adverse_events: str
    quality_caveats: str
    confidence: str
    public_url: str

    @property
    def level(self) -> int | None:
        """The OCEBM 2011 level, 1 (best) to 5; None for what is not graded: laws, notices, codes, unseen results."""
        return int(self.ocebm_2011_level) if self.ocebm_2011_level in {"1", "2", "3", "4", "5"} else None

    def says(self, words: str) -> bool:
        """Tell whether one cell holds ``words`` exactly."""
        return any(words in cell for cell in self.__dict__.values())


class Range(Strict):
    """Bounds in days, sessions, millimetres or years, with the register's words; no words: the figure of its own column."""

    low: float | None = None
    high: float | None = None
    words: str | None = None


class Schedule(Strict):
    """What was done: days between sessions, sessions, days the course took, days after it that patients were followed."""

    interval: Range | None = None
    count: Range | None = None
    course: Range | None = None
    follow_up: Range | None = None


class Duration(Range):
    """How many days an unwanted effect lasted."""

    item: str


class Finding(Range):
    """What an entry says about one topic and item.

    Attributes
    ----------
    item : str or None
        None speaks to the topic as such.
    reading : str or None
        None is the row's own tested claim and direction; a reading is one particular finding, with the row's words.
    treatment, route, products
        Where the finding is narrower than the entry (one arm of a trial).
    """

    topic: str
    item: str | None = None
    reading: str | None = None
    treatment: str | None = None
    route: str | None = None
    products: tuple[str, ...] | None = None


class Concern(Strict):
    """Claims whose publication a law or a code bears on; no item or treatments: all of them."""

    topic: str
    item: str | None = None
    treatments: tuple[str, ...] = ()


class Mapped(Strict):
    """What one entry speaks to (``data/evidence/mapping.yml`` explains each key)."""

    kind: Kind
    treatments: tuple[str, ...] = Field(min_length=1)
    products: tuple[str, ...] = Field(min_length=1)
    product_words: str | None = None
    pooled: bool = False
    route: str
    route_words: str | None = None
    polarity: Polarity
    purpose: str | None = None
    limited_to: str | None = None
    country: str | None = None
    date: str | None = None
    speaks_to: tuple[Finding, ...] = ()
    concerns: tuple[Concern, ...] = ()
    schedule: Schedule = Schedule()
    durations: tuple[Duration, ...] = ()


class MappingFile(Strict):
    """``mapping.yml``: every entry of the register once."""

    added_items: dict[str, tuple[str, ...]] = {}
    entries: dict[str, Mapped]


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
    rows = _read_rows(folder / "evidence.csv")
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


def _read_rows(path: Path) -> dict[str, RegisterRow]:
    rows: dict[str, RegisterRow] = {}
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            for record in csv.DictReader(handle):
                row = RegisterRow.model_validate(record)
                if row.ref_id in rows:
                    raise PackError("this ref_id stands twice; keep one", path=path.name, place=row.ref_id)
                rows[row.ref_id] = row
    except FileNotFoundError:
        raise PackError("the register is missing; put it back", path=path.name) from None
    except UnicodeDecodeError:
        raise PackError("the file is not UTF-8; save it as UTF-8", path=path.name) from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise PackError(f"row {len(rows) + 1}: {first['msg']}", path=path.name, place=place) from None
    return rows


def _check_words(ref_id: str, entry: Entry) -> None:
    """Every word taken from the register must stand in one of the row's cells, and every product and route has one."""
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
    """A range without words is the figure of the register's own column."""
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
