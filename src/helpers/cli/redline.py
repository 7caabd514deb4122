"""``workbook redline``: each source as a document with its edits in place."""

from helpers.cli.desk import Day, Market, Needed, Sources, open_desk
from helpers.cli.journal import Database
from helpers.cli.options import ChosenPack, OutFolder
from helpers.cli.plain import say


def redline(
    out: OutFolder,
    *,
    sources: Sources,
    pack: ChosenPack,
    database: Database = None,
    market: Market,
    as_of: Day,
    reviewers: Needed,
) -> None:
    """Write each source with what is struck and what stands instead, as HTML and as Word with tracked changes."""
    from helpers.export import together
    from helpers.outputs import made_of_desk, write_redlines

    desk = open_desk(sources, pack, database=database, market=market, as_of=as_of, needed=reviewers)
    with together(out, made_of_desk("redline", desk)) as drafts:
        write_redlines(desk, drafts)
    for page in desk.readiness:
        say(f"{out / page.source_id}.html and .docx: {page.action}; {page.publish} publish, {page.edit} edit, {page.hold} hold")
