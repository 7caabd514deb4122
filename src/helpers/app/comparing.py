"""Versions: two folders, or a page with what it was when it was decided on."""

from collections.abc import Sequence

from helpers.app.guard import Guarded
from helpers.app.opened import Opened
from helpers.app.versions import STATES, PageVersions, versions
from helpers.errors import WorkbookError
from helpers.load import open_folder
from helpers.model import Document
from helpers.packs.safety import SafetyText, read_safety

KINDS = {"added": "says now", "removed": "no longer says", "changed": "said before, and says now"}


class Compare(Guarded):
    """The choice of versions, and what became of the pages."""

    async def get(self) -> None:
        """Show what the address asks for: the folder of before, or a page."""
        opened, _ = await self.away(self.workspace.now)
        before, source_id = self.get_query_argument("before", ""), self.get_query_argument("id", "")
        found: list[PageVersions] | None = None
        if before:
            folder = self.workspace.root.folder(before)
            found = await self.away(lambda: self.of_folders(opened, open_folder(folder).documents))
        elif source_id:
            found = await self.away(lambda: earlier(opened, source_id))
        root, place = self.workspace.root, self.workspace.settings.place
        inside = await self.away(lambda: root.inside(place.parent)) if root.holds(place.parent) else []
        names = {**opened.view.names}
        self.show(
            "compare.html",
            found=found,
            names=names,
            title=opened.view.title,
            states=STATES,
            kinds=KINDS,
            before=before,
            folders=[one for one in inside if root.folder(one.path) != place.resolve()],
            decided=[(one.source_id, names[one.source_id]) for one in _latest(opened)],
        )

    def of_folders(self, opened: Opened, before: Sequence[Document]) -> list[PageVersions]:
        """Return what became of the pages of a folder of before."""
        old = self.workspace.read_more(opened, before)
        return versions(old, opened.readings, _safety(opened))


def earlier(opened: Opened, source_id: str) -> list[PageVersions]:
    """Return what became of a page since the version that was decided on last.

    Raises
    ------
    WorkbookError
        There is no such page, or none was decided on in another version.
    """
    document = next((one for one in _latest(opened) if one.source_id == source_id), None)
    if document is None:
        raise WorkbookError("This page was never decided on in another version than that of now.")
    now = opened.view.readings[source_id]
    return versions([opened.pipeline.read(document)], [now], _safety(opened))


def _latest(opened: Opened) -> list[Document]:
    """Return of each page the last version that was decided on, where it is not that of now."""
    found: dict[str, Document] = {}
    for one in opened.past.versions:
        found.setdefault(one.source_id, one)
    return list(found.values())


def _safety(opened: Opened) -> SafetyText:
    return read_safety(opened.pipeline.pack.folder_of("review.yml"))


HANDLERS = [("/compare", Compare)]
