"""The folder, the settings and the files: what people choose, and what they bring."""

from helpers.app.guard import Guarded
from helpers.app.uploads import may_go_into, new_folder, store
from helpers.errors import WorkbookError
from helpers.review import Journal
from helpers.settings import Settings, as_chosen, changed, market_titles, pack_titles, write_settings
from helpers.up_to_date import bring_up_to_date

CHOICES = ("pack", "market", "reviewers", "reviewer", "day", "reader")


class Choose(Guarded):
    """The folders and the form."""

    async def get(self) -> None:
        """Show the folders below the one that the address names."""
        root, workspace = self.workspace.root, self.workspace
        named = self.get_query_argument("at", "")
        here = root.folder(named) if named or not root.holds(workspace.settings.place) else workspace.settings.place.parent
        if not root.holds(here):
            here = root.top
        inside = await self.away(lambda: root.inside(here))
        self.show(
            "choose.html",
            way=root.way(here),
            inside=inside,
            here=root.name(here),
            packs=pack_titles(),
            markets=await self.away(lambda: market_titles(workspace.settings.pack)),
            settings=workspace.settings,
        )


class Open(Guarded):
    """Another folder."""

    def post(self) -> None:
        """Read the folder that was chosen, and keep the choice."""
        self.take(
            changed(self.workspace.settings, folder=as_chosen(self.workspace.root.folder(self.get_body_argument("folder"))))
        )

    def take(self, settings: Settings) -> None:
        """Keep other settings and show the pages."""
        write_settings(settings)
        self.workspace.choose(settings)
        self.redirect("/", status=303)


class Keep(Open):
    """The form."""

    def post(self) -> None:
        """Keep what was chosen."""
        told = {name: self.get_body_argument(name, "").strip() for name in CHOICES}
        if told["pack"] not in pack_titles():
            raise WorkbookError("there is no such topic pack; choose one from the list")
        settings = self.workspace.settings
        if told["pack"] != settings.pack and told["market"] not in market_titles(told["pack"]):
            told["market"] = Settings().market
        if told["market"] not in market_titles(told["pack"]):
            raise WorkbookError("there is no such market; choose one from the list")
        with Journal() as journal:
            name = journal.known_as(told["reviewer"])
        if name != self.visitor.name:
            self.visitor.name, self.visitor.reviewing = name, None
        given = {**told, "reviewer": name, "reviewers": int(told["reviewers"] == "2") + 1, "day": told["day"] or None}
        given["reader"] = "model" if told["reader"] == "model" else "rules"
        self.take(changed(settings, **given))


class Again(Guarded):
    """The folder once more, because its files changed."""

    def post(self) -> None:
        """Read it; pages that did not change are not read again."""
        self.workspace.read()
        self.redirect("/", status=303)


class Newer(Guarded):
    """The folder once more, because pages of it were updated on purpose."""

    async def post(self) -> None:
        """Bring its manifest up to date, then read it."""
        await self.away(lambda: bring_up_to_date(self.workspace.settings.place))
        self.workspace.read()
        self.redirect("/", status=303)


class Upload(Guarded):
    """One file that was brought."""

    async def post(self) -> None:
        """Store it in the folder that the address names, and say so."""
        into, name = self.get_query_argument("into", ""), self.get_query_argument("name", "")
        replace = self.get_query_argument("replace", "") == "yes"
        fresh = self.get_query_argument("fresh", "")
        root, settings = self.workspace.root, self.workspace.settings
        folder = new_folder(root, fresh) if fresh else may_go_into(root, settings, into)
        body = self.request.body
        await self.away(lambda: store(folder, name, body, replace=replace))
        self.tell({"stored": name, "folder": root.name(folder)})


HANDLERS = [("/choose", Choose), ("/open", Open), ("/settings", Keep), ("/again", Again), ("/newer", Newer), ("/upload", Upload)]
