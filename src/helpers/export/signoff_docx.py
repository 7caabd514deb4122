"""The ``.docx`` for sign-off: what each page says, what speaks against it, what was decided, and who signs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import docx
from docx.document import Document

from helpers.export.atomic import atomic_path
from helpers.export.docx_parts import DocxCell, Part, lay_out, paragraph, table
from helpers.export.dossier import Dossier, is_law
from helpers.export.office import without_clock
from helpers.export.sheets_decided import Said, said, warnings_let_go
from helpers.export.signoff_cards import IN_FULL, counted_noun, page_findings
from helpers.export.summary import CHECK_LAW, NO_SUPPORT
from helpers.model.notices import notice_of
from helpers.model.publishing import QueueRow
from helpers.model.source import Source
from helpers.model.words import VERDICT_WORDS

TITLE = "For sign-off"
ACTIONS = ("hold", "edit")
TOTALS = (("publish", "to publish"), ("edit", "to edit"), ("hold", "on hold"), ("unreviewed", "of them not reviewed"))
EMPTY_LINES = 2  # for people who sign without having decided a claim


def write_signoff(dossier: Dossier, path: Path | str) -> None:
    """Write the document that the reviewers sign.

    The words of a source are text: never a field, a link or markup.

    Raises
    ------
    WorkbookError
        If the file cannot be written.
    """
    document = docx.Document()
    lay_out(document, f"{TITLE}: {counted_noun(len(dossier.review.sources), 'source')}, {dossier.as_of}")
    stand = defaultdict[str, list[Said]](list)
    for one in said(dossier):
        stand[one.claim.source_id].append(one)
    _opening(document, dossier)
    for source in dossier.review.sources:
        _source(document, dossier, source, stand[source.source_id])
    _references(document, dossier, [one for rulings in stand.values() for one in rulings])
    _signatures(document, dossier)
    with atomic_path(path) as draft:
        document.save(str(draft))
        without_clock(draft)


def _opening(document: Document, dossier: Dossier) -> None:
    document.add_heading(TITLE, level=0)
    paragraph(
        document, f"What stands on {dossier.as_of} for {dossier.publishing.market}, read with the pack {dossier.review.pack}."
    )
    pages = dossier.publishing.readiness
    totals = ", ".join(f"{sum(getattr(page, part) for page in pages)} {words}" for part, words in TOTALS)
    ready_now = sum(page.action == "publish" for page in pages)
    needed = "One reviewer decides" if dossier.publishing.needed == 1 else f"{dossier.publishing.needed} reviewers must agree"
    first = f"{ready_now} of {counted_noun(len(pages), 'page')} can be published."
    paragraph(document, f"{first} Claims: {totals}. {needed}.", bold=True)
    for line in dossier.notices:
        paragraph(document, line, bold=True)
    paragraph(document, CHECK_LAW, bold=True)
    paragraph(document, NO_SUPPORT)
    document.add_heading("The sources", level=1)
    ready = {one.source_id: one for one in dossier.publishing.readiness}
    rows: list[list[DocxCell]] = []
    for source in dossier.review.sources:
        what = ready.get(source.source_id)
        shown = source.date.isoformat() if source.date else "no date shown"
        rows.append(
            [
                [Part.bold(dossier.name(source.source_id)), Part(source.title)],
                f"{source.publisher or 'no publisher shown'}, {shown}",
                source.sells,
                [Part.bold(what.action)] if what else "not proposed",
                f"{what.publish} to publish, {what.edit} to edit, {what.hold} on hold ({what.unreviewed} not reviewed)"
                if what
                else "",
            ]
        )
    heads = [("Source", 5), ("Publisher, date", 3), ("What it sells", 6), ("What to do", 3), ("Its claims", 4)]
    table(document, heads, rows)


def _source(document: Document, dossier: Dossier, source: Source, rulings: Sequence[Said]) -> None:
    document.add_heading(dossier.name(source.source_id), level=1)
    paragraph(document, f"File {source.name}, SHA-256 {source.sha256}.")
    unread = notice_of(dossier.review.reaches[source.source_id])
    if unread:
        paragraph(document, f"{unread} Nothing on it was checked.", bold=True)
    _held(document, dossier, source.source_id)
    page_findings(document, dossier, source.source_id)
    _decisions(document, dossier, rulings)
    _lapsed(document, dossier, source.source_id)


def _lapsed(document: Document, dossier: Dossier, source_id: str) -> None:
    """Name the decisions that no longer hold, and the warnings of earlier versions that were let go."""
    reopened = [one for one in dossier.reopened if one.source_id == source_id]
    gone = [one for one in warnings_let_go(dossier) if one.warning.source_id == source_id]
    if reopened:
        document.add_heading("Decisions that no longer hold, because the page changed", level=2)
    for lapsed in reopened:
        verdicts = ", ".join(VERDICT_WORDS[verdict] for verdict in lapsed.verdicts)
        paragraph(document, f"“{lapsed.quote}”, decided: {verdicts}; {lapsed.followed.reason}.", style="List Bullet")
    if gone:
        document.add_heading("Warnings of earlier versions that were let go", level=2)
    for one in gone:
        who = f"{one.event.decision.reviewer}, {one.event.time[:10]}"
        paragraph(document, f"“{one.warning.anchor.exact}”: {one.reason} ({who})", style="List Bullet")


def _held(document: Document, dossier: Dossier, source_id: str) -> None:
    """Say what keeps the page and its claims from being published."""
    document.add_heading("What is held, and why", level=2)
    for page in (one for one in dossier.publishing.readiness if one.source_id == source_id):
        paragraph(document, f"The page: {page.action}. {page.reason}", bold=True)
        for gone in page.warnings_gone:
            paragraph(document, f"Its last version warned: “{gone}”", style="List Bullet")
        for lost in page.lost:
            paragraph(document, f"The list was lost that should follow “{lost}”", style="List Bullet")
        if page.unread:
            paragraph(
                document,
                f"{counted_noun(page.unread, 'sentence')} that no rule has read and nobody has reviewed",
                style="List Bullet",
            )
    groups: defaultdict[tuple[str, str], list[QueueRow]] = defaultdict(list)
    for row in dossier.publishing.queue:
        if row.source_id == source_id and row.action != "publish":
            groups[row.action, row.reason].append(row)
    if not groups:
        own = any(row.source_id == source_id for row in dossier.publishing.queue)
        paragraph(document, "No claim is held." if own else "No claim was read on it.")
        return
    rows = [
        [action, dossier.names.put_in(reason), str(len(members)), ", ".join(dossier.number(one.claim_id) for one in members)]
        for (action, reason), members in sorted(groups.items(), key=lambda group: ACTIONS.index(group[0][0]))
    ]
    table(document, [("What to do", 2), ("Why", 9), ("How many", 2), ("Claims", 8)], rows)


def _decisions(document: Document, dossier: Dossier, rulings: Sequence[Said]) -> None:
    """Show each ruling once, with every place of the page that it is about."""
    document.add_heading("Decisions", level=2)
    groups: defaultdict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in rulings:
        groups[one.event.hash, dossier.statement(one.claim)].append(one)
    if not groups:
        paragraph(document, "No claim of this page is decided.")
        return
    rows = [_decision(dossier, statement, members) for (_, statement), members in groups.items()]
    table(
        document,
        [("It says", 4), ("Quotes", 7), ("Verdict", 4), ("Reason and wording", 6), ("References", 5), ("Who and when", 4)],
        rows,
    )


def _decision(dossier: Dossier, statement: str, members: Sequence[Said]) -> list[DocxCell]:
    _, event, ruling = members[0]
    role = "adjudicator" if event.decision.kind == "adjudicate" else "reviewer"
    until = f"Good until {ruling.expires}" if ruling.expires else ""
    expired = "EXPIRED" if ruling.expires and ruling.expires < dossier.as_of else ""
    quotes = dict.fromkeys(one.claim.quote for one in members)
    return [
        [Part.bold(statement), Part(", ".join(dossier.number(one.claim.claim_id) for one in members))],
        [Part.quote(quote) for quote in quotes],
        [Part.bold(VERDICT_WORDS[ruling.verdict]), Part(until), Part.bold(expired)],
        [Part(ruling.reason), Part(f"Instead: {ruling.wording}" if ruling.wording else "")],
        [Part(dossier.citation(reference)) for reference in ruling.references],
        [Part(event.decision.reviewer), Part(role), Part(event.time[:10])],
    ]


def _references(document: Document, dossier: Dossier, rulings: Iterable[Said]) -> None:
    """List what findings and decisions cite; laws and codes apart, with the reminder to check them."""
    cited = {reference for one in rulings for reference in one.ruling.references}
    cited |= {reference for one in dossier.review.findings if one.severity in IN_FULL for reference in one.references}
    cited |= {reference for row in dossier.publishing.queue for reference in row.laws}
    named = [entry for ref_id, entry in dossier.entries.items() if ref_id in cited]
    listed = [row for ref_id, row in dossier.tables.items() if ref_id in cited]
    for title, laws in (("References", False), ("Laws, regulators and advertising codes", True)):
        entries = [entry for entry in named if is_law(entry) is laws]
        if not entries:
            continue
        document.add_heading(title, level=1)
        if laws:
            paragraph(document, CHECK_LAW, bold=True)
        rows = [[dossier.citation(row.ref_id), row.full_title, row.finding, row.quality_caveats] for row, _ in entries]
        table(document, [("Citation", 6), ("Title", 6), ("What it says", 7), ("Caveats", 6)], rows)
    if listed:
        document.add_heading("Warnings, regulatory facts and advertising rules", level=1)
        paragraph(document, CHECK_LAW, bold=True)
        rows = [[dossier.citation(row.ref_id), row.statement, row.caveat] for row in listed]
        table(document, [("Citation", 8), ("What it says", 10), ("How it was seen", 7)], rows)


def _signatures(document: Document, dossier: Dossier) -> None:
    """Leave room for everybody whose verdicts stand, and for others who sign."""
    document.add_heading("Signatures", level=1)
    reviewers = sorted({name for one in dossier.judgements.values() for name in one.reviewers})
    settled = [one.reviewers[-1] for one in dossier.judgements.values() if one.state == "adjudicated"]
    ruled = {name for one in dossier.judgements.values() for name in one.reviewers[: -1 if one.state == "adjudicated" else None]}
    roles = {
        name: ", ".join(role for role, names in (("reviewer", ruled), ("adjudicator", settled)) if name in names)
        for name in reviewers
    }
    paragraph(document, "By signing I confirm the decisions above that bear my name, for the texts with the hashes above.")
    rows = [[name, roles[name], "", "\n\n"] for name in reviewers] + [["", "", "", "\n\n"]] * EMPTY_LINES
    table(document, [("Name", 5), ("Role", 4), ("Date", 3), ("Signature", 8)], rows)
