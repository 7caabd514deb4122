"""A warning that a page owes for what it claims, and whether it gives it."""

from dataclasses import dataclass, fields
from typing import Literal

from helpers.model.relation import Severity

State = Literal["given", "missing", "unknown"]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One warning that one source owes.

    Attributes
    ----------
    disclosure : str
        Id of the pack's entry.
    state : str
        ``given``; ``missing``; ``unknown`` where a lost list may have held it.
    because : tuple of str
        Ids of the claims that make it owed.
    given_by : str
        Id of the claim that gives it; empty where a sentence without a claim does, or nothing.
    """

    source_id: str
    disclosure: str
    title: str
    treatment: str
    state: State
    because: tuple[str, ...]
    given_by: str
    severity: Severity
    reason: str
    harm: str
    references: tuple[str, ...]


DISCLOSURE_COLUMNS = tuple(field.name for field in fields(Disclosure))
