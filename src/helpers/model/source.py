"""What is known of a source beside its text."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple


class Passed(NamedTuple):
    """A file or folder that was passed over, by its path below the folder that was read, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher's item; a document has one whether or not a manifest describes it.

    Attributes
    ----------
    source_id, name : str
        Those of its document.
    title : str
        As on the page, in square brackets where the words are ours; without a manifest the file's name.
    publisher : str or None
    date : datetime.date or None
        The day of publication, only where the page shows it.
    sells : str
        What the page sells or promotes; empty without a manifest.
    sha256 : str
        That of its document.
    """

    source_id: str
    name: str
    title: str
    publisher: str | None
    date: datetime.date | None
    sells: str
    sha256: str
