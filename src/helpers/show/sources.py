"""What was loaded: who says it, when, what the page sells, and what became of its text."""

from collections import Counter

from helpers.model.ledger import LedgerRow, reading_order
from helpers.show.parts import Bit, Part, Picture, Row, Table, cell, note
from helpers.show.view import View
from helpers.show.words import counted, listed, one_line

# What became of a sentence: status -> how it is called, and its colour.
STATUSES = {
    "claims": ("makes claims", "#0072b2"),
    "no claim": ("makes no claim", "#a9d0ee"),
    "unread": ("not read", "#e69f00"),
    "gap": ("its list was lost", "#d55e00"),
    "chrome": ("website furniture", "#bbbbbb"),
    "unreached": ("could not be read", "#cc79a7"),
}
BEGINNING = 120  # characters of a paragraph that tell which it is
INSIDE = {"claims": "#ffffff"}


def source_table(view: View) -> Table:
    """Return the sources as their pages show them."""
    rows = [
        (
            cell(Bit(view.names[one.source_id], href=view.link(one.source_id))),
            one.title if one.title != one.name else "not shown",
            one.publisher or "not shown",
            one.date.isoformat() if one.date else "not shown",
            one.sells or "not known",
        )
        for one in view.sources
    ]
    columns = ("Source", "Title", "Publisher", "Date", "What it sells")
    return Table("The sources; a title in square brackets is ours, because the page shows none", columns, rows)


def accounting_table(view: View) -> Table:
    """Return how much of each source was read, is furniture, or was lost: sentences by what became of them."""
    found = {one.source_id: Counter[str]() for one in view.sources}
    for row in view.review.ledger:
        found[row.source_id][row.status] += 1
    shown = [status for status in STATUSES if status != "unreached" or any(counts[status] for counts in found.values())]
    rows: list[Row] = [
        (
            view.names[one.source_id],
            len(view.document(one.source_id).text),
            sum(found[one.source_id].values()),
            *(found[one.source_id][status] for status in shown),
            len(view.readings[one.source_id].claims),
        )
        for one in view.sources
    ]
    columns = ("Source", "Characters", "Sentences", *(STATUSES[status][0] for status in shown), "Claims")
    return Table("What became of every sentence", columns, rows)


def accounting_picture(view: View) -> Picture:
    """Draw the share of each source's sentences by what became of them."""
    import plotly.graph_objects as go

    from helpers.show.grid import drawn, layout

    names = [drawn(view.names[one.source_id]) for one in view.sources]
    counts: Counter[tuple[str, str]] = Counter((row.source_id, row.status) for row in view.review.ledger)
    title = _title(view)
    figure = go.Figure(
        layout=layout(title, height=len(names) * 44 + 40) | {"plot_bgcolor": "#ffffff", "barmode": "stack", "bargap": 0.25}
    )
    for status, (words, colour) in STATUSES.items():
        x = [counts[one.source_id, status] for one in view.sources]
        if any(x):
            figure.add_bar(
                x=x,
                y=names,
                orientation="h",
                name=words,
                marker={"color": colour},
                text=[number or "" for number in x],
                textangle=0,
                textfont={"color": INSIDE.get(status, "#000000")},
                hovertemplate="%{y}: %{x} sentences, " + words + "<extra></extra>",
            )
    figure.update_xaxes(title={"text": "sentences", "font": {"size": 13}}, fixedrange=True, gridcolor="#dddddd", showgrid=True)
    figure.update_yaxes(autorange="reversed", automargin=True, fixedrange=True)
    figure.update_layout(legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"})
    said = []
    for one in view.sources:
        parts = [
            f"{counts[one.source_id, status]} {words}" for status, (words, _) in STATUSES.items() if counts[one.source_id, status]
        ]
        said.append(f"{view.names[one.source_id]}: {listed(parts) or 'no sentences'}")
    return Picture(title, "Sentences by what became of them. " + ". ".join(said) + ".", figure, accounting_table(view))


def _title(view: View) -> str:
    counts: Counter[str] = Counter(row.status for row in view.review.ledger)
    total = sum(counts.values())
    lost, unread = counted(counts["gap"], "list"), counted(counts["unread"], "sentence")
    shut = f"; {counted(counts['unreached'], 'sentence')} could not be read at all" if counts["unreached"] else ""
    return (
        f"{counts['claims']} of {counted(total, 'sentence')} make claims; {lost} {'was' if counts['gap'] == 1 else 'were'} lost "
        f"and {unread} {'was' if counts['unread'] == 1 else 'were'} not read{shut}"
    )


def lost_lists(view: View) -> Table:
    """Return the lead-ins whose lists were lost: silence below them is unknown, never "not stated"."""
    rows = [
        (
            _place(view, gap.source_id, gap.start, gap.end),
            cell(gap.missing or Bit(one_line(gap.quote), quoted=True)),
            view.title(gap.topic) if gap.topic else "not told",
        )
        for gap in view.review.gaps
    ]
    columns = ("Source", "What announces it", "About")
    return Table("Lists that were lost on the way here", columns, rows, empty=f"No list was lost{view.where_read}.")


def not_read(view: View) -> Table:
    """Return the files of the folder, and the parts of files, that were not read, each with the reason."""
    rows = [(one.name, one.reason) for one in view.review.passed]
    return Table("Files and parts of files that were not read", ("File", "Why"), rows, empty="Every file of the folder was read.")


SAME = {
    "page": "word for word",
    "near": "nearly word for word",
    "paragraph": "this paragraph",
    "near paragraph": "nearly this paragraph",
}


def copied(view: View) -> Part:
    """Return the pages and paragraphs that say the same, and what differs in a near-copy; a line where there are none."""
    rows: list[Row] = []
    for group in view.review.copies:
        first, *others = group.places
        said = Bit(one_line(view.document(first.source_id).text[first.start : first.end])[:BEGINNING] + " …", quoted=True)
        for place in others:
            what = SAME[group.same] if group.of_pages else cell(SAME[group.same], said)
            rows.append((_place(view, *place[:3]), _place(view, *first[:3]), what, place.differs or "nothing"))
    if not rows:
        return note("No two pages, and no longer paragraphs, say the same word for word or nearly so.")
    caption = "Copies: however many pages say it, it is one voice, and no page repeats another"
    return Table(caption, ("Source", "Says the same as", "How much of it", "What differs"), rows)


def unread_sentences(view: View) -> Table:
    """Return the sentences that may hold a claim and that no rule took: page by page, harms and medicines first."""
    unread = [row for row in view.review.ledger if row.status == "unread"]
    rows = [_unread(view, row) for row in sorted(unread, key=lambda row: (row.source_id, reading_order(row)))]
    caption = "Sentences that a reviewer must read: no rule took them"
    columns = ("Source", "Sentence", "What in it was not read")
    return Table(caption, columns, rows, empty=f"Every sentence with a sign of a claim was read{view.where_read}.")


def _unread(view: View, row: LedgerRow) -> Row:
    words = view.document(row.source_id).text[row.start : row.end]
    return _place(view, row.source_id, row.start, row.end), cell(Bit(one_line(words), quoted=True)), row.reason


def _place(view: View, source_id: str, start: int, end: int) -> Bit:
    return Bit(view.names[source_id], href=view.link(source_id, start, end))
