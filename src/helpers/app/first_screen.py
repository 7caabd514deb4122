"""The first screen as it was when nothing was different: shown at once, while the pages are opened behind it."""

import json
from dataclasses import asdict, dataclass

from helpers.app.cards import PageCard, page_cards
from helpers.app.kept_readings import made_by
from helpers.app.opened import Opened
from helpers.desk import Desk
from helpers.errors import SourceError
from helpers.kept import Kept, key_of
from helpers.load import find_documents, read_bytes
from helpers.load.folder import MANIFEST
from helpers.model.source import Passed
from helpers.publish import day_of
from helpers.review import Journal
from helpers.settings import Settings
from helpers.show.publishing import headline_lines

SCREENS = "first-screens"


@dataclass(frozen=True)
class FirstScreen:
    """What the first screen shows: its lines, what must be known of pages that were not read, a card a page."""

    lines: tuple[str, ...]
    notices: tuple[str, ...]
    cards: tuple[PageCard, ...]
    passed: tuple[Passed, ...]

    @classmethod
    def of(cls, opened: Opened, desk: Desk) -> "FirstScreen":
        """Make it from what is open."""
        lines, notices = headline_lines(desk.readiness), tuple(opened.view.notices)
        return cls(lines, notices, tuple(page_cards(opened.view, desk)), opened.passed)


def key_of_screen(settings: Settings, journal: Journal) -> str:
    """Return what a first screen rests on: the program, the pack, the files, the decisions, and what was chosen.

    Raises
    ------
    WorkbookError
        The folder or the journal cannot be read.
    """
    place, head = settings.place, journal.head()
    chosen = settings.model_dump_json(exclude={"folder", "reviewer", "day"})
    parts: list[str | bytes] = [made_by(settings.pack), chosen, day_of(settings.as_of).isoformat(), f"{head.count} {head.hash}"]
    found, passed = find_documents(place)
    for one in found:
        try:
            content = read_bytes(one.path)
        except SourceError as error:
            content = str(error).encode()
        parts += [one.source_id, one.path.name, content]
    manifest = place / MANIFEST
    parts += [manifest.read_bytes() if manifest.is_file() else b"", *(f"{one.name}: {one.reason}" for one in passed)]
    return key_of(parts)


def kept_screen(kept: Kept, key: str) -> FirstScreen | None:
    """Return the screen that is kept; None where none is."""
    content = kept.read(SCREENS, key)
    if content is None:
        return None
    told = json.loads(content)
    cards = tuple(PageCard(**{**one, "lines": tuple(one["lines"])}) for one in told["cards"])
    return FirstScreen(tuple(told["lines"]), tuple(told["notices"]), cards, tuple(Passed(*one) for one in told["passed"]))


def keep_screen(kept: Kept, key: str, screen: FirstScreen) -> None:
    """Keep a screen for the next start."""
    kept.write(SCREENS, key, json.dumps(asdict(screen)).encode())
