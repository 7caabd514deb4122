"""A figure of squares: rows by columns, each square with a colour and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

from helpers.show.parts import TITLE_LINE

ROW, MARGIN, LONGEST_LINE, HEAD, UPRIGHT = 30, 48, 100, 20, 8
FONT = {"family": "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif", "size": 13, "color": "#1a1a1a"}


@dataclass(frozen=True, slots=True)
class Square:
    """One square of a grid.

    Attributes
    ----------
    text : str
        What it shows.
    fill : str
        Its colour, as ``#rrggbb``.
    hover : str
        What it shows under the pointer.
    """

    text: str
    fill: str
    hover: str = ""


def grid_figure(title: str, rows: Sequence[str], columns: Sequence[str], squares: Sequence[Sequence[Square]]) -> Any:
    """Draw squares.

    Parameters
    ----------
    squares : sequence of sequence of Square
        By row, then by column.

    Returns
    -------
    plotly.graph_objects.Figure
    """
    import plotly.graph_objects as go

    fills = sorted({square.fill for row in squares for square in row})
    steps = [[(place + side) / len(fills), fill] for place, fill in enumerate(fills) for side in (0, 1)]
    figure = go.Figure(layout=layout(title, height=len(rows) * ROW))
    figure.add_heatmap(
        z=[[fills.index(square.fill) for square in row] for row in squares],
        x=list(range(len(columns))),
        y=list(range(len(rows))),
        text=[[drawn(square.text) for square in row] for row in squares],
        customdata=[[drawn(square.hover or square.text) for square in row] for row in squares],
        texttemplate="%{text}",
        textfont={"color": "#000000", "size": 12},
        hovertemplate="%{customdata}<extra></extra>",
        colorscale=steps or [[0, "#ffffff"], [1, "#ffffff"]],
        zmin=-0.5,
        zmax=max(len(fills), 1) - 0.5,
        showscale=False,
        xgap=2,
        ygap=2,
    )
    heads = ["\n".join(wrap(column, HEAD)) for column in columns]
    figure.update_xaxes(side="top", tickangle=0 if len(columns) <= UPRIGHT else -90, **_ticks(heads))
    figure.update_yaxes(autorange="reversed", **_ticks(rows))
    return figure


def layout(title: str, *, height: int) -> dict[str, Any]:
    """Return the layout that all figures share; ``height`` is that of the drawing without title and margins."""
    lines = broken(title)
    top = MARGIN + TITLE_LINE * (lines.count("<br>") + 1)
    return {
        "template": "none",
        "font": FONT,
        "title": {
            "text": lines,
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            "pad": {"t": 12, "l": 8},
            "font": {"size": 16, "weight": 600},
        },
        "height": top + height + 40,
        "margin": {"t": top, "b": 40, "l": 20, "r": 20},
        "plot_bgcolor": "#e6e6e6",
    }


def _ticks(words: Sequence[str]) -> dict[str, Any]:
    shown = [drawn(one) for one in words]
    return {
        "tickvals": list(range(len(words))),
        "ticktext": shown,
        "automargin": True,
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def drawn(text: str) -> str:
    """Return a text as a figure shows it: plotly reads tags and formulas, so neither is left in it."""
    return "<br>".join(escape(line).replace("$", "&#36;") for line in text.split("\n"))


def broken(title: str) -> str:
    """Return a title broken between words into lines that fit."""
    return drawn("\n".join(wrap(title, LONGEST_LINE)))
