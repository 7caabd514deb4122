"""A card for each page: ready, needs editing or on hold, and why."""

from collections import Counter
from dataclasses import dataclass

from helpers.app.opened import page_address
from helpers.desk import Desk
from helpers.show.standing import proposals
from helpers.show.view import View
from helpers.show.words import counted, listed

STATES = {
    "publish": ("□", "ready to publish"),
    "edit": ("◧", "needs editing"),
    "hold": ("■", "on hold"),
}


@dataclass(frozen=True)
class PageCard:
    """A page at a glance.

    Attributes
    ----------
    action : str
        ``publish``, ``edit`` or ``hold``.
    why : str
        In a sentence.
    lines : tuple of str
        What is to do, in a few words each.
    """

    source_id: str
    name: str
    address: str
    action: str
    sign: str
    words: str
    why: str
    lines: tuple[str, ...]
    left: int
    places: int


def page_cards(view: View, desk: Desk) -> list[PageCard]:
    """Return a card a page, in the order of the pages."""
    proposed = {one.source_id: one for one in proposals(view, cleared=desk.case.cleared)}
    waiting: Counter[str] = Counter()
    for row in desk.queue:
        waiting[row.source_id] += row.state == "unreviewed"
    every = Counter(claim.source_id for claim in view.review.to_judge)
    made = []
    for page in desk.readiness:
        sign, words = STATES[page.action]
        counts = [(severity, count) for severity, count in proposed[page.source_id].counts.items() if count]
        found = listed([f"{count} of {severity} severity" for severity, count in counts])
        lacking = [
            counted(len(page.warnings_missing), "warning is missing", "warnings are missing") if page.warnings_missing else "",
            counted(len(page.warnings_gone), "warning is gone", "warnings are gone") if page.warnings_gone else "",
            counted(len(page.lost), "list was lost", "lists were lost") if page.lost else "",
            counted(page.unread, "sentence was not read", "sentences were not read") if page.unread else "",
        ]
        made.append(
            PageCard(
                source_id=page.source_id,
                name=view.names[page.source_id],
                address=page_address(page.source_id),
                action=page.action,
                sign=sign,
                words=words,
                why=view.with_names(page.reason),
                lines=tuple(filter(None, (f"Findings: {found}" if found else "Nothing was found against it", *lacking))),
                left=waiting[page.source_id],
                places=every[page.source_id],
            )
        )
    return made
