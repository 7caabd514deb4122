"""What a verdict must come with, and what of it stands ready to be accepted or changed."""

import re
from collections.abc import Iterable, Sequence

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import MISREAD, Ruling, Verdict
from helpers.model.owed import OWED
from helpers.model.proposed import PROPOSED
from helpers.model.unread import UNREAD
from helpers.panel.rows import Row


class RefusedError(WorkbookError):
    """A verdict that may not be given so; nothing went wrong, and saving it again would not help."""


_FINDABLE = (
    re.compile(r"^[A-Z][A-Z-]*\d+$"),
    re.compile(r"\b10\.\d{4,}/\S|https?://\S|\b(?:PMID|PMC|NCT|ISRCTN)\W?\d{4,}", re.IGNORECASE),
    re.compile(r"[^\W\d_]{2,}.*\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b.*[^\W\d_]{2,}"),
)
REFUSALS: tuple[Verdict, ...] = ("unsubstantiated", "misleading")
FEW = 5  # places that stand on one screen; of more, each must have been scrolled to


def lacking(ruling: Ruling, rows: Iterable[Row], claims: Iterable[Claim]) -> str:
    """Return what a verdict on some places still needs, as a sentence for the reviewer; nothing where it may stand.

    Parameters
    ----------
    rows, claims
        Of the places, alike.
    """
    topics = {claim.topic for claim in claims}
    if ruling.verdict == MISREAD and not topics.isdisjoint((OWED, UNREAD, PROPOSED)):
        return "nothing was read from these words; if they make no claim, they are out of scope"
    if ruling.verdict == "substantiated" and not ruling.references:
        return "what shows it? name a reference"
    vague = next((one for one in ruling.references if not can_be_found(one)), None)
    if vague is not None:
        return f"{vague!r} is no reference that others can find; give its id in the register, its address, or author and year"
    if ruling.reason:
        return ""
    if ruling.verdict in REFUSALS:
        return "why? a refusal needs a reason"
    if ruling.verdict == "needs_qualification" and not ruling.wording:
        return "what is to be changed? give a reason, or the wording to use instead"
    if ruling.verdict == "out_of_scope" and OWED in topics:
        return "why are these warnings not owed? give a reason"
    if any(row["severity"] == "high" for row in rows):
        return "why? a finding of high severity needs a reason"
    return ""


def can_be_found(reference: str) -> bool:
    """Say whether others can find what a reference names: by an id, an address, a DOI or PMID, or by words and a year."""
    return any(form.search(reference) for form in _FINDABLE)


def unseen(chosen: Sequence[str], seen: Iterable[str]) -> int:
    """Return how many of the places of a group were never on the screen; a few always are."""
    return len(set(chosen) - set(seen)) if len(chosen) > FEW else 0
