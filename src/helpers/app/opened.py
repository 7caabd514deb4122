"""A folder that was read, and what the reviewers' journal makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from helpers.app.second import second_for
from helpers.desk import Desk, day_of
from helpers.load import open_folder, read_manifest
from helpers.load.manifest import SourceInfo
from helpers.model import Document
from helpers.model.review import Past, Reading, Review
from helpers.model.source import Passed
from helpers.outputs import Told
from helpers.pipeline import Pipeline
from helpers.review import Journal, past_of
from helpers.settings import Settings
from helpers.show.view import View

Kept = dict[tuple[str, Document], Reading]


class PageView(View):
    """A view whose links lead to the app's page of a source."""

    def link(self, source_id: str, start: int | None = None, end: int | None = None) -> str:
        """Return the address of a place in a source's text."""
        return f"{page_address(source_id)}#{self.anchor(source_id, start)}"


def page_address(source_id: str) -> str:
    """Return the address of a source's page."""
    return f"/page?id={quote(source_id, safe='')}"


@dataclass(frozen=True, eq=False)
class Opened:
    """A folder's documents, read and set against each other.

    Attributes
    ----------
    passed : tuple of Passed
        The files that were not read, each with its reason.
    past : Past
        What the journal knew of earlier versions when they were read.
    """

    folder: Path
    pipeline: Pipeline
    readings: tuple[Reading, ...]
    manifest: Mapping[str, SourceInfo]
    passed: tuple[Passed, ...]
    past: Past
    review: Review
    view: View

    @property
    def documents(self) -> dict[str, Document]:
        """The sources by id."""
        return {reading.document.source_id: reading.document for reading in self.readings}

    def with_past(self, past: Past) -> "Opened":
        """Return it with what the journal knows now: set against each other again only where that is something else."""
        if past == self.past:
            return self
        return _set_against(replace(self, past=past))

    def desk(self, journal: Journal, settings: Settings) -> Desk:
        """Return what can be published, for the market, the day and the number of reviewers that were chosen."""
        day = day_of(settings.as_of)
        return Desk(self.pipeline, self.review, journal.events(), market=settings.market, as_of=day, needed=settings.reviewers)


def open_pages(folder: Path, pack: str, journal: Journal, kept: Kept, tell: Told, reader: str = "rules") -> Opened:
    """Read a folder's documents, as far as they were not read before, and set them against each other.

    Parameters
    ----------
    kept : dict
        Readings by pack and document; those that are new are added.
    tell : callable
        Told what is being done, how much of it is done, and how much there is; what it raises ends the reading.
    reader : str
        ``model`` where a model reads as well; drafts are checked by the rules alone, because that happens as one types.

    Raises
    ------
    WorkbookError
        The folder, its manifest, the pack or the journal cannot be read.
    """
    tell("Opening the topic pack", 0, 0)
    pipeline = Pipeline.of(pack)
    manifest, (documents, passed) = read_manifest(folder), open_folder(folder)
    readings = []
    for done, document in enumerate(documents):
        tell("Reading the pages", done, len(documents))
        readings.append(read_once(pipeline, document, kept))
    if reader == "model":
        readings = second_for(tell).read(readings, pipeline)
    tell("Setting the pages against each other", len(documents), len(documents))
    past = past_of(journal, documents)
    empty = Review(pipeline.pack.edition, (), (), (), ())
    blank = Opened(folder, pipeline, tuple(readings), manifest, tuple(passed), past, empty, View.of(empty))
    return _set_against(blank)


def read_once(pipeline: Pipeline, document: Document, kept: Kept) -> Reading:
    """Return the reading of a document, from what is kept where it was read before."""
    key = pipeline.pack.edition, document
    if key not in kept:
        kept[key] = pipeline.read(document)
    return kept[key]


def _set_against(opened: Opened) -> Opened:
    review = opened.pipeline.review_readings(opened.readings, opened.manifest, opened.past, opened.passed)
    return replace(opened, review=review, view=PageView.of(review))
