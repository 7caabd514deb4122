"""What can be published now and what must change, page by page; and each page with its claims marked."""

from tornado.web import HTTPError

from helpers.app.cards import STATES, page_cards
from helpers.app.first_screen import FirstScreen
from helpers.app.guard import Guarded
from helpers.app.opened import stamp_of
from helpers.app.pages import static_file
from helpers.app.workspace import Progress
from helpers.errors import WorkbookError
from helpers.show.cards import cards_of_page
from helpers.show.texts import source_text


class Start(Guarded):
    """Every page at a glance."""

    async def get(self) -> None:
        """Show the pages, or how far they were read."""
        workspace = self.workspace
        if workspace.opened is None and (workspace.first is None or workspace.progress.trouble):
            self.show("reading.html", progress=workspace.progress, address="/far?first=yes")
            return
        changed, screen = False, workspace.first
        waiting: Progress | None = workspace.progress
        if workspace.opened is not None:
            opened, desk = await self.away(workspace.now)
            changed = await self.away(lambda: stamp_of(opened.folder) != opened.stamp)
            waiting, screen = None, FirstScreen.of(opened, desk)
        self.show("start.html", screen=screen, states=STATES, changed=changed, waiting=waiting)


class Far(Guarded):
    """How far the reading is, for the page that waits for it."""

    def get(self) -> None:
        """Tell it in figures."""
        progress = self.workspace.progress
        enough = self.get_query_argument("first", "") and self.workspace.first is not None
        is_open = self.workspace.opened is not None and not self.workspace.setting
        ready = is_open or bool(progress.trouble or enough)
        self.tell({"words": progress.words, "done": progress.done, "total": progress.total, "ready": ready})


class Page(Guarded):
    """One page: what is to decide on it, and its text."""

    async def get(self) -> None:
        """Show the page of the source that the address names."""
        opened, desk = await self.away(self.workspace.now)
        source_id = self.get_query_argument("id", "")
        reading = opened.view.readings.get(source_id)
        if reading is None:
            raise WorkbookError("No page of this folder has this name; choose one from the pages.")
        card = next(one for one in page_cards(opened.view, desk) if one.source_id == source_id)
        parts = await self.away(
            lambda: (
                cards_of_page(opened.view, source_id).html(inline=False),
                source_text(opened.view, reading, tables=False).html(inline=False),
            )
        )
        self.show("page.html", card=card, decide=parts[0], text=parts[1])


class Static(Guarded):
    """The style sheets and scripts."""

    def get(self, name: str) -> None:
        """Answer with one of the files that there are."""
        found = static_file(name)
        if found is None:
            raise HTTPError(404)
        self.set_header("Content-Type", found[1])
        self.finish(found[0])


class Nowhere(Guarded):
    """Any other address."""

    def prepare(self) -> None:
        """Turn away who may not ask, then everybody."""
        super().prepare()
        if not self._finished:
            raise HTTPError(404)


HANDLERS = [("/", Start), ("/far", Far), ("/page", Page), (r"/static/([a-z.]+)", Static)]
