"""What a notebook shows and the report repeats: pieces of HTML, tables and figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup

from helpers.model.strange import revealed
from helpers.show.html import render

if TYPE_CHECKING:
    import pandas as pd


class Part(Protocol):
    """Anything that has a place in the report."""

    def html(self, *, inline: bool) -> Markup:
        """Return it as HTML, its styles written out or by class."""


@dataclass(frozen=True, eq=False)
class Fragment:
    """A filled template, with words that stand for it where there is no HTML."""

    template: str
    values: Mapping[str, object]
    words: str

    def html(self, *, inline: bool) -> Markup:
        """Return the filled template."""
        return render(self.template, inline=inline, **self.values)

    def _repr_html_(self) -> str:
        return self.html(inline=True)

    def __repr__(self) -> str:
        return self.words


def note(words: str) -> Fragment:
    """Return a line of plain words, such as one that stands where a figure would show nothing."""
    return Fragment("note.html", {"lines": (words,)}, words)


@dataclass(frozen=True)
class Bit:
    """A run of words in a cell.

    Attributes
    ----------
    text : str
    href : str
        Where it leads; empty for plain words.
    looks : tuple of str
        Names of styles.
    quoted : bool
        Whether it is a source's own words: they are set in quotation marks.
    """

    text: str
    href: str = ""
    looks: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table: lines of runs, and the styles of the cell.

    Attributes
    ----------
    lines : tuple of tuple of Bit
    looks : tuple of str
    """

    lines: tuple[tuple[Bit, ...], ...]
    looks: tuple[str, ...] = ("cell",)

    @property
    def text(self) -> str:
        """Its words alone."""
        return revealed("\n".join("".join(f"“{bit.text}”" if bit.quoted else bit.text for bit in line) for line in self.lines))


Content = str | int | Bit | Cell
Row = Sequence[Content]


def cell(*lines: str | Bit | Sequence[Bit], looks: tuple[str, ...] = ()) -> Cell:
    """Return a cell of one or more lines; each line is a text, a run, or several runs."""
    return Cell(tuple(_runs(line) for line in lines), ("cell", *looks))


def _runs(line: str | Bit | Sequence[Bit]) -> tuple[Bit, ...]:
    if isinstance(line, str):
        return (Bit(line),)
    return (line,) if isinstance(line, Bit) else tuple(line)


def as_cell(content: Content) -> Cell:
    """Return what stands in a table as a cell."""
    if isinstance(content, Cell):
        return content
    if isinstance(content, Bit):
        return cell(content)
    return Cell(((Bit(str(content)),),), ("number",)) if isinstance(content, int) else cell(content)


@dataclass(frozen=True)
class Table:
    """A table in a reviewer's words.

    Attributes
    ----------
    caption : str
    columns : sequence of str
    rows : sequence of sequence of str, int, Bit or Cell
        The first cell of a row names it.
    ids : sequence of str
        The rows' anchors; empty where nothing links to them.
    empty : str
        What stands in its place when there is no row.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Row]
    ids: Sequence[str] = ()
    empty: str = "Nothing to show."

    def html(self, *, inline: bool) -> Markup:
        """Return the table with a caption and marked heads of rows and columns."""
        rows = [[as_cell(content) for content in row] for row in self.rows]
        heads = [
            "number-head" if all(isinstance(one, int) for one in column) else "head" for column in zip(*self.rows, strict=True)
        ]
        return render("table.html", inline=inline, table=self, rows=rows, heads=heads, ids=self.ids or [""] * len(rows))

    def frame(self) -> "pd.DataFrame":
        """Return its words as a data frame, to filter, sort or save."""
        import pandas as pd

        pd.set_option("display.html.use_mathjax", False)  # what a page says between dollar signs is no formula
        rows = [[one if isinstance(one, int) else as_cell(one).text for one in row] for row in self.rows]
        return pd.DataFrame(rows, columns=list(self.columns))

    def _repr_html_(self) -> str:
        return self.html(inline=True)

    def __repr__(self) -> str:
        return self.caption if self.rows else self.empty


@dataclass(frozen=True, eq=False)
class Picture:
    """A figure, and what it shows in words.

    Attributes
    ----------
    title : str
        What it found.
    alt : str
        For those who do not see it.
    figure : plotly.graph_objects.Figure
    """

    title: str
    alt: str
    figure: Any
    table: Table | None = None

    def html(self, *, inline: bool) -> Markup:
        """Return what it shows in words, and as a table where it has one."""
        return render("in_words.html", inline=inline, picture=self)

    def spec(self) -> dict[str, Any]:
        """Return data and layout as plain lists and dictionaries."""
        made: dict[str, Any] = self.figure.to_plotly_json()
        return {"data": made["data"], "layout": made["layout"]}

    def _ipython_display_(self) -> None:
        from IPython.display import HTML, display

        kind = "application/vnd.plotly.v1+json"
        shown = {kind: self.spec() | {"config": CONFIG}, "text/plain": self.title}
        display(shown, raw=True)
        display(HTML(self.html(inline=True)))

    def __repr__(self) -> str:
        return self.title


@dataclass(frozen=True)
class Album:
    """Parts that belong together, shown one after the other."""

    parts: tuple[Part, ...] = field(default=())

    def html(self, *, inline: bool) -> Markup:
        """Return the parts in their order."""
        return Markup("\n").join(part.html(inline=inline) for part in self.parts)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for part in self.parts:
            display(part)


TITLE_LINE = 24  # pixels that a line of a figure's title takes
CONFIG = {"displaylogo": False, "responsive": True, "modeBarButtonsToRemove": ["select2d", "lasso2d"]}
