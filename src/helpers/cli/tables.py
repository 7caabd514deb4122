"""The tables of a review as files, all of them or none."""

from collections.abc import Iterable
from pathlib import Path

from helpers.export import together, write_table
from helpers.model import Claim, Gap, Relation
from helpers.model.review import Review


def write_tables(review: Review, folder: Path) -> dict[str, int]:
    """Write every table of a review into a folder.

    Returns
    -------
    dict
        Rows by file name.
    """
    return write_together(
        {
            "claims.csv": (review.claims, Claim),
            "claims.jsonl": (review.claims, Claim),
            "relations.csv": (review.relations, Relation),
            "gaps.csv": (review.gaps, Gap),
        },
        folder,
    )


def write_together(tables: dict[str, tuple[Iterable[object], type]], folder: Path) -> dict[str, int]:
    """Write tables to drafts and move them into ``folder`` once all of them are whole."""
    with together(folder) as drafts:
        return {name: write_table(rows, record, drafts / name) for name, (rows, record) in tables.items()}
