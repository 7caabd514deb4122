"""Times of decisions: in the order in which they were taken, or somebody's clock is wrong."""

import datetime
import os
from collections.abc import Iterable

from helpers.errors import WorkbookError
from helpers.model.decision import Event

VARIABLE = "WORKBOOK_CLOCK"
KNOWN = "right"  # somebody looked: this clock is right, an earlier one was not
APART = datetime.timedelta(minutes=1)  # what the clocks of a team may differ by


def stamp(time: datetime.datetime) -> str:
    """Return a time as events hold it: UTC, to the second."""
    if time.tzinfo is None:
        raise WorkbookError("the clock gives a time without a zone; give it in UTC")
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def goes_back(before: str, after: str) -> bool:
    """Say whether a time lies before that of the decision before it, by more than clocks differ."""
    return datetime.datetime.fromisoformat(after) < datetime.datetime.fromisoformat(before) - APART


def in_order(before: Event | None, events: Iterable[Event]) -> None:
    """Refuse events whose times go back.

    Raises
    ------
    WorkbookError
        A clock was turned back, or is wrong; the message names both times.
    """
    if os.environ.get(VARIABLE) == KNOWN:
        return
    for event in events:
        if before is not None and goes_back(before.time, event.time):
            raise WorkbookError(
                f"nothing was stored: the time {event.time} lies before {before.time}, the time of the decision before it; set "
                f"the clock right, or, if the earlier time is the wrong one, say so with {VARIABLE}={KNOWN}"
            )
        before = event
