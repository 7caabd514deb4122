"""The panel in the notebook: it carries messages between the browser and the session, and decides nothing itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import anywidget

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import Ruling
from helpers.model.document import Document
from helpers.model.words import VERDICT_WORDS
from helpers.panel.rows import CardRow, Row
from helpers.panel.session import ReviewSession
from helpers.review import Journal

HERE = Path(__file__).parent


class ReviewPanel(anywidget.AnyWidget):
    """A queue of cards or statements to decide, in the notebook.

    Parameters
    ----------
    rows, journal, claims, documents, reviewer, needed, pack, cards
        As for ``ReviewSession``. Without a name the panel asks for one.
    """

    _esm = HERE / "panel.js"
    _css = HERE / "panel.css"

    def __init__(
        self,
        rows: Sequence[Row],
        journal: Journal,
        *,
        claims: Iterable[Claim],
        documents: Mapping[str, Document],
        reviewer: str = "",
        needed: int = 1,
        pack: str = "",
        cards: Sequence[CardRow] = (),
    ) -> None:
        self._session = ReviewSession(
            rows, journal, claims=claims, documents=documents, reviewer=reviewer, needed=needed, pack=pack, cards=cards
        )
        self._things = "cards" if cards else "statements"
        self._place = journal.name
        super().__init__()
        self.on_msg(self._answer)

    def __repr__(self) -> str:
        """Say what stands here where nothing can be drawn: a saved notebook that was not run, or a file."""
        queue, progress = self._session.queue(), self._session.progress()
        return f"The review panel: {len(queue)} {self._things} in {progress['claims']} places. Run this cell to open it."

    @property
    def reviewer(self) -> str:
        """Who decides, as given or as typed in the panel."""
        return self._session.reviewer

    def _answer(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Do what the browser asks and say how it went; every answer carries the ticket of its question."""
        actions: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "open": self._open,
            "detail": self._detail,
            "rule": self._rule,
            "undo": self._undo,
        }
        try:
            answer = actions[message["kind"]](message)
        except WorkbookError as error:
            answer = {"kind": "failed", "why": str(error)}
        self.send({**answer, "ticket": message["ticket"]})

    def _open(self, message: dict[str, Any]) -> dict[str, Any]:
        """Give the whole queue to a page that opens it, as the reviewer of that name may see it."""
        self._session.refresh()
        if message["reviewer"] is not None:
            self._session.reviewer = message["reviewer"]
        return {
            "kind": "queue",
            "entries": self._session.queue(),
            "progress": self._session.progress(),
            "verdicts": [{"verdict": verdict, "words": words} for verdict, words in VERDICT_WORDS.items()],
            "reviewer": self._session.reviewer,
            "place": self._place,
        }

    def _detail(self, message: dict[str, Any]) -> dict[str, Any]:
        return {"kind": "details", "details": [self._session.detail(name) for name in message["entries"]]}

    def _rule(self, message: dict[str, Any]) -> dict[str, Any]:
        references = tuple(part.strip() for part in message["references"].splitlines() if part.strip())
        ruling = Ruling(
            message["verdict"], message["reason"].strip(), message["wording"].strip(), references, message["expires"] or None
        )
        return self._touched(self._session.rule(message["chosen"], ruling, exceptions=message["exceptions"]))

    def _undo(self, _message: dict[str, Any]) -> dict[str, Any]:
        return self._touched(self._session.undo())

    def _touched(self, names: Sequence[str]) -> dict[str, Any]:
        return {
            "kind": "stored",
            "entries": [self._session.entry(name) for name in names],
            "details": [self._session.detail(name) for name in names],
            "progress": self._session.progress(),
        }
