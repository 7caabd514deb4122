"""What the content team works from, as tables: how ready each page is, the queue, the library, and what is used where."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from helpers.model.publishing import LibraryRow, QueueRow, Readiness, Refusal, Use
from helpers.model.unread import UNREAD
from helpers.model.words import ACTION_WORDS
from helpers.show.parts import Album, Bit, Cell, Fragment, Part, Row, Table, cell
from helpers.show.view import View
from helpers.show.words import capital, counted, plain


def publishing_headline(readiness: Sequence[Readiness], *, notices: Sequence[str] = ()) -> Fragment:
    """Return the first line: what can be published, and what stands in the way.

    Parameters
    ----------
    notices : sequence of str
        What must be known of pages that could not be read.
    """
    first, second = headline_lines(readiness)
    return Fragment("headline.html", {"lines": (first, second), "notices": notices}, "\n".join((first, second, *notices)))


def headline_lines(readiness: Sequence[Readiness]) -> tuple[str, str]:
    """Return how many pages can be published, and what is to do with the claims."""
    ready = sum(page.action == "publish" for page in readiness)
    counts = [sum(getattr(page, action) for page in readiness) for action in ("publish", "edit", "hold")]
    unreviewed = sum(page.unreviewed for page in readiness)
    first = f"{ready} of {counted(len(readiness), 'page')} can be published."
    second = (
        f"Claims: {counts[0]} to publish, {counts[1]} to edit, {counts[2]} on hold, "
        f"{unreviewed} of them because nobody has reviewed them."
    )
    return first, second


def readiness_table(view: View, readiness: Iterable[Readiness], *, texts_of: Container[str] | None = None) -> Table:
    """Return a row a page: what to do with it and why.

    Parameters
    ----------
    texts_of : collection of str, optional
        The sources whose texts can be reached from here; by default all of them.
    """
    columns = (
        "Page",
        "What to do",
        "Why",
        "Publish",
        "Edit",
        "Hold",
        "Unreviewed",
        "Warnings missing",
        "Warnings gone",
        "Lists lost",
        "Unread",
    )
    return Table(
        "How ready each page is",
        columns,
        [_page(view, page, linked=texts_of is None or page.source_id in texts_of) for page in readiness],
    )


def _page(view: View, page: Readiness, *, linked: bool) -> Row:
    name = cell(Bit(view.names[page.source_id], href=view.link(page.source_id) if linked else ""))
    action = cell(Bit(ACTION_WORDS[page.action], looks=("title",)))
    claims = (page.publish, page.edit, page.hold, page.unreviewed)
    lacking = (len(page.warnings_missing), len(page.warnings_gone), len(page.lost), page.unread)
    return (name, action, view.with_names(page.reason), *claims, *lacking)


def queue_tables(view: View, queue: Iterable[QueueRow]) -> Album:
    """Return a table a card: what is decided on it, with what to do, why, and what a finding says against it."""
    rows: defaultdict[str, list[QueueRow]] = defaultdict(list)
    for row in queue:
        rows[row.card].append(row)
    columns = ("Words on the page", "Claim", "What to do", "Instead", "Why", "What speaks against it")
    parts: list[Part] = []
    for card in view.review.cards:
        if card.card_id in rows:
            caption = f"{view.names[card.source_id]}: {card.title}"
            parts.append(Table(caption, columns, [_claim(view, row) for row in rows[card.card_id]]))
    return Album(tuple(parts))


def _claim(view: View, row: QueueRow) -> Row:
    quote = cell(Bit(" ".join(row.quote.split()), quoted=True, href=view.link(row.source_id, row.start, row.end)))
    item = "" if row.topic == UNREAD else plain(row.item).replace("unspecified", "")
    about = capital(": ".join(filter(None, (view.title(row.topic), item))))
    against = cell(Bit(capital(row.problem), looks=("title",)), row.advice) if row.problem else cell("")
    action = cell(Bit(ACTION_WORDS[row.action], looks=("title",)))
    return quote, about, action, row.wording, view.with_names(row.reason), against


def library_table(view: View, rows: Iterable[LibraryRow]) -> Table:
    """Return a row an approved wording: how it may be used, on what it rests, by whom and until when."""
    columns = ("Wording", "Claim", "Conditions", "References", "Approved by", "On", "Until", "State")
    told: list[Row] = [
        (
            cell(Bit(row.wording, quoted=True)),
            ": ".join(filter(None, (view.title(row.topic), plain(row.item)))),
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
            cell(Bit(view.names[use.source_id], href=view.link(use.source_id, use.start, use.end))),
            "word for word" if use.exact else f"in other words: “{' '.join(use.quote.split())}”",
        )
        for use in uses
    ]
    return Table("What is used where", ("Wording", "State", "Page", "How"), told, empty="No approved wording is in use yet.")


def _quote(view: View, quote: str, source_id: str) -> Cell:
    return cell(Bit(" ".join(quote.split()), quoted=True), Bit(view.names[source_id], looks=("quiet",)))
