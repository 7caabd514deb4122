"""A folder that was read, and what the reviewers' journal makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from helpers.app.kept_readings import KeptReadings
from helpers.app.second import second_for
from helpers.desk import Desk, day_of
from helpers.errors import SourceError
from helpers.load import find_documents, read_manifest
from helpers.load.manifest import SourceInfo
from helpers.model import Document
from helpers.model.review import Past, Reading, Review
from helpers.model.source import Passed
from helpers.outputs import Told
from helpers.pipeline import Pipeline
from helpers.review import Journal, past_of
from helpers.settings import Settings
from helpers.show.view import View


class PageView(View):
    """A view whose links lead to the app's page of a source."""

    def link(self, source_id: str, start: int | None = None, end: int | None = None) -> str:
        """Return the address of a place in a source's text."""
        return f"{page_address(source_id)}#{self.anchor(source_id, start)}"


def page_address(source_id: str) -> str:
    """Return the address of a source's page."""
    return f"/page?id={quote(source_id, safe='')}"


Stamp = tuple[tuple[str, int, int], ...]


def stamp_of(folder: Path) -> Stamp:
    """Return what tells that a folder's files changed: names, times and sizes; nothing where it cannot be read."""
    try:
        found = [(one.path, one.path.stat()) for one in find_documents(folder).found]
    except (SourceError, OSError):
        return ()
    return tuple((str(path), known.st_mtime_ns, known.st_size) for path, known in found)


@dataclass(frozen=True, eq=False)
class Opened:
    """A folder's documents, read and set against each other.

    Attributes
    ----------
    passed : tuple of Passed
        The files that were not read, each with its reason.
    past : Past
        What the journal knew of earlier versions when they were read.
    stamp : tuple
        The files' names, times and sizes when they were read.
    """

    folder: Path
    pipeline: Pipeline
    readings: tuple[Reading, ...]
    manifest: Mapping[str, SourceInfo]
    passed: tuple[Passed, ...]
    past: Past
    review: Review
    view: View
    stamp: Stamp = ()

    @property
    def documents(self) -> dict[str, Document]:
        """The sources by id."""
        return {reading.document.source_id: reading.document for reading in self.readings}

    def is_of(self, other: "Opened | None") -> bool:
        """Say whether both are of the same pages, read at the same time, whatever was decided since."""
        return other is not None and self.readings is other.readings

    def with_past(self, past: Past) -> "Opened":
        """Return it with what the journal knows now: set against each other again only where that is something else."""
        if past == self.past:
            return self
        review = self.pipeline.review_readings(self.readings, self.manifest, past, self.passed)
        return replace(self, past=past, review=review, view=PageView.of(review))

    def desk(self, journal: Journal, settings: Settings) -> Desk:
        """Return what can be published, for the market, the day and the number of reviewers that were chosen."""
        day = day_of(settings.as_of)
        return Desk(self.pipeline, self.review, journal.events(), market=settings.market, as_of=day, needed=settings.reviewers)


def open_pages(folder: Path, kept: KeptReadings, journal: Journal, needed: int, tell: Told, reader: str = "rules") -> Opened:
    """Read a folder's documents, as far as they were not read before, and set them against each other.

    Parameters
    ----------
    needed : int
        How many reviewers must agree: 1 or 2.
    tell : callable
        Told what is being done, how much of it is done, and how much there is; what it raises ends the reading.
    reader : str
        ``model`` where a model reads as well; drafts are checked by the rules alone, because that happens as one types.

    Raises
    ------
    WorkbookError
        The folder, its manifest, the pack or the journal cannot be read.
    """
    stamp, manifest = stamp_of(folder), read_manifest(folder)
    readings, passed, key = kept.of_folder(folder, tell)
    if reader == "model":
        readings = list(second_for(tell).read(readings, kept.pipeline))
    tell("Setting the pages against each other", len(readings), len(readings))
    past = past_now(readings, journal, needed)
    review = kept.review(key, past) if reader == "rules" else None
    if review is None:
        review = kept.pipeline.review_readings(readings, manifest, past, passed)
        if reader == "rules":
            kept.keep(key, past, review)
    view = PageView.of(review)
    return Opened(folder, kept.pipeline, tuple(readings), manifest, tuple(passed), past, review, view, stamp)


def past_now(readings: Sequence[Reading], journal: Journal, needed: int) -> Past:
    """Return what the journal knows of the pages; what only a second reader's proposals need is left out without one."""
    past = past_of(journal, [one.document for one in readings], needed=needed)
    return past if any(one.second for one in readings) else replace(past, objected=frozenset())
