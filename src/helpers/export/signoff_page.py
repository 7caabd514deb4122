"""One page a source in the document for sign-off: the decision, what speaks against publishing, and the texts to insert."""

from collections.abc import Iterable

from docx.document import Document

from helpers.export.docx_parts import paragraph
from helpers.export.dossier import Dossier
from helpers.export.sheets_decided import warnings_let_go
from helpers.model.cards import Card
from helpers.model.notices import notice_of
from helpers.model.owed import OWED
from helpers.model.publishing import QueueRow, Readiness
from helpers.model.source import Source
from helpers.model.words import capital

DO = {"publish": "Publish", "edit": "Edit, then publish", "hold": "Hold"}
REASONS = 5  # at most, the gravest first
TEXTS = 8  # to insert, at most
LONGEST = 180  # characters of a quote; the whole of it stands in the appendix or the workbook


def source_page(document: Document, dossier: Dossier, source: Source) -> None:
    """Begin a new page, and put on it what whoever signs must know of one source."""
    document.add_heading(dossier.name(source.source_id), level=1).paragraph_format.page_break_before = True
    shown = source.date.isoformat() if source.date else "no date shown"
    paragraph(document, ". ".join(filter(None, (source.title, f"{source.publisher or 'No publisher shown'}, {shown}"))))
    unread = notice_of(dossier.review.reaches[source.source_id])
    if unread:
        paragraph(document, f"{unread} Nothing on it was checked.", bold=True)
    [page] = [one for one in dossier.publishing.readiness if one.source_id == source.source_id]
    document.add_heading(DO[page.action], level=2)
    paragraph(document, cut(dossier.names.put_in(page.reason), 3 * LONGEST))
    rows = [row for row in dossier.publishing.queue if row.source_id == source.source_id]
    _reasons(document, dossier, page, rows)
    _texts(document, dossier, page, rows)
    _since(document, dossier, source.source_id)
    decided = sum(bool(row.verdict) for row in rows)
    paragraph(document, f"{decided} of {counted_noun(len(rows), 'passage')} that people judge are decided.")


def _reasons(document: Document, dossier: Dossier, page: Readiness, rows: list[QueueRow]) -> None:
    """Name what keeps the page or parts of it back, card by card."""
    told = [
        *(f"Its last version warned: “{cut(gone)}”" for gone in page.warnings_gone),
        *(f"The list was lost that should follow “{cut(lost)}”" for lost in page.lost),
    ]
    cards = [card for card in dossier.review.cards if card.source_id == page.source_id]
    told += filter(None, (_reason(dossier, page, card, [row for row in rows if row.card == card.card_id]) for card in cards))
    if not told:
        return
    document.add_heading("What speaks against it" if page.action != "publish" else "What is left", level=2)
    for line in told[:REASONS]:
        paragraph(document, line, style="List Bullet")
    if len(told) > REASONS:
        paragraph(document, f"And {counted_noun(len(told) - REASONS, 'more reason')}: see the workbook (.xlsx), sheet Findings.")


def _reason(dossier: Dossier, page: Readiness, card: Card, rows: list[QueueRow]) -> str:
    """Say what of a card is not to be published, with its first words; empty where all of it is."""
    back = [row for row in rows if row.action != "publish"]
    owed = [one.title for one in dossier.left_out(card) if one.title in page.warnings_missing]
    if not back and not owed:
        return ""
    new = sum(row.state == "unreviewed" for row in back)
    parts = [(sum(row.action == "edit" for row in back), "to edit"), (sum(row.action == "hold" for row in back), "on hold")]
    counts = ", ".join(f"{number} {words}" for number, words in [*parts, (new, "not reviewed")] if number)
    grave = f"{capital(card.severity)}: " if card.severity else ""
    head = f"{grave}{card.title}{f' ({counts})' if counts else ''}."
    if owed:
        return f"{head} The page leaves out {counted_noun(len(owed), 'warning')}; the texts stand below."
    first = next((row for row in back if row.problem), back[0])
    quote = f"“{cut(first.quote)}”"
    return " ".join(filter(None, (head, f"{quote}: {first.problem}." if first.problem else f"First: {quote}.", first.advice)))


def _texts(document: Document, dossier: Dossier, page: Readiness, rows: Iterable[QueueRow]) -> None:
    """Give the texts to insert and the wordings to use instead."""
    cards = (card for card in dossier.review.cards if card.source_id == page.source_id)
    owed = (one for card in cards for one in dossier.left_out(card) if one.title in page.warnings_missing)
    texts = list(dict.fromkeys(one.insert for one in owed if one.insert))
    instead: dict[str, list[str]] = {}
    for row in rows:
        if row.wording and row.action == "edit" and row.topic == OWED:
            texts.append(f"Behind “{cut(row.quote)}”: {row.wording}")
        elif row.wording and row.action == "edit":
            instead.setdefault(row.wording, []).append(row.quote)
    texts += [f"Instead of {_quotes(quotes)}: {wording}" for wording, quotes in instead.items()]
    if not texts:
        return
    document.add_heading("Texts to insert", level=2)
    for text in texts[:TEXTS]:
        paragraph(document, text, style="List Bullet")
    if len(texts) > TEXTS:
        paragraph(document, f"And {counted_noun(len(texts) - TEXTS, 'more text')}: see the workbook (.xlsx).")


def _since(document: Document, dossier: Dossier, source_id: str) -> None:
    """Count what changed since it was decided; the appendix names it."""
    reopened = sum(one.source_id == source_id for one in dossier.reopened)
    gone = sum(one.warning.source_id == source_id for one in warnings_let_go(dossier))
    if reopened:
        what = f"{counted_noun(reopened, 'decision')} no longer hold, because the page changed: see the appendix."
        paragraph(document, what, bold=True)
    if gone:
        paragraph(document, f"{counted_noun(gone, 'warning')} of earlier versions let go: see the appendix.")


def _quotes(quotes: list[str]) -> str:
    more = f" and in {counted_noun(len(quotes) - 1, 'more place')}" if len(quotes) > 1 else ""
    return f"“{cut(quotes[0])}”{more}"


def cut(words: str, longest: int = LONGEST) -> str:
    """Return words on one line, cut between two of them where they are too long for a page at a glance."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[:longest].rpartition(' ')[0]} …"


def counted_noun(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
