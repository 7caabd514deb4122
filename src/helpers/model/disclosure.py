"""A warning that a page owes for a treatment that it offers, and whether it gives it."""

from dataclasses import dataclass, fields
from typing import Literal

from helpers.model.relation import Severity

State = Literal["given", "missing", "unknown"]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One warning that one source owes for one treatment that it offers.

    Attributes
    ----------
    disclosure : str
        The warning's code.
    treatment : str
        The class of treatment that owes it.
    state : str
        ``given``; ``missing``; ``unknown`` where a lost list may have held it.
    because : tuple of str
        Ids of claims about the treatment that make it owed.
    given_by : str
        Id of the claim that gives it; empty where a sentence without a claim does, or nothing.
    given_at : int or None
        Where the words stand that give it.
    insert : str
        The text to insert where it is missing.
    source : str
        Who says that it is owed, or why it is.
    references : tuple of str
        Ids of the rows of the table of warnings.
    """

    source_id: str
    disclosure: str
    title: str
    treatment: str
    state: State
    because: tuple[str, ...]
    given_by: str
    given_at: int | None
    severity: Severity
    reason: str
    harm: str
    insert: str
    source: str
    references: tuple[str, ...]


DISCLOSURE_COLUMNS = tuple(field.name for field in fields(Disclosure))
