"""Ranges as figures: a line a statement, an arrow for an open end, words where no figure is given."""

from collections.abc import Iterable, Sequence
from typing import Any

from helpers.show.findings import quote_lines
from helpers.show.grid import drawn, layout
from helpers.show.looks import OTHER, PAGE, TRIAL
from helpers.show.parts import Album, Cell, Fragment, Picture, Table, cell
from helpers.show.ranges import RangeRow, range_rows, range_topics, unstated_topics
from helpers.show.view import View
from helpers.show.words import counted, listed

ROW = 26
UNITS = {"day": "days", "minute": "minutes", "count": "number", "mm": "mm below the surface", "year": "year"}
COLOURS = {"page": PAGE, "other": OTHER, "trial": TRIAL, "words": "#595959"}
NAMES = {"page": "a page", "other": "a page, on another treatment", "trial": "the register"}
LETTER, MOST_FOR_WORDS = 0.0085, 0.6  # of the axis: what a letter takes, and all of them at most
BEYOND = 0.08  # of the axis: how far an arrow reaches past the largest figure


def range_pictures(view: View) -> Album:
    """Draw every topic with a unit; those on which no page speaks are named last."""
    parts = [range_picture(view, topic) for topic in range_topics(view)]
    unstated = [view.title(topic) for topic in unstated_topics(view)]
    words = f"No page states: {listed(unstated)}." if unstated else "Every topic with figures is stated by a page."
    return Album((*parts, Fragment("note.html", {"lines": (words,)}, words)))


def range_picture(view: View, topic: str) -> Picture:
    """Draw what each page states on one topic, beside what trials did."""
    rows = range_rows(view, topic)
    title = range_title(view, topic, rows)
    figure = _figure(title, rows, UNITS.get(view.topics[topic].unit or "", ""))
    return Picture(title, _alt(rows), figure, range_table(view, topic, rows))


def range_title(view: View, topic: str, rows: Sequence[RangeRow]) -> str:
    """Say how many pages give a figure, how many speak of it without one, and how many of them conflict."""
    stating = list(dict.fromkeys(row.who for row in rows if row.kind in ("page", "other")))
    wording = sum(row.kind == "words" and row.claim is not None for row in rows)
    many = f"{len(stating)} of {counted(len(view.sources), 'page')} give" if stating else "no page gives"
    only = "" if len(view.sources) == 1 else "only "
    given = f"{f'{only}{stating[0]} gives' if len(stating) == 1 else many} a figure"
    worded = f", {wording} {'speaks' if wording == 1 else 'speak'} of it without one" if wording else ""
    return f"{view.title(topic)}: {given}{worded}; {_clash(view, topic)}"


def _clash(view: View, topic: str) -> str:
    """Say how many pairs of pages, and how many pages within themselves, hold statements that cannot both stand."""
    clashing = {
        (one.source_a, one.source_b) for one in view.review.relations if one.topic == topic and one.relation == "conflict"
    }
    if len(view.sources) == 1:
        return "it conflicts with itself" if clashing else "no conflict within it"
    pairs = sum(a != b for a, b in clashing)
    between = (
        f"{counted(pairs, 'pair')} of pages {'conflicts' if pairs == 1 else 'conflict'}" if pairs else "no two pages conflict"
    )
    within = len(clashing) - pairs
    itself = (
        f"; {counted(within, 'page')} {'conflicts with itself' if within == 1 else 'conflict with themselves'}" if within else ""
    )
    return between + itself


def range_table(view: View, topic: str, rows: Sequence[RangeRow]) -> Table:
    """Return the lines of the figure as a table with the quotes."""
    shown = [(row.who, row.what, _words_of(view, row)) for row in rows]
    return Table(view.title(topic), ("Who", "What is stated", "In its words"), shown)


def _words_of(view: View, row: RangeRow) -> Cell:
    claim = row.claim
    return cell(*(quote_lines(view, claim.source_id, claim.quote, claim.start) if claim else ()))


def _alt(rows: Iterable[RangeRow]) -> str:
    said: dict[str, list[str]] = {}
    for row in rows:
        said.setdefault(row.who, []).append(row.what)
    return ". ".join(f"{who}: {listed(what)}" for who, what in said.items()) + "."


def _figure(title: str, rows: Sequence[RangeRow], unit: str) -> Any:
    import plotly.graph_objects as go

    ends = [end for row in rows for end in (row.low, row.high, *row.points) if end is not None]
    start = min(ends, default=0) - 5 if unit == "year" else 0
    widest = max([*ends, start + 1]) - start
    far = start + widest * (1 + BEYOND)
    figure = go.Figure(layout=layout(title, height=max(len(rows), 2) * ROW) | {"plot_bgcolor": "#ffffff", "showlegend": True})
    for kind in ("page", "other", "trial"):
        lines = [(place, row) for place, row in enumerate(rows) if row.kind == kind]
        if lines:
            figure.add_scatter(
                **_lines(lines, start, far, COLOURS[kind]), name=NAMES[kind], mode="lines+markers", hoverinfo="skip"
            )
    figure.add_scatter(
        **_words(rows, start, far), mode="text", textposition="middle right", showlegend=False, hoverinfo="skip", cliponaxis=False
    )
    figure.update_layout(
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False, "itemdoubleclick": False}
    )
    drawn_any = any(row.kind != "words" for row in rows)
    figure.update_xaxes(
        visible=drawn_any,
        range=[start - widest * 0.01, start + widest * (1 + BEYOND) / (1 - _share_of_words(rows))],
        title={"text": unit, "font": {"size": 13}},
        showgrid=True,
        gridcolor="#dddddd",
        zeroline=True,
        fixedrange=True,
        tickformat="d" if unit == "year" else "",
    )
    figure.update_yaxes(
        range=[len(rows) - 0.4, -0.6], showgrid=False, zeroline=False, fixedrange=True, automargin=True, **_names(rows)
    )
    return figure


def _share_of_words(rows: Sequence[RangeRow]) -> float:
    """Return how much of the width the words behind the longest bars need, judged by their length."""
    longest = max((len(row.what) for row in rows if row.kind != "words"), default=0)
    return min(LETTER * longest, MOST_FOR_WORDS)


def _lines(lines: Sequence[tuple[int, RangeRow]], start: float, far: float, colour: str) -> dict[str, Any]:
    """Return one trace for all lines of a kind: a bar ends in a stroke where it is closed, in an arrow where it is open."""
    x: list[float | None] = []
    y: list[int | None] = []
    symbols: list[str] = []
    sizes: list[int] = []
    for place, row in lines:
        low = start if row.low is None else row.low
        high = far if row.high is None else row.high
        inner = [point for point in row.points if low < point < high]
        x += [low, *inner, high, None]
        y += [place] * (len(inner) + 2) + [None]
        first = "diamond" if low == high else "line-ns-open"
        last = "triangle-right" if row.high is None else first
        symbols += [first, *["circle"] * len(inner), last, "circle"]
        sizes += [13, *[7] * len(inner), 13, 0]
    marker = {"symbol": symbols, "size": sizes, "color": colour, "opacity": 1, "line": {"width": 3, "color": colour}}
    return {"x": x, "y": y, "line": {"color": colour, "width": 4}, "marker": marker}


def _words(rows: Sequence[RangeRow], start: float, far: float) -> dict[str, Any]:
    x = [start if row.kind == "words" else far if row.high is None else row.high for row in rows]
    text = [f"  <i>{drawn(row.what)}</i>" if row.kind == "words" else f"   {drawn(row.what)}" for row in rows]
    return {
        "x": x,
        "y": list(range(len(rows))),
        "text": text,
        "textfont": {"color": [COLOURS[row.kind] if row.kind == "words" else "#1a1a1a" for row in rows]},
    }


def _names(rows: Sequence[RangeRow]) -> dict[str, Any]:
    """Name each page once, at its first line."""
    first = [place for place, row in enumerate(rows) if not place or rows[place - 1].who != row.who]
    return {"tickvals": first, "ticktext": [drawn(rows[place].who) for place in first]}
