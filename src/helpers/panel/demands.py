"""What a verdict must come with, and what of it stands ready to be accepted or changed."""

from collections.abc import Collection, Iterable, Sequence

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import HARMLESS, MISREAD, Ruling, Verdict
from helpers.model.owed import OWED
from helpers.model.proposed import PROPOSED
from helpers.model.unread import UNREAD
from helpers.panel.references import wrong_reference
from helpers.panel.rows import Row


class RefusedError(WorkbookError):
    """A verdict that may not be given so; nothing went wrong, and saving it again would not help."""


REFUSALS: tuple[Verdict, ...] = ("unsubstantiated", "misleading")
FEW = 5  # places that stand on one screen; of more, each must have been scrolled to


def lacking(ruling: Ruling, rows: Iterable[Row], claims: Iterable[Claim], register: Collection[str] | None = None) -> str:
    """Return what a verdict on some places still needs, as a sentence for the reviewer; nothing where it may stand.

    Parameters
    ----------
    rows, claims
        Of the places, alike.
    register : collection of str, optional
        The ids of what can be cited; without it every id is taken for one.
    """
    topics = {claim.topic for claim in claims}
    if ruling.verdict == MISREAD and not topics.isdisjoint((OWED, UNREAD, PROPOSED)):
        return "nothing was read from these words; if they make no claim, they are out of scope"
    if ruling.verdict == "substantiated" and not ruling.references:
        return "what shows it? name a reference"
    wrong = next(filter(None, (wrong_reference(one, register) for one in ruling.references)), "")
    if wrong:
        return wrong
    if ruling.reason:
        return ""
    if ruling.verdict == HARMLESS:
        return "why does it do no harm? give a reason"
    if ruling.verdict in REFUSALS:
        return "why? a refusal needs a reason"
    if ruling.verdict == "needs_qualification" and not ruling.wording:
        return "what is to be changed? give a reason, or the wording to use instead"
    if ruling.verdict == "out_of_scope" and OWED in topics:
        return "why are these warnings not owed? give a reason"
    if any(row["severity"] == "high" for row in rows):
        return "why? a finding of high severity needs a reason"
    return ""


def unseen(chosen: Sequence[str], seen: Iterable[str]) -> int:
    """Return how many of the places of a group were never on the screen; a few always are."""
    return len(set(chosen) - set(seen)) if len(chosen) > FEW else 0


def warnings_unseen(count: int, seen: Iterable[str]) -> int:
    """Return how many of the warnings of a checklist were never on the screen."""
    return len({warning_name(number) for number in range(1, count + 1)} - set(seen))


def warning_name(number: int) -> str:
    """Return what the page calls a warning of a checklist where it says what was on the screen; the first is 1."""
    return f"warning {number}"
