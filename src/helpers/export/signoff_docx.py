"""The ``.docx`` for sign-off: who signs for what, one page a source, and what it rests on in an appendix."""

from pathlib import Path

import docx
from docx.document import Document

from helpers.export.atomic import atomic_path
from helpers.export.docx_parts import DocxCell, Part, lay_out, paragraph, table
from helpers.export.dossier import Dossier
from helpers.export.office import without_clock
from helpers.export.signoff_appendix import appendix
from helpers.export.signoff_page import DO, counted_noun, source_page
from helpers.export.summary import CHECK_LAW, NO_SUPPORT

TITLE = "For sign-off"
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
    _opening(document, dossier)
    for source in dossier.review.sources:
        source_page(document, dossier, source)
    appendix(document, dossier)
    with atomic_path(path) as draft:
        document.save(str(draft))
        without_clock(draft)


def _opening(document: Document, dossier: Dossier) -> None:
    """Say what can be published, page by page, and leave room to sign."""
    document.add_heading(TITLE, level=0)
    pages = dossier.publishing.readiness
    ready_now = sum(page.action == "publish" for page in pages)
    needed = "One reviewer decides" if dossier.publishing.needed == 1 else f"{dossier.publishing.needed} reviewers must agree"
    first = f"{ready_now} of {counted_noun(len(pages), 'page')} can be published on {dossier.as_of}"
    paragraph(document, f"{first} for {dossier.publishing.market}. {needed}.", bold=True)
    for line in dossier.notices:
        paragraph(document, line, bold=True)
    sources = {source.source_id: source for source in dossier.review.sources}
    rows: list[list[DocxCell]] = [
        [
            [Part.bold(dossier.name(page.source_id)), Part(sources[page.source_id].title)],
            [Part.bold(DO[page.action])],
            f"{page.publish} to publish, {page.edit} to edit, {page.hold} on hold ({page.unreviewed} not reviewed)",
        ]
        for page in pages
    ]
    table(document, [("Page", 9), ("Decision", 5), ("Its claims", 6)], rows)
    _signatures(document, dossier)
    paragraph(document, f"{CHECK_LAW} {NO_SUPPORT}")


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
    paragraph(document, "By signing I confirm the decisions that bear my name in the appendix, for the texts that it lists.")
    rows = [[name, roles[name], "", "\n"] for name in reviewers] + [["", "", "", "\n"]] * EMPTY_LINES
    table(document, [("Name", 5), ("Role", 4), ("Date", 3), ("Signature", 8)], rows)
