"""What the page asks and what it is answered: a message in, an answer out, the same in a notebook and in the app."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from helpers.errors import WorkbookError
from helpers.model.decision import Ruling
from helpers.model.words import VERDICT_WORDS

if TYPE_CHECKING:
    from helpers.panel.session import ReviewSession

Message = dict[str, Any]


def answer(session: "ReviewSession", message: Message) -> Message:
    """Do what the page asks and say how it went.

    Parameters
    ----------
    message : dict
        ``kind`` says what is asked: one of ``ACTIONS``; ``ticket`` is the page's own mark.

    Returns
    -------
    dict
        Plain values that JSON can hold, with the ticket of the question; ``kind`` is ``failed`` where it was refused, and
        ``why`` the one line that says what to change.
    """
    try:
        found = ACTIONS[message["kind"]](session, message)
    except WorkbookError as error:
        found = {"kind": "failed", "why": str(error)}
    return {**found, "ticket": message["ticket"]}


def _open(session: "ReviewSession", message: Message) -> Message:
    """Give the whole queue to a page that opens it, as the reviewer of that name may see it."""
    session.refresh()
    if message["reviewer"] is not None:
        session.reviewer = message["reviewer"]
    return {
        "kind": "queue",
        "entries": session.queue(),
        "progress": session.progress(),
        "verdicts": [{"verdict": verdict, "words": words} for verdict, words in VERDICT_WORDS.items()],
        "reviewer": session.reviewer,
        "place": session.place,
    }


def _detail(session: "ReviewSession", message: Message) -> Message:
    return {"kind": "details", "details": [session.detail(name) for name in message["entries"]]}


def _rule(session: "ReviewSession", message: Message) -> Message:
    references = tuple(part.strip() for part in message["references"].splitlines() if part.strip())
    ruling = Ruling(
        message["verdict"], message["reason"].strip(), message["wording"].strip(), references, message["expires"] or None
    )
    return _touched(session, session.rule(message["chosen"], ruling, exceptions=message["exceptions"]))


def _undo(session: "ReviewSession", _message: Message) -> Message:
    return _touched(session, session.undo())


def _touched(session: "ReviewSession", names: Sequence[str]) -> Message:
    return {
        "kind": "stored",
        "entries": [session.entry(name) for name in names],
        "details": [session.detail(name) for name in names],
        "progress": session.progress(),
    }


ACTIONS: dict[str, Callable[["ReviewSession", Message], Message]] = {
    "open": _open,
    "detail": _detail,
    "rule": _rule,
    "undo": _undo,
}
