"""``workbook export``: a review and its decisions as files for people and programs outside the workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

from helpers.cli.desk import Day, Market, Needed, Sources, day_of
from helpers.cli.journal import Database
from helpers.cli.options import OutFolder, PackName
from helpers.cli.plain import say
from helpers.paths import DEFAULT_PACK, SEEDS

if TYPE_CHECKING:
    from helpers.desk import Desk
    from helpers.export.dossier import Dossier
    from helpers.model.decision import Event

BUILD = Path("build")


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
    from helpers.cli.run import review_folder
    from helpers.desk import Desk
    from helpers.pipeline import Pipeline

    day, events = day_of(as_of), events_so_far(database)
    desk = Desk(Pipeline.of(pack), review_folder(sources, pack), events, market=market, as_of=day, needed=reviewers)
    for path in write_exports(desk, out):
        say(path)


def events_so_far(database: str | None) -> "tuple[Event, ...]":
    """Return the journal's events; none where no journal is named and none was begun at the usual place."""
    from helpers.errors import NoJournalError
    from helpers.review import Journal

    try:
        with Journal(database, make=False) as journal:
            return journal.events()
    except NoJournalError:
        if database:
            raise
        return ()


def write_exports(desk: "Desk", folder: Path) -> list[Path]:
    """Write every export to drafts and move them into ``folder`` once all of them are whole."""
    from helpers.export import together
    from helpers.export.json_ld import write_annotations, write_claim_reviews
    from helpers.export.signoff_docx import write_signoff
    from helpers.export.workbook_xlsx import write_xlsx
    from helpers.show.report import write_report

    dossier = dossier_of(desk)
    with together(folder) as drafts:
        write_xlsx(dossier, drafts / "review.xlsx")
        write_signoff(dossier, drafts / "sign-off.docx")
        write_annotations(dossier, drafts / "annotations.jsonld")
        write_claim_reviews(dossier, drafts / "claim_reviews.jsonld")
        write_report(desk.review, drafts / "report.html")
        names = sorted(draft.name for draft in drafts.iterdir())
    return [folder / name for name in names]


def dossier_of(desk: "Desk") -> "Dossier":
    """Put together what the exports show."""
    from helpers.export.dossier import Dossier
    from helpers.review import follow, reopened

    review, register = desk.review, desk.pipeline.register
    documents = {reading.document.source_id: reading.document for reading in review.readings}
    judged = {one for event in desk.events for one in event.decision.claims}
    return Dossier(
        review=review,
        topics=desk.pipeline.pack.topics,
        as_of=desk.case.as_of,
        entries=register.entries if register else {},
        judgements=desk.case.judgements,
        events={event.hash: event for event in desk.events},
        reopened=reopened(desk.events, follow(judged, documents, review.claims)),
        queue=desk.queue,
        readiness=desk.readiness,
        library=desk.library.rows,
        market=desk.market.title,
    )
