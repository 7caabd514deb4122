"""The appendix of the document for sign-off: decisions, what changed since, what is cited, and which texts it is all about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from docx.document import Document

from helpers.export.docx_parts import DocxCell, Part, paragraph, table
from helpers.export.dossier import Dossier, is_law
from helpers.export.sheets_decided import Said, warnings_let_go
from helpers.export.sheets_decided import said as rulings_of
from helpers.export.signoff_page import cut
from helpers.export.summary import CHECK_LAW
from helpers.model.unread import UNREAD
from helpers.model.words import VERDICT_WORDS, capital, said

DECISION_HEADS = [("Verdict, by whom and when", 3), ("On what", 13), ("Reason, wording, references", 5)]
QUOTE = 60  # characters


def appendix(document: Document, dossier: Dossier) -> None:
    """Put behind the pages of the sources what they rest on."""
    stand = rulings_of(dossier)
    document.add_heading("Appendix", level=1).paragraph_format.page_break_before = True
    document.add_heading("Decisions", level=2)
    by_source: defaultdict[str, list[Said]] = defaultdict(list)
    for one in stand:
        by_source[one.claim.source_id].append(one)
    if not by_source:
        paragraph(document, "No claim is decided.")
    for source_id, rulings in by_source.items():
        document.add_heading(dossier.name(source_id), level=3)
        table(document, DECISION_HEADS, [_decision(dossier, group) for group in _alike(rulings)], whole_rows=False)
    _changed(document, dossier)
    _references(document, dossier, stand)
    _read(document, dossier)


def _alike(rulings: Iterable[Said]) -> list[list[list[Said]]]:
    """Group the claims of a page of which the same people said the same on the same days; each with all that was said of it."""
    by_claim: defaultdict[str, list[Said]] = defaultdict(list)
    for one in rulings:
        by_claim[one.claim.claim_id].append(one)
    groups: defaultdict[tuple[object, ...], list[list[Said]]] = defaultdict(list)
    for about in by_claim.values():
        groups[tuple((one.ruling, _who(one)) for one in about)].append(about)
    return list(groups.values())


def _who(one: Said) -> str:
    role = ", adjudicator" if one.event.decision.kind == "adjudicate" else ""
    return f"{one.event.decision.reviewer}{role}, {one.event.time[:10]}"


def _decision(dossier: Dossier, group: Sequence[Sequence[Said]]) -> list[DocxCell]:
    """Show what people said alike of some claims: the verdict, the claims topic by topic, and why."""
    verdict: list[Part] = []
    why: list[Part] = []
    for one in group[0]:
        ends = one.ruling.expires
        good = f"{'EXPIRED, was good' if ends < dossier.as_of else 'good'} until {ends}" if ends else ""
        verdict += [Part.bold(VERDICT_WORDS[one.ruling.verdict]), Part(", ".join(filter(None, (_who(one), good))))]
        instead = f"Instead: {one.ruling.wording}" if one.ruling.wording else ""
        why += [Part(one.ruling.reason), Part(instead), Part(", ".join(one.ruling.references))]
    topics: defaultdict[str, defaultdict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for claim in (about[0].claim for about in group):
        says = "" if claim.topic == UNREAD else said(claim)
        topics[dossier.title(claim.topic)][says][f"“{cut(claim.quote, QUOTE)}”"] = None
    what = [f"{capital(topic)}: {'; '.join(map(_quoted, says.items()))}." for topic, says in topics.items()]
    return [list(dict.fromkeys(verdict)), " ".join(what), list(dict.fromkeys(why))]


def _quoted(one: tuple[str, Iterable[str]]) -> str:
    says, quotes = one
    return f"{says} {', '.join(quotes)}".strip()


def _changed(document: Document, dossier: Dossier) -> None:
    """Name the decisions that no longer hold, and the warnings of earlier versions that were let go."""
    let_go = warnings_let_go(dossier)
    if dossier.reopened:
        document.add_heading("Decisions that no longer hold, because the page changed", level=2)
    for lapsed in dossier.reopened:
        verdicts = ", ".join(VERDICT_WORDS[verdict] for verdict in lapsed.verdicts)
        what = f"{dossier.name(lapsed.source_id)}: “{lapsed.quote}”, decided: {verdicts}; {lapsed.followed.reason}."
        paragraph(document, what, style="List Bullet")
    if let_go:
        document.add_heading("Warnings of earlier versions that were let go", level=2)
    for one in let_go:
        who = f"{one.event.decision.reviewer}, {one.event.time[:10]}"
        what = f"{dossier.name(one.warning.source_id)}: “{one.warning.anchor.exact}”: {one.reason} ({who})"
        paragraph(document, what, style="List Bullet")


def _references(document: Document, dossier: Dossier, rulings: Iterable[Said]) -> None:
    """List what decisions and the laws that bear on a claim cite; laws and codes apart, with the reminder to check them."""
    cited = {reference for one in rulings for reference in one.ruling.references}
    cited |= {reference for row in dossier.publishing.queue for reference in row.laws}
    named = [entry for ref_id, entry in dossier.entries.items() if ref_id in cited]
    for title, laws in (("References", False), ("Laws, regulators and advertising codes", True)):
        entries = [entry for entry in named if is_law(entry) is laws]
        if not entries:
            continue
        document.add_heading(title, level=2)
        if laws:
            paragraph(document, CHECK_LAW)
        rows = [[dossier.citation(row.ref_id), row.full_title] for row, _ in entries]
        table(document, [("Citation", 8), ("Title", 12)], rows)


def _read(document: Document, dossier: Dossier) -> None:
    """Name the texts that the decisions are about, byte for byte, and what read them."""
    document.add_heading("The texts that were read", level=2)
    paragraph(document, f"Read with the pack {dossier.review.pack}.")
    rows = [[dossier.name(source.source_id), source.name, source.sha256] for source in dossier.review.sources]
    table(document, [("Page", 6), ("File", 5), ("SHA-256 of the file", 9)], rows)
