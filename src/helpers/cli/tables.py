"""The tables of a review as files."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers.export import write_table
from helpers.model import Claim, Finding, Gap, Relation
from helpers.model.disclosure import Disclosure
from helpers.model.evidence import EvidenceMatch
from helpers.model.ledger import LedgerRow
from helpers.model.reach import Reach
from helpers.model.review import Review
from helpers.model.summed import summed

Tables = Mapping[str, tuple[Iterable[object], type]]


def tables_of(review: Review) -> Tables:
    """Return every table of a review: file name, rows, and the record that gives the columns."""
    return {
        "claims.csv": (review.claims, Claim),
        "claims.jsonl": (review.claims, Claim),
        "relations.csv": (summed(review.relations), Relation),
        "gaps.csv": (review.gaps, Gap),
        "findings.csv": (review.findings, Finding),
        "ledger.csv": (review.ledger, LedgerRow),
        "disclosures.csv": (review.disclosures, Disclosure),
        "evidence_matches.csv": (review.matches, EvidenceMatch),
        "reach.csv": (review.reaches.values(), Reach),
    }


def write_tables(tables: Tables, folder: Path) -> dict[str, int]:
    """Write tables into a folder.

    Returns
    -------
    dict
        Rows by file name.
    """
    return {name: write_table(rows, record, folder / name) for name, (rows, record) in tables.items()}
