"""How findings meet the problems that a reviewer raised on annotated pages, and what is lost in silence."""

from collections.abc import Sequence
from typing import Protocol

from helpers.model.problem import PROBLEM_WORDS
from helpers.show.parts import Bit, Fragment, Row, Table, cell, note
from helpers.show.quality import UNCOUNTED, Measured, caveat
from helpers.show.view import View
from helpers.show.words import capital, counted

ELSEWHERE = (
    "Not counted: nobody has written down what a reviewer would raise about these pages. "
    "“make quality” counts it on pages that people annotated."
)


class Share(Protocol):
    """How many of some things are as they should be."""

    @property
    def name(self) -> str:
        """What was counted."""

    @property
    def good(self) -> int:
        """How many are."""

    @property
    def of(self) -> int:
        """Of how many."""

    @property
    def share(self) -> float:
        """The share that is."""


class Rule(Protocol):
    """How often the findings of a rule meet a problem."""

    @property
    def rule(self) -> str:
        """The rule's id, or the kind of finding and its topic."""

    @property
    def met(self) -> int:
        """Findings that meet one."""

    @property
    def near(self) -> int:
        """Findings at a sentence that was raised as something else."""

    @property
    def of(self) -> int:
        """All its findings."""


class Problems(Protocol):
    """How findings meet problems on some pages."""

    @property
    def grave(self) -> Share:
        """Grave problems that are found."""

    @property
    def real(self) -> Share:
        """Real and grave ones that are found."""

    @property
    def agreement(self) -> Share:
        """Findings that meet a problem."""

    @property
    def first(self) -> Share:
        """The same of the first five of each page."""

    @property
    def findings_a_page(self) -> float:
        """Findings of a page, on average."""

    @property
    def by_kind(self) -> Sequence[Share]:
        """Problems found by kind."""

    @property
    def by_rule(self) -> Sequence[Rule]:
        """Findings by rule."""


class OnPages(Protocol):
    """Figures, with the pages that they are of and what must be known before they are believed."""

    @property
    def name(self) -> str:
        """Which pages."""

    @property
    def caveat(self) -> str:
        """Who annotated them, and whether the rules know them."""

    @property
    def problems(self) -> Problems | None:
        """The figures."""


class Lost(Protocol):
    """What became of the sentences of annotated claims."""

    @property
    def lost(self) -> int:
        """Claims whose sentences nobody is shown."""

    @property
    def annotated(self) -> int:
        """All of them."""

    @property
    def flags_a_page(self) -> float:
        """Sentences that are said to be unread, on average."""


def lost_in_silence(view: View, quality: Measured, unread: Lost) -> Fragment:
    """Return how many annotated claims nobody is ever shown, and how much is marked unread instead."""
    if not quality.sources:
        return note(UNCOUNTED)
    told = (
        f"Of {counted(unread.annotated, 'annotated claim')}, {unread.lost} stand in sentences that nobody is shown: they are "
        f"said to make no claim. {unread.flags_a_page:.1f} sentences a page are marked as unread instead."
    )
    lines = (f"{caveat(view, quality)}.", told)
    return Fragment("note.html", {"lines": lines}, "\n".join(lines))


def problem_scores(figures: OnPages | None) -> Table:
    """Return how many problems are found, and how many findings meet one; None: nothing was counted."""
    rows: list[Row] = []
    if figures and (told := figures.problems):
        named = (
            ("Grave problems found", told.grave),
            ("Real problems found, the grave ones too", told.real),
            ("Findings that meet a problem", told.agreement),
            ("The first five findings of each page that meet one", told.first),
        )
        rows = [(name, one.good, one.of, f"{one.share:.2f}") for name, one in named]
    return _table("Findings against what a reviewer raised", ("What", "So many", "Of", "Share"), rows, figures)


def problem_kinds(figures: OnPages | None) -> Table:
    """Return how many problems of each kind are found."""
    told = figures.problems if figures else None
    words = {str(kind): word for kind, word in PROBLEM_WORDS.items()}
    rows: list[Row] = [(capital(words[one.name]), one.good, one.of - one.good) for one in (told.by_kind if told else ())]
    return _table("Problems by kind", ("Problem", "Found", "Missed"), rows, figures)


def rule_scores(figures: OnPages | None) -> Table:
    """Return for each rule how many of its findings meet a problem and how many do not."""
    told = figures.problems if figures else None
    rows: list[Row] = [
        (cell(Bit(one.rule, looks=("quiet",))), one.met, one.near, one.of - one.met - one.near)
        for one in (told.by_rule if told else ())
    ]
    columns = ("Rule", "Meet a problem", "At one that was called something else", "Meet none")
    return _table("Findings by rule", columns, rows, figures)


def _table(title: str, columns: Sequence[str], rows: Sequence[Row], figures: OnPages | None) -> Table:
    caption = f"{title}. On {figures.name}, not on the pages here. {figures.caveat}" if figures else title
    return Table(caption, columns, rows, empty=ELSEWHERE)
