"""The head of a journal, noted outside it: whoever cuts or rewrites the whole journal must find every note as well."""

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from helpers.errors import WorkbookError
from helpers.model.decision import EMPTY, Event, Head
from helpers.paths import DATA

SINCE = "WORKBOOK_SINCE"  # an export, or a head file: every journal that is opened must still hold it
FOLDER = "WORKBOOK_HEADS"  # where the heads of journals that are no file are noted
DEFAULT = DATA / "decisions" / "heads"
ENDING = ".head.json"
_HASH = re.compile(r"[0-9a-f]{64}")


class Noted(NamedTuple):
    """A head that a journal must still hold, and who says so."""

    head: Head
    where: str


def head_path(path: Path) -> Path:
    """Return where the head of an exported journal stands: ``journal.jsonl`` has ``journal.head.json``."""
    return path if path.name.endswith(ENDING) else path.with_suffix(ENDING)


def note_path(file: Path | None, name: str) -> Path:
    """Return where a journal's head is noted: beside its file, else by its address in the folder of heads."""
    if file is not None:
        return file.with_name(file.name + ENDING)
    folder = Path(os.environ.get(FOLDER) or DEFAULT)
    return folder / (re.sub(r"\W+", "_", name).strip("_") + ENDING)


def read_head(path: Path) -> Head:
    """Read the head that stands beside an exported journal, or a head file that is named itself.

    Raises
    ------
    WorkbookError
        It cannot be read, or is no head.
    """
    beside = head_path(path)
    try:
        content = json.loads(read_file(beside))
        head = Head(**content)
        if type(head.count) is int and head.count >= 0 and isinstance(head.hash, str) and _HASH.fullmatch(head.hash):
            return head
    except (ValueError, TypeError, RecursionError):
        pass
    raise WorkbookError("this is no head of a journal; put back the one that was written", path=beside.name)


def read_file(path: Path) -> bytes:
    """Read an ordinary file of a journal.

    Raises
    ------
    WorkbookError
        There is none, it is a folder, a pipe or a device, or it may not be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise WorkbookError("it is no ordinary file; name an exported journal", path=path)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        wrong = f"it cannot be read ({reason}); a journal file and its head file belong together"
        raise WorkbookError(wrong, path=path) from None


def head_line(head: Head) -> str:
    """Return a head as a file holds it."""
    return json.dumps({"count": head.count, "hash": head.hash}) + "\n"


def noted(place: Path | None) -> tuple[Noted, ...]:
    """Return the heads that a journal must still hold: the one noted at ``place``, and that of ``WORKBOOK_SINCE``.

    Read them before the journal itself: a note is written after what it notes.
    """
    named = os.environ.get(SINCE)
    found = [Noted(read_head(Path(named)), str(head_path(Path(named))))] if named else []
    if place is not None and place.exists():
        found.append(Noted(read_head(place), str(place)))
    return tuple(one for one in found if one.head != EMPTY)


def note(place: Path | None, head: Head) -> None:
    """Note a head, unless a later one is noted; a place that takes no writing goes without."""
    if place is None:
        return
    with suppress(OSError, WorkbookError):
        if place.exists() and read_head(place).count >= head.count:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f".{place.name}.{os.getpid()}")
        with beside.open("w", encoding="ascii") as file:
            file.write(head_line(head))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)


def must_hold(events: Iterable[Event], place: Path) -> None:
    """Refuse a journal that does not hold the head that the files of an earlier run rest on.

    Parameters
    ----------
    events : iterable of Event
        The whole journal, in order.
    place : Path
        The head file among those files; there may be none.

    Raises
    ------
    WorkbookError
        The journal does not hold it.
    """
    if not place.exists():
        return
    head, count = read_head(place), 0
    for count, event in enumerate(events, start=1):
        if count == head.count and event.hash == head.hash:
            return
    if head != EMPTY:
        raise WorkbookError(
            f"the files here rest on event {head.count} ({head.hash[:12]}), which the journal of {count} events does not hold; "
            "find out why, or name another folder",
            path=place,
        )
