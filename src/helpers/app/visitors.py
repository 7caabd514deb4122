"""The browsers that came with the token: each has a session, a name and a secret of its own."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest

from helpers.app.reviewing import Reviewing


@dataclass
class Visitor:
    """One browser.

    Attributes
    ----------
    name : str
        Who reviews in it.
    form : str
        What its own forms send along, and no other site knows.
    reviewing : Reviewing or None
        Its session at the panel.
    laying : asyncio.Future or None
        The session that is being made.
    """

    name: str
    form: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    reviewing: Reviewing | None = None
    laying: "asyncio.Future[Reviewing] | None" = None


class Visitors:
    """Everybody who came with the token.

    Parameters
    ----------
    token : str
    name : callable
        Gives the one that the settings know: whoever comes first has it; others are asked for theirs.
    """

    def __init__(self, token: str, name: Callable[[], str]) -> None:
        self._token, self._name = token, name
        self._known: dict[str, Visitor] = {}

    def admit(self, token: str, before: str | None = None) -> str | None:
        """Return the key of a session for whoever has the token: of the browser's own, where it has been here before."""
        if not compare_digest(token.encode(), self._token.encode()):
            return None
        if before in self._known:
            return before
        key = secrets.token_urlsafe(24)
        name = self._name()
        taken = any(one.name == name for one in self._known.values())
        self._known[key] = Visitor("" if taken else name)
        return key

    def known(self, key: str | None) -> Visitor | None:
        """Return the browser that has a key."""
        return self._known.get(key or "")
