"""``workbook compare``: what sources have to do with each other."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import OutFolder, PackName, Strict
from helpers.cli.passed import tell_passed
from helpers.cli.plain import say
from helpers.paths import DEFAULT_PACK

if TYPE_CHECKING:
    from helpers.cli.tables import Tables
    from helpers.model.source import Passed
    from helpers.outputs import MadeOf
    from helpers.pipeline import Pipeline

Input = Annotated[Path, typer.Argument(metavar="INPUT", help="A folder of documents, or a claim table.")]

UNKNOWN = "A claim table shows only what is said: silence, gaps, missing warnings and unread sentences need the documents."


def compare(given: Input, out: OutFolder, pack: PackName = DEFAULT_PACK, strict: Strict = False) -> None:
    """Set sources against each other: all tables of a folder, or what a claim table can show."""
    from helpers.cli.run import review_folder, tell_reach
    from helpers.cli.tables import tables_of, write_tables
    from helpers.export import together
    from helpers.outputs import made_of_review
    from helpers.pipeline import Pipeline

    passed: tuple[Passed, ...] = ()
    made_of: MadeOf
    review = None
    if given.suffix.lower() in (".csv", ".jsonl", ".parquet") and not given.is_dir():
        pipeline = Pipeline.of(pack)
        made_of = {"command": "compare", "pack": pipeline.pack.edition, "claims": hashlib.sha256(given.read_bytes()).hexdigest()}
        tables = _of_claims(given, pipeline)
        say(UNKNOWN, err=True)
    else:
        review = review_folder(given, Pipeline.of(pack))
        tables, passed, made_of = tables_of(review), review.passed, made_of_review("compare", review)
    with together(out, made_of) as drafts:
        counts = write_tables(tables, drafts)
    for name, count in counts.items():
        say(f"{out / name}: {count} rows")
    if review is not None:
        tell_reach(review)
    tell_passed(passed, strict=strict)


def _of_claims(table: Path, pipeline: "Pipeline") -> "Tables":
    from helpers.export import read_table
    from helpers.model import Finding, Relation
    from helpers.model.evidence import EvidenceMatch

    claims = read_table(table)
    matches = pipeline.match(claims)
    return {
        "relations.csv": (pipeline.relate(claims), Relation),
        "findings.csv": (pipeline.find(claims, matches), Finding),
        "evidence_matches.csv": (matches, EvidenceMatch),
    }
