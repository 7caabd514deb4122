"""``workbook redline``: each source as a document with its edits in place."""

from helpers.cli.desk import Day, Market, Needed, Sources, open_desk
from helpers.cli.journal import Database
from helpers.cli.options import OutFolder, PackName
from helpers.cli.plain import say
from helpers.paths import DEFAULT_PACK, SEEDS


def redline(
    out: OutFolder,
    sources: Sources = SEEDS,
    pack: PackName = DEFAULT_PACK,
    database: Database = None,
    market: Market = "any",
    as_of: Day = None,
    reviewers: Needed = 1,
) -> None:
    """Write each source with what is struck and what stands instead, as HTML and as Word with tracked changes."""
    from helpers.cli.made_of import made_of_desk
    from helpers.export import together
    from helpers.publish import redline_html
    from helpers.publish.redline_docx import redline_docx

    desk = open_desk(sources, pack, database=database, market=market, as_of=as_of, needed=reviewers)
    titles = {source.source_id: source.title for source in desk.review.sources}
    with together(out, made_of_desk("redline", desk)) as drafts:
        for page in desk.readiness:
            pieces, problems = desk.redline(page.source_id), desk.check_edited(page.source_id)
            title = f"{titles[page.source_id]} ({page.source_id})"
            written = redline_html(title, page, pieces, problems, desk.rules.checks)
            (drafts / f"{page.source_id}.html").write_text(written, encoding="utf-8")
            (drafts / f"{page.source_id}.docx").write_bytes(redline_docx(title, page, pieces, desk.case.as_of))
    for page in desk.readiness:
        say(f"{out / page.source_id}.html and .docx: {page.action}; {page.publish} publish, {page.edit} edit, {page.hold} hold")
