"""The tables of a review as files."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers.export import write_table
from helpers.export.write import Columns
from helpers.model import CLAIM_COLUMNS, Claim, Finding, Gap, Relation
from helpers.model.claim import READER_COLUMNS
from helpers.model.disclosure import Disclosure
from helpers.model.evidence import EvidenceMatch
from helpers.model.ledger import LedgerRow
from helpers.model.reach import Reach
from helpers.model.review import Review
from helpers.model.second import Dropped, Proposal
from helpers.model.summed import summed

Tables = Mapping[str, tuple[Iterable[object], Columns]]
CLAIMS_OF_TWO = (*CLAIM_COLUMNS, *READER_COLUMNS)


def tables_of(review: Review) -> Tables:
    """Return every table of a review: file name, rows, and the columns or the record that gives them."""
    return {
        **claim_tables(review),
        "relations.csv": (summed(review.relations), Relation),
        "gaps.csv": (review.gaps, Gap),
        "findings.csv": (review.findings, Finding),
        "ledger.csv": (review.ledger, LedgerRow),
        "disclosures.csv": (review.disclosures, Disclosure),
        "evidence_matches.csv": (review.matches, EvidenceMatch),
        "reach.csv": (review.reaches.values(), Reach),
        **second_tables(review),
    }


def reading_tables(review: Review) -> Tables:
    """Return the tables of what was read: the claims, where something was lost, and what a second reader did."""
    by_reader = {
        "claims_rules.csv": (review.read_by("rules"), CLAIMS_OF_TWO),
        "claims_model.csv": (review.read_by("model"), CLAIMS_OF_TWO),
    }
    return {
        **claim_tables(review),
        "gaps.csv": (review.gaps, Gap),
        "reach.csv": (review.reaches.values(), Reach),
        **(by_reader if review.seconds else {}),
        **second_tables(review),
    }


def claim_tables(review: Review) -> Tables:
    """Return the claims; with who read them, where a second reader took part."""
    columns: Columns = CLAIMS_OF_TWO if review.seconds else Claim
    return {"claims.csv": (review.claims, columns), "claims.jsonl": (review.claims, columns)}


def second_tables(review: Review) -> Tables:
    """Return what a second reader proposes and what of it was not believed; nothing where none was asked."""
    if not review.seconds:
        return {}
    return {
        "proposals.csv": ([one for second in review.seconds for one in second.proposals], Proposal),
        "second_reader.csv": ([one for second in review.seconds for one in second.dropped], Dropped),
    }


def write_tables(tables: Tables, folder: Path) -> dict[str, int]:
    """Write tables into a folder.

    Returns
    -------
    dict
        Rows by file name.
    """
    return {name: write_table(rows, columns, folder / name) for name, (rows, columns) in tables.items()}
