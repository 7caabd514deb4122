"""The panel in the notebook: it carries messages between the browser and the session, and decides nothing itself."""

from typing import Any

import anywidget

from helpers.panel.assets import SCRIPT, STYLE
from helpers.panel.of_review import review_session
from helpers.panel.session import ReviewSession
from helpers.review import Journal
from helpers.show.view import View


class ReviewPanel(anywidget.AnyWidget):
    """A queue of cards or statements to decide, in the notebook.

    Parameters
    ----------
    session : ReviewSession
        Without a name the panel asks for one.
    """

    _esm = SCRIPT
    _css = STYLE

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        super().__init__()
        self.on_msg(self._answer)

    def __repr__(self) -> str:
        """Say what stands here where nothing can be drawn: a saved notebook that was not run, or a file."""
        queue, progress = self._session.queue(), self._session.progress()
        return f"The review panel: {len(queue)} {self._session.things} in {progress['claims']} places. Run this cell to open it."

    @property
    def reviewer(self) -> str:
        """Who decides, as given or as typed in the panel."""
        return self._session.reviewer

    def _answer(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        self.send(self._session.answer(message))


def review_panel(view: View, journal: Journal, *, reviewer: str = "", needed: int = 1) -> ReviewPanel:
    """Make the panel of a review in a notebook; see :func:`helpers.panel.review_session`."""
    return ReviewPanel(review_session(view, journal, reviewer=reviewer, needed=needed))
