"""What the content team works from, as tables: how ready each page is, the queue, the library, and what is used where."""

from collections.abc import Iterable, Sequence

from helpers.model.publishing import LibraryRow, QueueRow, Readiness, Refusal, Use
from helpers.show.parts import Album, Bit, Cell, Fragment, Row, Table, cell
from helpers.show.view import View
from helpers.show.words import counted, plain

SIGNS = {"hold": "■ hold", "edit": "◧ edit", "publish": "□ publish"}
SHOWN = 12  # claims that a page's table shows of those that nobody reviewed


def publishing_headline(readiness: Sequence[Readiness]) -> Fragment:
    """Return the first line: what can be published, and what stands in the way."""
    ready = sum(page.action == "publish" for page in readiness)
    counts = [sum(getattr(page, action) for page in readiness) for action in ("publish", "edit", "hold")]
    unreviewed = sum(page.unreviewed for page in readiness)
    first = f"{ready} of {counted(len(readiness), 'page')} can be published."
    second = (
        f"Claims: {counts[0]} to publish, {counts[1]} to edit, {counts[2]} on hold, "
        f"{unreviewed} of them because nobody has reviewed them."
    )
    return Fragment("headline.html", {"lines": (first, second)}, f"{first}\n{second}")


def readiness_table(view: View, readiness: Iterable[Readiness]) -> Table:
    """Return a row a page: what to do with it and why."""
    columns = ("Page", "What to do", "Why", "Publish", "Edit", "Hold", "Unreviewed", "Warnings missing", "Lists lost", "Unread")
    return Table("How ready each page is", columns, [_page(view, page) for page in readiness])


def _page(view: View, page: Readiness) -> Row:
    name = cell(Bit(view.names[page.source_id], href=view.link(page.source_id)))
    action = cell(Bit(SIGNS[page.action], looks=("title",)))
    counts = (page.publish, page.edit, page.hold, page.unreviewed, len(page.warnings_missing), len(page.lost), page.unread)
    return (name, action, page.reason, *counts)


def queue_tables(view: View, queue: Iterable[QueueRow]) -> Album:
    """Return a table a page: its claims with what to do; of those that nobody reviewed only the first and their number."""
    rows: dict[str, list[QueueRow]] = {source.source_id: [] for source in view.sources}
    for row in queue:
        rows[row.source_id].append(row)
    return Album(tuple(_queue(view, source_id, found) for source_id, found in rows.items() if found))


def _queue(view: View, source_id: str, rows: list[QueueRow]) -> Table:
    reviewed = [row for row in rows if row.state != "unreviewed"]
    unreviewed = [row for row in rows if row.state == "unreviewed"]
    shown = [*reviewed, *unreviewed[:SHOWN]]
    left = f"; {counted(len(unreviewed) - SHOWN, 'more claim')} that nobody reviewed" if len(unreviewed) > SHOWN else ""
    columns = ("Words on the page", "Claim", "What to do", "Instead", "Why")
    caption = f"{view.names[source_id]}: {counted(len(rows), 'claim')}{left}"
    return Table(caption, columns, [_claim(view, row) for row in shown])


def _claim(view: View, row: QueueRow) -> Row:
    quote = cell(Bit(" ".join(row.quote.split()), quoted=True, href=view.link(row.source_id, row.start)))
    about = ": ".join(filter(None, (view.title(row.topic), plain(row.item))))
    action = cell(Bit(SIGNS[row.action], looks=("title",)))
    return quote, about, action, row.wording, view.with_names(row.reason)


def library_table(rows: Iterable[LibraryRow]) -> Table:
    """Return a row an approved wording: how it may be used, on what it rests, by whom and until when."""
    columns = ("Wording", "Claim", "Conditions", "References", "Approved by", "On", "Until", "State")
    told: list[Row] = [
        (
            cell(Bit(row.wording, quoted=True)),
            ": ".join(filter(None, (plain(row.topic), plain(row.item)))),
            row.conditions,
            ", ".join(row.references),
            ", ".join(row.approved_by),
            row.approved_on,
            row.expires or "no last day",
            row.state,
        )
        for row in rows
    ]
    return Table("Approved wordings", columns, told, empty="No wording has been approved yet.")


def refused_table(view: View, refusals: Iterable[Refusal]) -> Table:
    """Return a row a claim that may not stand as it is worded."""
    told: list[Row] = [
        (
            _quote(view, one.quote, one.source_id),
            plain(one.verdict),
            ", ".join(one.refused_by),
            one.reason,
            one.wording,
        )
        for one in refusals
    ]
    columns = ("Words", "Verdict", "By", "Why", "Instead")
    return Table("What may not stand as it is worded", columns, told, empty="Nothing has been refused yet.")


def uses_table(view: View, uses: Iterable[Use]) -> Table:
    """Return a row a place where what an approved wording says stands."""
    told: list[Row] = [
        (
            cell(Bit(use.wording, quoted=True)),
            use.state,
            cell(Bit(view.names[use.source_id], href=view.link(use.source_id, use.start))),
            "word for word" if use.exact else f"in other words: “{' '.join(use.quote.split())}”",
        )
        for use in uses
    ]
    return Table("What is used where", ("Wording", "State", "Page", "How"), told, empty="No approved wording is in use yet.")


def _quote(view: View, quote: str, source_id: str) -> Cell:
    return cell(Bit(" ".join(quote.split()), quoted=True), Bit(view.names[source_id], looks=("quiet",)))
