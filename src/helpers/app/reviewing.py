"""One browser at the review panel: the same session as in the notebook, with a journal of its own."""

import threading
from dataclasses import dataclass, field
from typing import Any

from helpers.app.opened import Opened
from helpers.panel import ReviewSession, review_session
from helpers.review import Journal


@dataclass
class Reviewing:
    """A session on one folder as it was read, for one number of reviewers."""

    opened: Opened
    needed: int
    session: ReviewSession
    journal: Journal
    _busy: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def of(cls, opened: Opened, *, name: str, needed: int) -> "Reviewing":
        """Open a session; others write to the journal meanwhile."""
        journal = Journal()
        return cls(opened, needed, review_session(opened.view, journal, reviewer=name, needed=needed), journal)

    def answer(self, message: dict[str, Any]) -> dict[str, Any]:
        """Do what the panel asks, one thing at a time."""
        with self._busy:
            return self.session.answer(message)

    def close(self) -> None:
        """Close the journal, when what is being done is done."""
        with self._busy:
            self.journal.close()
