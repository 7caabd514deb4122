"""The journal as a file of JSON lines that can be committed, with its head and its texts in files beside it."""

import os
from pathlib import Path
from typing import NamedTuple

from helpers.errors import WorkbookError
from helpers.model.decision import EMPTY, Event, Head
from helpers.review import chain, texts
from helpers.review.decide import may_refer
from helpers.review.heads import head_line, head_path, read_file, read_head
from helpers.review.journal import Journal


class Added(NamedTuple):
    """How many events and texts an import added."""

    events: int
    texts: int


def texts_path(path: Path) -> Path:
    """Return where the texts of an exported journal stand: ``journal.jsonl`` has ``journal.texts.jsonl``."""
    return path.with_suffix(".texts.jsonl")


def export_journal(journal: Journal, path: Path) -> Head:
    """Write all events, one a line; the texts, by SHA-256, and the head beside them.

    Raises
    ------
    WorkbookError
        The journal does not hold together, or the file cannot be written.
    """
    head = journal.verify().head
    rows = journal.rows()[: head.count]
    kept = sorted(journal.texts().items())
    _replace(texts_path(path), "".join(f"{texts.line(sha256, text)}\n" for sha256, text in kept))
    _replace(path, "".join(f"{chain.line_of(row)}\n" for row in rows))
    _replace(head_path(path), head_line(head))
    return head


def read_journal(path: Path) -> tuple[Event, ...]:
    """Read an exported journal and check every line, their order and the head.

    Raises
    ------
    WorkbookError
        It cannot be read, or does not hold together; the message names the line.
    """
    seen: dict[str, tuple[int, Event]] = {}
    last = EMPTY
    for number, text in enumerate(_read(path).splitlines(), start=1):
        try:
            event = _next(text, last, seen)
        except WorkbookError as error:
            raise WorkbookError(str(error), path=path.name, place=f"line {number}") from None
        seen[event.hash] = number, event
        last = Head(number, event.hash)
    noted = read_head(path)
    if last != noted:
        wrong = f"the file ends here, its head counts {noted.count} events; put both back as they were exported"
        raise WorkbookError(wrong, path=path.name, place=f"line {last.count}")
    return tuple(event for _, event in seen.values())


def read_texts(path: Path) -> dict[str, str]:
    """Read the texts that stand beside an exported journal, by SHA-256; older exports have none.

    Raises
    ------
    WorkbookError
        A text is not the one that its SHA-256 names; the message names the line.
    """
    beside = texts_path(path)
    found: dict[str, str] = {}
    for number, written in enumerate(_read(beside).splitlines() if beside.exists() else (), start=1):
        try:
            sha256, text = texts.read_line(written)
        except WorkbookError as error:
            raise WorkbookError(str(error), path=beside.name, place=f"line {number}") from None
        found[sha256] = text
    return found


def import_journal(journal: Journal, path: Path) -> Added:
    """Add the events and texts of an exported journal that this one does not hold yet; twice is harmless.

    Returns
    -------
    Added
        How many were added.

    Raises
    ------
    WorkbookError
        The file does not hold together, or the two journals went different ways; nothing is added then.
    """
    events, beside = read_journal(path), read_texts(path)
    head = journal.verify().head
    for number, (row, event) in enumerate(zip(journal.rows(), events, strict=False), start=1):
        if row.hash != event.hash:
            wrong = f"it differs from event {number} of {journal.name}: the two went different ways; import it into a new journal"
            raise WorkbookError(wrong, path=path.name, place=f"line {number}")
    new = events[head.count :]
    lacking = {sha256: beside[sha256] for sha256 in beside.keys() - journal.texts().keys()}
    if new or lacking:
        journal.extend(new, after=head, texts=lacking)
    return Added(events=len(new), texts=len(lacking))


def _next(text: str, last: Head, seen: dict[str, tuple[int, Event]]) -> Event:
    event = chain.read_line(text)
    if event.hash in seen:
        raise WorkbookError(f"this event stands in line {seen[event.hash][0]} already; export the journal again")
    if event.previous != last.hash:
        raise WorkbookError("it does not follow the line before: lines were lost, added or reordered; export the journal again")
    if any(name not in seen for name in event.decision.refers):
        raise WorkbookError("it names an event that does not stand before it; export the journal again")
    may_refer(event.decision, [seen[name][1] for name in event.decision.refers])
    return event


def _read(path: Path) -> str:
    try:
        return read_file(path).decode("ascii")
    except UnicodeDecodeError:
        raise WorkbookError("it holds characters that no export writes; export the journal again", path=path.name) from None


def _replace(path: Path, content: str) -> None:
    """Write to a file beside it and move that into place, so that an interruption leaves the last good file."""
    beside = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="ascii", newline="\n") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise WorkbookError(f"it cannot be written ({error.strerror}); choose another place", path=path) from None
