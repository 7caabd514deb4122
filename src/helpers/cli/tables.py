"""The tables of a review as files, all of them or none."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers.export import together, write_table
from helpers.model import Claim, Finding, Gap, Relation
from helpers.model.disclosure import Disclosure
from helpers.model.evidence import EvidenceMatch
from helpers.model.ledger import LedgerRow
from helpers.model.reach import Reach
from helpers.model.review import Review

Tables = Mapping[str, tuple[Iterable[object], type]]


def tables_of(review: Review) -> Tables:
    """Return every table of a review: file name, rows, and the record that gives the columns."""
    return {
        "claims.csv": (review.claims, Claim),
        "claims.jsonl": (review.claims, Claim),
        "relations.csv": (review.relations, Relation),
        "gaps.csv": (review.gaps, Gap),
        "findings.csv": (review.findings, Finding),
        "ledger.csv": (review.ledger, LedgerRow),
        "disclosures.csv": (review.disclosures, Disclosure),
        "evidence_matches.csv": (review.matches, EvidenceMatch),
        "reach.csv": (review.reaches.values(), Reach),
    }


def write_tables(tables: Tables, folder: Path) -> dict[str, int]:
    """Write tables to drafts and move them into ``folder`` once all of them are whole.

    Returns
    -------
    dict
        Rows by file name.
    """
    with together(folder) as drafts:
        return {name: write_table(rows, record, drafts / name) for name, (rows, record) in tables.items()}
