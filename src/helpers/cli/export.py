"""``workbook export``: a review and its decisions as files for people and programs outside the workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

from helpers.cli.desk import Day, Market, Needed, Sources, open_desk
from helpers.cli.journal import Database
from helpers.cli.options import OutFolder, PackName
from helpers.cli.plain import say
from helpers.paths import DATA, DEFAULT_PACK, SEEDS

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
    from helpers.cli.made_of import made_of_desk
    from helpers.export import together

    desk = open_desk(sources, pack, database=database, market=market, as_of=as_of, needed=reviewers, begun=False)
    with together(out, made_of_desk("export", desk)) as drafts:
        rests_on_no_less(desk, out)
        names = write_exports(desk, drafts)
    for name in names:
        say(out / name)


def rests_on_no_less(desk: "Desk", folder: Path) -> None:
    """Refuse to replace exports that rest on decisions which the journal does not hold."""
    from helpers.review import must_hold

    must_hold(desk.events, folder / HEAD)


def write_exports(desk: "Desk", folder: Path) -> list[str]:
    """Write every export into a folder; return their names."""
    from helpers.export.json_ld import write_annotations, write_claim_reviews
    from helpers.export.signoff_docx import write_signoff
    from helpers.export.workbook_xlsx import write_xlsx
    from helpers.review import head_line
    from helpers.show.report import write_report

    dossier = dossier_of(desk)
    write_xlsx(dossier, folder / "review.xlsx")
    write_signoff(dossier, folder / "sign-off.docx")
    write_annotations(dossier, folder / "annotations.jsonld")
    write_claim_reviews(dossier, folder / "claim_reviews.jsonld")
    write_report(desk.review, desk.publishing, folder / "report.html")
    (folder / HEAD).write_text(head_line(desk.head), encoding="ascii")
    return ["annotations.jsonld", "claim_reviews.jsonld", HEAD, "report.html", "review.xlsx", "sign-off.docx"]


def dossier_of(desk: "Desk") -> "Dossier":
    """Put together what the exports show."""
    from helpers.export.dossier import Dossier
    from helpers.packs.references import read_references
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
        reopened=reopened(desk.events, follow(judged, documents, review.to_follow)),
        let_go=tuple(let_go_of(desk.events).values()),
        publishing=desk.publishing,
        tables=read_references(DATA / desk.pipeline.pack.about.evidence) if desk.pipeline.pack.about.evidence else {},
    )
