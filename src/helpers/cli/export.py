"""``workbook export``: a review and its decisions as files for people and programs outside the workbook."""

from pathlib import Path

from helpers.cli.desk import Day, Market, Needed, Sources, open_desk
from helpers.cli.journal import Database
from helpers.cli.options import ChosenPack, OutFolder
from helpers.cli.plain import say

BUILD = Path("build")


def export(
    out: OutFolder = BUILD,
    *,
    sources: Sources,
    pack: ChosenPack,
    database: Database = None,
    market: Market,
    as_of: Day,
    reviewers: Needed,
) -> None:
    """Write the review with its decisions as .xlsx, .docx for sign-off, JSON-LD and the report."""
    from helpers.export import together
    from helpers.outputs import made_of_desk, rests_on_no_less, write_exports

    desk = open_desk(sources, pack, database=database, market=market, as_of=as_of, needed=reviewers, begun=False)
    with together(out, made_of_desk("export", desk)) as drafts:
        rests_on_no_less(desk, out)
        names = write_exports(desk, drafts)
    for name in names:
        say(out / name)
