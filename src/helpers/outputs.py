"""What leaves the desk as files, whoever asks for them: the exports, and each page with its edits in place."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from helpers.desk import Desk
from helpers.export.dossier import Dossier
from helpers.model.review import Review
from helpers.packs.references import read_references
from helpers.paths import DATA
from helpers.review import follow, head_line, let_go_of, must_hold, reopened

HEAD = "journal.head.json"  # what the exports rest on: kept or committed, it tells whether the journal still holds it
EXPORTS = ("annotations.jsonld", "claim_reviews.jsonld", HEAD, "report.html", "review.xlsx", "sign-off.docx")
MadeOf = dict[str, object]
Told = Callable[[str, int, int], object]


def untold(_words: str, _done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def made_of_review(command: str, review: Review) -> MadeOf:
    """Return the command, the pack, each source's SHA-256 and any second readers, as ``run.json`` says it."""
    sources = {source.source_id: source.sha256 for source in review.sources}
    made: MadeOf = {"command": command, "pack": review.pack, "sources": sources}
    seconds = sorted({name for one in review.seconds for name in one.read_by.split("; ") if name})
    return {**made, "second_readers": seconds} if review.seconds else made


def made_of_desk(command: str, desk: Desk) -> MadeOf:
    """Return also the decisions that it rests on, and for which market, day and number of reviewers they count."""
    return {
        **made_of_review(command, desk.review),
        "journal": {"count": desk.head.count, "hash": desk.head.hash},
        "market": desk.market_name,
        "as_of": desk.case.as_of.isoformat(),
        "reviewers": desk.needed,
    }


def rests_on_no_less(desk: Desk, folder: Path) -> None:
    """Refuse to replace exports that rest on decisions which the journal does not hold."""
    must_hold(desk.events, folder / HEAD)


def write_exports(desk: Desk, folder: Path, tell: Told = untold) -> list[str]:
    """Write every export into a folder; return their names.

    Parameters
    ----------
    tell : callable
        Told what is being written, how many files are done, and how many there are.
    """
    from helpers.export.json_ld import write_annotations, write_claim_reviews
    from helpers.export.signoff_docx import write_signoff
    from helpers.export.workbook_xlsx import write_xlsx
    from helpers.show.report import Why, write_report

    dossier = dossier_of(desk)
    why = Why(partial(desk.pipeline.explain, silent=False), {rule.id: rule.reason for rule in desk.pipeline.pack.rules})
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("the spreadsheet", lambda: write_xlsx(dossier, folder / "review.xlsx")),
        ("the sign-off", lambda: write_signoff(dossier, folder / "sign-off.docx")),
        ("the annotations", lambda: write_annotations(dossier, folder / "annotations.jsonld")),
        ("the claims with their reviews", lambda: write_claim_reviews(dossier, folder / "claim_reviews.jsonld")),
        ("the report", lambda: write_report(desk.review, desk.publishing, folder / "report.html", why=why)),
        ("what they rest on", lambda: (folder / HEAD).write_text(head_line(desk.head), encoding="ascii")),
    )
    for done, (words, write) in enumerate(steps):
        tell(f"Writing {words}", done, len(steps))
        write()
    return list(EXPORTS)


def write_redlines(desk: Desk, folder: Path, tell: Told = untold) -> list[str]:
    """Write each source with what is struck and what stands instead, as HTML and as Word with tracked changes.

    Returns
    -------
    list of str
        The names of the files, two a source.
    """
    from helpers.publish import redline_html
    from helpers.publish.redline_docx import redline_docx

    titles = {source.source_id: source.title for source in desk.review.sources}
    names = []
    for done, page in enumerate(desk.readiness):
        tell("Writing the pages with their edits", done, len(desk.readiness))
        pieces, problems = desk.redline(page.source_id), desk.check_edited(page.source_id)
        title = f"{titles[page.source_id]} ({page.source_id})"
        html, docx = redline_names(page.source_id)
        (folder / html).parent.mkdir(parents=True, exist_ok=True)
        (folder / html).write_text(redline_html(title, page, pieces, problems), encoding="utf-8")
        (folder / docx).write_bytes(redline_docx(title, page, pieces, desk.case.as_of))
        names += [html, docx]
    return names


def redline_names(source_id: str) -> tuple[str, str]:
    """Return the names of a source's two redlined files."""
    return f"{source_id}.html", f"{source_id}.docx"


def dossier_of(desk: Desk) -> Dossier:
    """Put together what the exports show."""
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
