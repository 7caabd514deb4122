"""Reviewing in the browser: the panel's messages to the session of this browser, and its answers."""

import json
from typing import Any

from helpers.app.guard import Guarded
from helpers.app.reviewing import Reviewing
from helpers.errors import WorkbookError

STALE = "Another folder or other settings were chosen meanwhile; load this page again."
NOT_OURS = "this was not sent by the panel; load the page again"


class Review(Guarded):
    """The panel."""

    async def get(self) -> None:
        """Show the panel, at the page that the address names."""
        opened, _ = await self.away(self.workspace.now)
        needed, visitor = self.workspace.settings.reviewers, self.visitor
        before = visitor.reviewing
        if before is None or before.opened is not opened or before.needed != needed:
            visitor.reviewing = await self.away(lambda: Reviewing.of(opened, name=visitor.name, needed=needed))
        source_id = self.get_query_argument("id", "")
        self.show("review.html", start=opened.view.names.get(source_id, ""))


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
        except (LookupError, TypeError, AttributeError):
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


HANDLERS = [("/review", Review), ("/panel", Panel)]
