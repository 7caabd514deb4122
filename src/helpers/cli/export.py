"""``workbook export``: a review and its decisions as files for people and programs outside the workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

from helpers.cli.desk import Day, Market, Needed, Sources, open_desk
from helpers.cli.journal import Database
from helpers.cli.options import OutFolder, PackName
from helpers.cli.plain import say
from helpers.paths import DEFAULT_PACK, SEEDS

if TYPE_CHECKING:
    from helpers.desk import Desk
    from helpers.export.dossier import Dossier

BUILD = Path("build")
HEAD = "journal.head.json"  # what the exports rest on: kept or committed, it tells whether the journal still holds it


def export(
    out: OutFolder = BUILD,
    sources: Sources = SEEDS,
    pack: PackName = DEFAULT_PACK,
    database: Database = None,
    market: Market = "any",
    as_of: Day = None,
    reviewers: Needed = 1,
) -> None:
    """Write the review with its decisions as .xlsx, .docx for sign-off, JSON-LD and the report."""
    desk = open_desk(sources, pack, database=database, market=market, as_of=as_of, needed=reviewers, begun=False)
    for path in write_exports(desk, out):
        say(path)


def write_exports(desk: "Desk", folder: Path) -> list[Path]:
    """Write every export to drafts and move them into ``folder`` once all of them are whole."""
    from helpers.export import together
    from helpers.export.json_ld import write_annotations, write_claim_reviews
    from helpers.export.signoff_docx import write_signoff
    from helpers.export.workbook_xlsx import write_xlsx
    from helpers.review import head_line, must_hold
    from helpers.show.report import write_report

    must_hold(desk.events, folder / HEAD)
    dossier = dossier_of(desk)
    with together(folder) as drafts:
        write_xlsx(dossier, drafts / "review.xlsx")
        write_signoff(dossier, drafts / "sign-off.docx")
        write_annotations(dossier, drafts / "annotations.jsonld")
        write_claim_reviews(dossier, drafts / "claim_reviews.jsonld")
        write_report(desk.review, desk.publishing, drafts / "report.html")
        (drafts / HEAD).write_text(head_line(desk.head), encoding="ascii")
        names = sorted(draft.name for draft in drafts.iterdir())
    return [folder / name for name in names]


def dossier_of(desk: "Desk") -> "Dossier":
    """Put together what the exports show."""
    from helpers.export.dossier import Dossier
    from helpers.review import follow, let_go_of, reopened

    review, register = desk.review, desk.pipeline.register
    documents = {reading.document.source_id: reading.document for reading in review.readings}
    judged = {one for event in desk.events for one in event.decision.claims}
    return Dossier(
        review=review,
        topics=desk.pipeline.pack.topics,
        entries=register.entries if register else {},
        judgements=desk.case.judgements,
        events={event.hash: event for event in desk.events},
        reopened=reopened(desk.events, follow(judged, documents, review.to_judge)),
        let_go=tuple(let_go_of(desk.events).values()),
        publishing=desk.publishing,
    )
