"""A draft, checked as one types: what in it is not approved, or cannot be published as it stands."""

import json
from dataclasses import asdict
from typing import Any

from helpers.app.guard import Guarded
from helpers.desk import Desk
from helpers.errors import WorkbookError
from helpers.load import draft_of_text

LONGEST = 200_000  # characters


class Draft(Guarded):
    """The field for a draft."""

    async def get(self) -> None:
        """Show it."""
        await self.away(self.workspace.now)
        self.show("draft.html")


class Check(Guarded):
    """One state of a draft."""

    async def post(self) -> None:
        """Say what is wrong with it."""
        text = _text(self.request.body)
        _, desk = await self.away(self.workspace.now)
        self.tell(await self.away(lambda: told(desk, text)))


def _text(body: bytes) -> str:
    try:
        text = json.loads(body)["text"]
    except (ValueError, LookupError, TypeError, RecursionError):
        text = None
    if not isinstance(text, str):
        raise WorkbookError("no draft was sent; load this page again")
    if len(text) > LONGEST:
        raise WorkbookError(f"the draft is longer than {LONGEST:,} characters; check it in parts")
    return text


def told(desk: Desk, text: str) -> dict[str, Any]:
    """Return what an editor is told about a draft: a message a sentence, and what the draft asks not to be told."""
    messages = desk.check(draft_of_text(text, "the draft")) if text.strip() else ()
    told = [asdict(one) for one in messages]
    parts = (("messages", False), ("hidden", True))
    return {name: [one for one in told if bool(one["suppressed"]) == hidden] for name, hidden in parts}


HANDLERS = [("/draft", Draft), ("/check", Check)]
