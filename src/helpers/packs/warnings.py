"""Which warnings each class of treatment owes, who said so, and what gives them: ``warnings.yml`` beside ``warnings.csv``."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from helpers.errors import PackError
from helpers.model.relation import Severity
from helpers.packs.fitting import nearest
from helpers.packs.frames import FrameIndex, Frames, frames
from helpers.packs.implied import ClaimPattern
from helpers.packs.read import Strict, read_rows, read_yaml
from helpers.packs.references import dated
from helpers.packs.treatments import FILE, TreatmentClasses

Grade = Literal["grave", "real", "minor"]
_GRADES: tuple[Grade, ...] = ("grave", "real", "minor")
SECOND_HAND = "read: report of official text"


class WarningRow(Strict):
    """One row of ``warnings.csv``, its cells as they stand."""

    id: str = Field(min_length=1)
    treatment_class: str
    warning_code: str
    statement: str = Field(min_length=1)
    who: str
    title: str
    date: str
    url_or_slug: str
    jurisdiction: str
    level: str
    severity: Grade
    note: str

    @property
    def said_by(self) -> str:
        """Who said it and when."""
        return ", ".join(filter(None, (self.who, dated(self.date))))

    @property
    def first_hand(self) -> bool:
        """Whether the official text itself was read; a report of it never alone makes a finding grave."""
        return not self.note.startswith(SECOND_HAND)


class Group(Strict):
    """Classes that owe the same warnings for one reason."""

    classes: tuple[str, ...]
    owes: tuple[str, ...]
    because: str


class NotOwed(Strict):
    """Codes that a class does not owe although the table has a row, and why."""

    codes: tuple[str, ...]
    because: str


class Sheets(Strict):
    """What tells advice for people who were treated already, and what it need not say any more.

    Attributes
    ----------
    share : float
        More than this share of what the page says is advice for afterwards.
    at_least : int
        So many statements are.
    not_owed : tuple of str
        Codes.
    used_at_home : tuple of str
        Classes that people go on using by themselves; these owe all.
    """

    share: float = Field(default=1.0, gt=0)
    at_least: int = 1
    not_owed: tuple[str, ...] = ()
    used_at_home: tuple[str, ...] = ()


class Reports(Strict):
    """How a page that reports studies, and offers nothing, is told."""

    says: tuple[str, ...] = ()
    at_least: int = 3


class WarningCode(Strict):
    """One warning.

    Attributes
    ----------
    title : str
        In a reviewer's words.
    insert : str
        The text to insert; what only the publisher knows stands in square brackets.
    given_by : tuple of ClaimPattern
        Claims on this treatment that give it.
    given_says, not_given_says : tuple of str
        Frames that give it in a sentence, and frames of sentences in which they do not.
    plain : bool
        Its frames give it wherever they stand; else a denial before them does not.
    """

    title: str
    insert: str
    harm: str
    given_by: tuple[ClaimPattern, ...] = ()
    given_says: tuple[str, ...] = ()
    not_given_says: tuple[str, ...] = ()
    plain: bool = False


class WarningFile(Strict):
    """The warnings that a pack knows.

    Attributes
    ----------
    offered_by : tuple of str
        Topics on which a claim says what the treatment does or how it is done: such a claim is shown as the ground.
    not_on : dict of str to tuple of str
        By code, the parts of the body on which it is not owed.
    """

    same_as: dict[str, str] = Field(default_factory=dict)
    like: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    groups: dict[str, Group] = Field(default_factory=dict)
    not_owed: dict[str, NotOwed] = Field(default_factory=dict)
    offered_by: tuple[str, ...] = ()
    reports: Reports = Reports()
    sheets: Sheets = Sheets()
    classes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    denials: tuple[str, ...] = ()
    not_on: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    codes: dict[str, WarningCode] = Field(default_factory=dict)

    @cached_property
    def reporting(self) -> Frames | None:
        """The words of a page that reports studies."""
        return frames(self.reports.says, self.classes) if self.reports.says else None

    @cached_property
    def giving(self) -> Mapping[str, tuple[Frames | None, Frames | None]]:
        """For each code, the frames that give it and those that forbid it."""
        return {
            name: (
                frames(code.given_says, self.classes, () if code.plain else self.denials) if code.given_says else None,
                frames(code.not_given_says, self.classes) if code.not_given_says else None,
            )
            for name, code in self.codes.items()
        }

    @cached_property
    def index(self) -> FrameIndex:
        """Which of the codes can be given by the words of a text, by their place among the codes."""
        return FrameIndex([says for says, _ in self.giving.values()])


@dataclass(frozen=True)
class Owed:
    """A warning that a class of treatments owes.

    Attributes
    ----------
    rows : tuple of WarningRow
        Who says so, the gravest first; empty where a group of classes owes it.
    because : str
        Why the group owes it.
    of_kinds : tuple of WarningRow
        What is said of classes that are kinds of this one: it bears out a report, and grounds nothing by itself.
    """

    code: str
    rows: tuple[WarningRow, ...]
    because: str = ""
    of_kinds: tuple[WarningRow, ...] = ()

    @property
    def severity(self) -> Severity:
        """High where a text calls it grave that was read itself, or that such a text on a kind of the treatment bears out."""
        grave = any(row.severity == "grave" for row in self.rows)
        return "high" if grave and any(row.severity == "grave" and row.first_hand for row in self.grounds) else "medium"

    @property
    def grounds(self) -> tuple[WarningRow, ...]:
        """What it stands on: its rows; where all of them are reports, what bears them out, too."""
        return self.rows if any(row.first_hand for row in self.rows) else (*self.rows, *self.of_kinds)


@dataclass(frozen=True)
class Warnings:
    """The warnings of a pack, ready to be asked for a class.

    Attributes
    ----------
    file : WarningFile
    owed : mapping of str to tuple of Owed
        By class, the grave ones first.
    classes : TreatmentClasses
    """

    file: WarningFile
    owed: Mapping[str, tuple[Owed, ...]]
    classes: TreatmentClasses

    def of(self, treatment: str) -> tuple[Owed, ...]:
        """Return what a page owes that offers the treatment, the grave warnings first; nothing for what has no rows."""
        found: dict[str, Owed] = {}
        waived = self.file.not_owed[treatment].codes if treatment in self.file.not_owed else ()
        for name in self.classes.owed_by(treatment):
            for owed in self.owed.get(name, ()):
                if owed.code not in waived:
                    found.setdefault(owed.code, owed)
        return tuple(sorted(found.values(), key=lambda one: one.severity != "high"))


def read_warnings(folder: Path, table: Path, classes: TreatmentClasses) -> Warnings:
    """Read ``warnings.yml`` of the pack in ``folder`` and the table it stands on; a pack without it owes nothing.

    Raises
    ------
    PackError
        A file is wrong, or one names a code that the other does not explain.
    """
    if not (folder / "warnings.yml").is_file():
        return Warnings(WarningFile(), {}, classes)
    file = read_yaml(folder / "warnings.yml", WarningFile)
    rows = read_rows(table, WarningRow, "id").values()
    named = {code for group in file.groups.values() for code in group.owes} | set(file.same_as.values())
    named |= {code for one in file.not_owed.values() for code in one.codes}
    for code in sorted(named - file.codes.keys()):
        raise PackError(f"the code {code!r} is used and not explained; add it below codes", path="warnings.yml")
    by_class: dict[str, list[WarningRow]] = {}
    for row in rows:
        by_class.setdefault(classes.class_of(row.treatment_class), []).append(row)
    names = by_class.keys() | file.like.keys() | {name for group in file.groups.values() for name in group.classes}
    for name, one in classes.classes.items():
        for owes in one.owes:
            if owes not in names:
                hint = nearest(owes, names)
                raise PackError(f"owes the warnings of {owes!r}, which has none{hint}; correct the name", path=FILE, place=name)
    return Warnings(file, {name: tuple(_owed_by(name, file, by_class, classes)) for name in sorted(names)}, classes)


def _owed_by(name: str, file: WarningFile, by_class: Mapping[str, list[WarningRow]], classes: TreatmentClasses) -> Iterator[Owed]:
    """Yield what a class owes: by its own rows, then by those of the classes it is a kind of, and by its groups."""
    rows = _by_code((name, *file.like.get(name, ())), file, by_class)
    of_kinds = _by_code([kind for kind, like in sorted(file.like.items()) if name in like], file, by_class)
    because: dict[str, str] = {}
    for group in file.groups.values():
        if name in group.classes:
            for code in group.owes:
                because.setdefault(code, group.because)
    waived = file.not_owed[name].codes if name in file.not_owed else ()
    for code in file.codes:
        if code not in waived and (code in rows or code in because):
            ranked = sorted(
                rows.get(code, ()),
                key=lambda row: (classes.class_of(row.treatment_class) != name, _GRADES.index(row.severity), not row.first_hand),
            )
            yield Owed(code, tuple(ranked), because.get(code, ""), tuple(of_kinds.get(code, ())))


def _by_code(names: Iterable[str], file: WarningFile, by_class: Mapping[str, list[WarningRow]]) -> dict[str, list[WarningRow]]:
    """Return what the table says of some classes by code, without what is minor."""
    rows: dict[str, list[WarningRow]] = {}
    for name in names:
        for row in by_class.get(name, ()):
            code = file.same_as.get(row.warning_code, row.warning_code)
            if code in file.codes and row.severity != "minor":
                rows.setdefault(code, []).append(row)
    return rows
