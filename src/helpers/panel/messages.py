"""What the page asks and what it is answered: a message in, an answer out, the same in a notebook and in the app."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from helpers.errors import WorkbookError
from helpers.model.decision import Ruling, Says
from helpers.model.words import VERDICT_WORDS
from helpers.panel.demands import RefusedError
from helpers.review import REVIEWER

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
        Plain values that JSON can hold, with the ticket of the question; ``kind`` is ``failed`` where nothing was stored,
        ``why`` the one line that says what to change, and ``refused`` whether saving it again would not help.
    """
    try:
        found = ACTIONS[message["kind"]](session, message)
    except WorkbookError as error:
        found = {"kind": "failed", "why": str(error), "refused": isinstance(error, RefusedError)}
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
    touched = session.rule(message["chosen"], ruling, exceptions=message["exceptions"], seen=message.get("seen", ()))
    return {**_touched(session, touched), "outside": session.outside(references)}


def _same(session: "ReviewSession", message: Message) -> Message:
    return _touched(session, session.repeat(message["chosen"], seen=message.get("seen", ())))


def _sentence(session: "ReviewSession", message: Message) -> Message:
    entry, detail = session.sentence(message["claim"])
    return {"kind": "sentence", "entry": entry, "detail": detail}


def _page(session: "ReviewSession", message: Message) -> Message:
    return {"kind": "page", **session.page(message["source"])}


def _find(session: "ReviewSession", message: Message) -> Message:
    return {"kind": "found", **session.find(message["words"])}


def _missed(session: "ReviewSession", message: Message) -> Message:
    says = Says(
        topic=message["topic"],
        treatment=message["treatment"],
        item=message["item"].strip() or None,
        level=message["level"] or None,
        rule=REVIEWER,
    )
    return _touched(session, session.miss(message["source"], message["start"], message["end"], says))


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
    "same": _same,
    "sentence": _sentence,
    "page": _page,
    "find": _find,
    "missed": _missed,
    "undo": _undo,
}
