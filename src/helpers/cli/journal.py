"""``workbook journal``: check the reviewers' journal, see how far they are, and carry it as files that can be committed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.plain import printable, say

if TYPE_CHECKING:
    from helpers.review import Standing, Tally

Database = Annotated[
    str | None,
    typer.Option(
        "--db", metavar="WHERE", help="An SQLite file or a SQLAlchemy URL; else WORKBOOK_DB, else data/decisions/journal.db."
    ),
]
Target = Annotated[Path, typer.Argument(metavar="FILE", help="Where to write, as JSON lines; head and texts go beside it.")]
Source = Annotated[Path, typer.Argument(metavar="FILE", help="An exported journal; head and texts lie beside it.")]
Cases = Annotated[Path, typer.Argument(metavar="FILE", help="Where to write: .csv, .jsonl or .parquet.")]
Since = Annotated[Path | None, typer.Option("--since", metavar="FILE", help="An earlier export that it must still hold.")]
Asking = Annotated[str, typer.Option("--reviewer", metavar="NAME", help="Who asks; others' open verdicts stay hidden.")]
Needed = Annotated[int, typer.Option("--reviewers", min=1, max=2, help="How many reviewers must agree.")]

WIDE = 200  # characters a line; figures are not wrapped

journal = typer.Typer()


@journal.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Check, count, export and import the reviewers' decisions."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@journal.command()
def verify(database: Database = None, since: Since = None) -> None:
    """Find any decision that was changed, lost, added or reordered, and any text that was changed."""
    from helpers.model.decision import EMPTY
    from helpers.review import Journal, read_head

    noted = read_head(since) if since is not None else EMPTY
    with Journal(database, make=False) as opened:
        found = opened.verify(since=noted)
        head = found.head
        typer.echo(f"{opened.name}: {head.count} events, nothing changed, lost or reordered; the last is {head.hash}")
        lacking = f"; versions that were decided on and have no text here: {found.without_text}" if found.without_text else ""
        typer.echo(f"texts that were decided on, each as it was then: {found.texts}{lacking}")
        if found.back:
            where = ", ".join(map(str, found.back))
            typer.echo(f"times that go back, because a clock was wrong: {len(found.back)}; before these events: {where}")


@journal.command()
def status(database: Database = None, reviewer: Asking = "", needed: Needed = 1) -> None:
    """Show what each reviewer decided, where they disagree, and how far they agree."""
    from helpers.review import Journal, agreements, disagreements, figure, lessons, standing, tallies

    with Journal(database, make=False) as opened:
        events, name, count = opened.events(), opened.name, opened.head().count
        stand = standing(events)
        reviewer = opened.known_as(reviewer)
    decided = len({one.claim.statement_id for one in stand.values()})
    say(f"{name}: events {count}; with a verdict: statements {decided}, claims {len(stand)}")
    _show(tallies(stand, reviewer=reviewer, needed=needed))
    differ = disagreements(stand)
    if differ:
        say(f"to settle, because reviewers disagree: statements {len({one.claim.statement_id for one in differ})}")
    for line in _each_once(differ):
        say(line)
    found = [one.kind for one in lessons(events)]
    if found:
        say(f"how the pages were read: misread {found.count('misread')}, missed {found.count('missed')}")
    for one in agreements(stand):
        say(
            f"{one.first} and {one.second}, decisions that both took: {one.units}; same verdict "
            f"{figure(one.share, one.share_interval)}, Cohen's kappa {figure(one.kappa, one.kappa_interval)}, "
            f"Krippendorff's alpha {figure(one.alpha, one.alpha_interval)}; intervals of 95 %"
        )


def _each_once(differ: Iterable["Standing"]) -> list[str]:
    """Return a line for each pair of decisions that differ, with the quote of the first claim that it is about."""
    from helpers.model.words import VERDICT_WORDS

    lines: dict[tuple[str, ...], str] = {}
    for one in differ:
        rulings = [(event.decision.reviewer, event.decision.ruling) for event in one.events]
        verdicts = ", ".join(f"{who}: {VERDICT_WORDS[ruling.verdict]}" for who, ruling in rulings if ruling is not None)
        quote = " ".join(one.claim.anchor.exact.split())
        lines.setdefault(tuple(event.hash for event in one.events), f"  {one.claim.source_id}, “{quote}”: {verdicts}")
    return list(lines.values())


def _show(counted: Sequence["Tally"]) -> None:
    """Print a row for each reviewer; a name is text, whatever it holds."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from helpers.model.words import VERDICT_WORDS

    hidden = any(one.hidden for one in counted)
    heads = ["reviewer", "statements", "claims", *VERDICT_WORDS.values(), *(["hidden"] if hidden else [])]
    table = Table(*heads, box=None, pad_edge=False, header_style="bold")
    for column in table.columns[1:]:
        column.justify = "right"
    for one in counted:
        figures = [one.statements, one.claims, *(one.verdicts.get(verdict, 0) for verdict in VERDICT_WORDS)]
        figures += [one.hidden] if hidden else []
        table.add_row(Text(printable(one.reviewer)), *map(str, figures))
    if table.row_count:
        Console(width=WIDE).print(table)


@journal.command("export")
def export_(path: Target, database: Database = None) -> None:
    """Write all decisions, and the texts they were taken on, to files of JSON lines that can be committed."""
    from helpers.review import Journal, export_journal, head_path, texts_path

    with Journal(database, make=False) as opened:
        head = export_journal(opened, path)
    typer.echo(f"{path}: {head.count} events; keep {head_path(path).name} and {texts_path(path).name} with it")


@journal.command("import")
def import_(path: Source, database: Database = None) -> None:
    """Add the decisions and texts of an exported journal that this one does not hold yet."""
    from helpers.review import Journal, import_journal

    with Journal(database) as opened:
        added = import_journal(opened, path)
        typer.echo(f"{opened.name}: {added.events} events and {added.texts} texts added, {opened.head().count} events in all")


@journal.command()
def cases(path: Cases, database: Database = None) -> None:
    """Write what reviewers say was misread or missed, for those who make the pack."""
    from helpers.export import write_table
    from helpers.review import Journal, Lesson, lessons

    with Journal(database, make=False) as opened:
        found = lessons(opened.events())
    write_table(found, Lesson, path)
    kinds = [one.kind for one in found]
    say(f"{path}: misread {kinds.count('misread')}, missed {kinds.count('missed')}")
