"""The day that counts: what expired before it is no longer approved."""

import datetime

from helpers.errors import WorkbookError


def day_of(written: str) -> datetime.date:
    """Return a day written as ``YYYY-MM-DD``; empty is today, in UTC.

    Raises
    ------
    WorkbookError
        It is no such day.
    """
    if not written:
        return datetime.datetime.now(tz=datetime.UTC).date()
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise WorkbookError(f"{written!r} is no date; write it as YYYY-MM-DD") from None
