"""What the files of a run were made of, as ``run.json`` says it."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.desk import Desk
    from helpers.model.review import Review

MadeOf = dict[str, object]


def made_of_review(command: str, review: "Review") -> MadeOf:
    """Return the command, the pack, and each source's SHA-256."""
    sources = {source.source_id: source.sha256 for source in review.sources}
    return {"command": command, "pack": review.pack, "sources": sources}


def made_of_desk(command: str, desk: "Desk") -> MadeOf:
    """Return also the decisions that it rests on, and for which market, day and number of reviewers they count."""
    return {
        **made_of_review(command, desk.review),
        "journal": {"count": desk.head.count, "hash": desk.head.hash},
        "market": desk.market_name,
        "as_of": desk.case.as_of.isoformat(),
        "reviewers": desk.needed,
    }


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
