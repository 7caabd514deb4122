"""Reviewing in the browser: the panel's messages to the session of this browser, and its answers."""

import asyncio
import json
import traceback
from typing import Any

from helpers.app.guard import Guarded
from helpers.app.reviewing import Reviewing
from helpers.errors import WorkbookError

STALE = "Another folder or other settings were chosen meanwhile; load this page again."
AT_ONCE = 2  # seconds that nobody minds
NOT_OURS = "this was not sent by the panel; load the page again"


class Review(Guarded):
    """The panel."""

    async def get(self) -> None:
        """Show the panel, at the page that the address names; where its cards take a while to lay out, how far that is."""
        opened, _ = await self.away(self.workspace.now)
        needed, visitor = self.workspace.settings.reviewers, self.visitor
        before = visitor.reviewing
        if before is None or before.opened is not opened or before.needed != needed:
            if visitor.laying is None:
                visitor.laying = asyncio.ensure_future(self.away(lambda: Reviewing.of(opened, name=visitor.name, needed=needed)))
            done, _ = await asyncio.wait({visitor.laying}, timeout=AT_ONCE)
            if not done:
                self.show("laying.html")
                return
            laid, visitor.laying = visitor.laying, None
            visitor.reviewing = laid.result()
            if before is not None:
                before.close()
            if not visitor.reviewing.opened.is_of(opened):
                raise WorkbookError(STALE)
        source_id = self.get_query_argument("id", "")
        self.show("review.html", start=opened.view.names.get(source_id, ""))


class Far(Guarded):
    """Whether the cards are laid out."""

    def get(self) -> None:
        """Tell it."""
        ready = self.visitor.laying is None or self.visitor.laying.done()
        self.tell({"words": "Laying out the cards", "done": 0, "total": 0, "ready": ready})


class Panel(Guarded):
    """What the panel asks."""

    async def post(self) -> None:
        """Answer one message."""
        reviewing = self.visitor.reviewing
        if reviewing is None or not reviewing.opened.is_of(self.workspace.opened):
            raise WorkbookError(STALE)
        message = _message(self.request.body)
        try:
            answer = await self.away(lambda: reviewing.answer(message))
        except (LookupError, TypeError, AttributeError) as error:
            traceback.print_exception(error)  # were it the panel's, nobody would know otherwise
            raise WorkbookError(NOT_OURS) from None
        self.visitor.name = reviewing.session.reviewer
        self.tell(answer)


def _message(body: bytes) -> dict[str, Any]:
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        raise WorkbookError(NOT_OURS) from None
    if not isinstance(message, dict) or not isinstance(message.get("kind"), str):
        raise WorkbookError(NOT_OURS)
    return message


HANDLERS = [("/review", Review), ("/laying", Far), ("/panel", Panel)]
