"""Annotated claims that nobody is ever shown, and how many sentences are flagged instead of read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.model.ledger import LedgerRow
from helpers.quality.gold import Gold, GoldClaim

SHOWN = frozenset({"claims", "unread", "unreached", "gap"})


@dataclass(frozen=True)
class Unread:
    """What became of the sentences of annotated claims.

    Attributes
    ----------
    lost : int
        Annotated claims that are lost in silence: whatever overlaps their sentence is said to make no claim, or to be furniture.
    annotated : int
        Annotated claims.
    flags : int
        Sentences that are said to be unread.
    pages : int
        Annotated documents.
    """

    lost: int
    annotated: int
    flags: int
    pages: int

    @property
    def share_lost(self) -> float:
        """Share of the annotated claims that are lost in silence."""
        return self.lost / max(1, self.annotated)

    @property
    def flags_a_page(self) -> float:
        """Sentences that are said to be unread, on average."""
        return self.flags / max(1, self.pages)


def measure_unread(gold: Gold, ledger: Iterable[LedgerRow]) -> Unread:
    """Count what the ledger says of the sentences of annotated claims; other documents are left out."""
    rows: dict[str, list[LedgerRow]] = defaultdict(list)
    for row in ledger:
        if row.source_id in gold.sources:
            rows[row.source_id].append(row)
    lost = sum(not any(_shown(one, row) for row in rows[one.source_id]) for one in gold.claims)
    flags = sum(row.status == "unread" for own in rows.values() for row in own)
    return Unread(lost, len(gold.claims), flags, len(gold.sources))


def _shown(one: GoldClaim, row: LedgerRow) -> bool:
    return row.status in SHOWN and min(one.end, row.end) > max(one.start, row.start)
