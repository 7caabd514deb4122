"""The findings of a page in the document for sign-off, card by card."""

from collections import defaultdict
from dataclasses import replace

from docx.document import Document

from helpers.export.docx_parts import DocxCell, Part, paragraph, table
from helpers.export.dossier import Dossier
from helpers.model import Finding
from helpers.model.cards import Card
from helpers.model.palette import SEVERITIES
from helpers.model.words import advice_on, capital, problem_words

IN_FULL = ("high", "medium")
PLACES = 3  # further places that are quoted
FINDING_HEADS = [("Severity", 2), ("The problem", 4), ("The page says", 5), ("Against it", 7), ("The harm, and what to do", 8)]
OWED_HEADS = [("Severity", 2), ("What is left out", 6), ("Text to insert", 9), ("The harm without it", 6), ("Source", 3)]


def page_findings(document: Document, dossier: Dossier, source_id: str) -> None:
    """Show the page's findings card by card, those of two pages under the first of them; count those of low severity."""
    document.add_heading("Findings", level=2)
    found = dossier.findings_on.get(source_id, [])
    shown = [one for one in found if one.severity in IN_FULL]
    for card in dossier.review.cards:
        if card.source_id == source_id:
            _card(document, dossier, card)
    if not shown:
        read = dossier.review.reaches[source_id].could_be_read
        paragraph(document, "None of high or medium severity." if read else "Not known: the page could not be read.")
    above: defaultdict[str, list[str]] = defaultdict(list)
    for one in shown:
        if one.source_a != source_id:
            above[one.source_a].append(f"No. {one.rank} ({one.severity})")
    for other, numbers in above.items():
        paragraph(document, f"Shown under {dossier.name(other)}, with its quotes of this page: {', '.join(numbers)}.")
    if len(found) > len(shown):
        paragraph(document, f"{counted_noun(len(found) - len(shown), 'finding')} of low severity stand in the workbook (.xlsx).")


def _card(document: Document, dossier: Dossier, card: Card) -> None:
    """Show what a card holds: the warnings that are left out with the text to insert, or its findings."""
    own = [one for one in card.findings if one.severity in IN_FULL and one.source_a == card.source_id]
    if own:
        document.add_heading(card.title, level=3)
    owed = dossier.left_out(card)
    if owed:
        rows: list[list[DocxCell]] = [
            [SEVERITIES[one.severity], [Part.bold(one.title)], one.insert, one.harm, "; ".join(one.references)] for one in owed
        ]
        table(document, OWED_HEADS, rows)
    elif own:
        table(document, FINDING_HEADS, [_finding(dossier, one) for one in own])


def _finding(dossier: Dossier, one: Finding) -> list[DocxCell]:
    against = [Part.quote(one.quote_b), Part(dossier.name(one.source_b))] if one.quote_b and one.two_sided else []
    others = dossier.other_quotes(one)
    more = [Part(f"and in {counted_noun(len(others) - PLACES, 'more place')}")] if len(others) > PLACES else []
    look = SEVERITIES[one.severity]
    return [
        replace(look, word=f"No. {one.rank}, {look.word}"),
        [Part.bold(capital(problem_words(one))), Part(dossier.subject(one))],
        [*map(Part.quote, [one.quote_a, *others[:PLACES]]), *more] if one.quote_a else "nothing",
        [*against, Part(dossier.names.put_in(one.reason)), Part("; ".join(one.references))],
        [Part(f"{capital(one.harm)}."), Part(advice_on(one))],
    ]


def counted_noun(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
