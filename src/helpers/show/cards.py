"""What is to decide on each page, card by card: what is said, what speaks against it, the harm, and what to do."""

from collections import defaultdict

from helpers.model import Disclosure
from helpers.model.cards import Card
from helpers.show.findings import cited_lines, findings_table, severity_cell
from helpers.show.parts import Album, Bit, Fragment, Part, Row, Table, cell
from helpers.show.view import View
from helpers.show.words import capital, counted, one_line

LOST = "A list that may hold it was lost."
OWED = ("Severity", "What is left out", "Text to insert", "The harm without it", "Who says so")


def page_cards(view: View) -> Album:
    """Return every page with its cards, the grave ones first."""
    cards: defaultdict[str, list[Card]] = defaultdict(list)
    for card in view.review.cards:
        cards[card.source_id].append(card)
    parts: list[Part] = []
    for place, source in enumerate(view.sources, start=1):
        own = cards[source.source_id]
        parts += [_heading(view, source.source_id, place, own), *(part for card in own for part in _card(view, card))]
    return Album(tuple(parts))


def cards_of_page(view: View, source_id: str) -> Album:
    """Return what is to decide on one page, the grave first."""
    own = [card for card in view.review.cards if card.source_id == source_id]
    return Album(tuple(part for card in own for part in _card(view, card)))


def _heading(view: View, source_id: str, place: int, cards: list[Card]) -> Fragment:
    name = view.names[source_id]
    rest = sum(len(card.claim_ids) for card in cards if card.kind == "rest")
    first = [card for card in cards if card.kind != "rest" and card.is_open]
    words = f"{capital(counted(len(first), 'card'))} to decide, then the rest: {counted(rest, 'statement')} with no finding."
    if not cards:
        words = "Nothing to decide." if view.could_be_read(source_id) else view.not_stated(source_id).capitalize() + "."
    values = {"name": name, "place": f"page-{place}", "words": words, "text": view.link(source_id)}
    return Fragment("page.html", values, f"{name}. {words}")


def _card(view: View, card: Card) -> list[Table]:
    caption = f"{view.names[card.source_id]}: {card.title}"
    if card.kind == "warnings" and card.treatment:
        return [_checklist(view, card, caption)]
    if card.kind == "unread":
        return [_unread(view, card, caption)]
    return [findings_table(view, card.findings, caption=caption, of=card.source_id)] if card.findings else []


def _checklist(view: View, card: Card, caption: str) -> Table:
    """Return the warnings that a treatment owes and the page leaves out, with the text to insert."""
    return Table(caption, OWED, [owed_row(view, one) for one in card.left_out(view.review.disclosures)])


def owed_row(view: View, one: Disclosure) -> Row:
    """Return the row of a warning that is left out, below ``OWED``."""
    return (
        severity_cell(one.severity),
        cell(Bit(one.title, looks=("title",)), *((LOST,) if one.state == "unknown" else ())),
        cell(one.insert),
        cell(capital(one.harm)),
        cell(*cited_lines(view, one.references) or [(Bit(capital(one.source), looks=("quiet",)),)]),
    )


def _unread(view: View, card: Card, caption: str) -> Table:
    reasons = {(row.source_id, row.start): row.reason for row in view.review.ledger}
    sentences = [view.claims[claim_id] for claim_id in card.claim_ids]
    rows = [
        (
            cell(Bit(one_line(one.quote), href=view.link(one.source_id, one.start, one.end), quoted=True)),
            reasons[one.source_id, one.start],
        )
        for one in sentences
    ]
    return Table(caption, ("Sentence", "What in it was not read"), rows)
