"""What became of every sentence of a source."""

from dataclasses import dataclass, fields
from typing import Literal

Status = Literal["chrome", "gap", "claims", "unread", "unreached", "no claim"]


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that a claim could rest on: an outcome, a side effect, an agency, a figure with a unit.

    Attributes
    ----------
    start, end : int
        Half-open offsets.
    what : str
        In a reviewer's words: "an outcome".
    grave : bool
        Whether a sentence with it must be read before others: it names a harm, a medicine or an agency.
    always : bool
        Whether people must read a sentence with it whatever else it says.
    """

    start: int
    end: int
    what: str
    grave: bool = False
    always: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """What a trained flag thinks of a sentence from which no rule read a claim.

    Attributes
    ----------
    weight : float
        The more, the likelier a claim.
    holds : bool
        Whether it may hold a claim.
    telling : tuple of str
        Its words that weigh most.
    """

    weight: float
    holds: bool
    telling: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One sentence and what became of it; the rows of a source are its sentences, each once.

    Attributes
    ----------
    status : str
        The first that applies: ``chrome`` (website furniture), ``gap`` (its list was lost), ``claims`` (with their ids),
        ``unread`` (it may hold a claim and no rule took it), ``unreached`` (in another language, or on a page that could not be
        read), ``no claim``. A sentence that a finding quotes and that makes no claim is ``unread`` as well: people judge it.
    reason : str
        Which topics it makes claims on, what was lost, which signs were not read, or why there is no claim.
    grave : bool
        For an unread sentence: whether it names a harm, a medicine or an agency.
    weight : float
        For an unread sentence: how much speaks for a claim in it, where the pack has a flag.
    """

    source_id: str
    start: int
    end: int
    status: Status
    reason: str
    claim_ids: tuple[str, ...]
    grave: bool = False
    weight: float = 0.0


def reading_order(row: LedgerRow) -> tuple[bool, float, int]:
    """Return the key by which the unread sentences of a page are read: the grave ones first, then the likeliest."""
    return not row.grave, -row.weight, row.start


LEDGER_COLUMNS = tuple(field.name for field in fields(LedgerRow))
