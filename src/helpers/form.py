"""The settings as a form in a notebook: the same as in the app, kept in the same file."""

from typing import Any

import ipywidgets as widgets
from markupsafe import escape

from helpers.errors import WorkbookError
from helpers.settings import changed, market_titles, pack_titles, read_settings, write_settings

WIDE = {"layout": {"width": "40em"}, "style": {"description_width": "14em"}}
KEPT = "Kept. Choose Run > Run All Cells in any notebook to see the pages with it."


class SettingsForm:
    """Fields for what was chosen, and a button that keeps it."""

    def __init__(self) -> None:
        settings = read_settings()
        self.folder = widgets.Text(value=settings.folder, description="Folder", **WIDE)
        packs = [(title, name) for name, title in pack_titles().items()]
        self.pack = widgets.Dropdown(options=packs, value=settings.pack, description="What the pages are about", **WIDE)
        self.market = widgets.Dropdown(description="Where it is published", **WIDE)
        self.reviewers = widgets.Dropdown(
            options=[("one decides", 1), ("two must agree", 2)], value=settings.reviewers, description="Reviewers", **WIDE
        )
        self.reviewer = widgets.Text(value=settings.reviewer, description="Your name", **WIDE)
        self.day = widgets.DatePicker(value=settings.day, description="The day that counts", **WIDE)
        self.button, self.told = widgets.Button(description="Keep these settings"), widgets.HTML()
        self._offer_markets(settings.market)
        self.pack.observe(lambda _: self._offer_markets(self.market.value), names="value")
        self.button.on_click(lambda _: self.keep())
        fields = (self.folder, self.pack, self.market, self.reviewers, self.reviewer, self.day)
        self._box = widgets.VBox([*fields, self.button, self.told])

    def __repr__(self) -> str:
        return "The settings: run this cell to choose the folder, the pack, the market, the reviewers and the day."

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        return {**self._box._repr_mimebundle_(**options), "text/plain": repr(self)}

    def _offer_markets(self, chosen: str | None) -> None:
        """Offer the markets of the pack that is chosen."""
        titles = market_titles(self.pack.value)
        self.market.options = [(title, name) for name, title in titles.items()]
        self.market.value = chosen if chosen in titles else next(iter(titles))

    def keep(self) -> None:
        """Keep what the fields say, and say so."""
        names = ("folder", "pack", "market", "reviewers", "reviewer", "day")
        try:
            settings = changed(read_settings(), **{name: getattr(self, name).value for name in names})
            if not settings.place.is_dir():
                raise WorkbookError("there is no such folder; check the name", path=settings.folder)
            write_settings(settings)
        except WorkbookError as error:
            self.told.value = escape(str(error))  # a label would set it as a formula
            return
        self.told.value = KEPT


def settings_form() -> SettingsForm:
    """Make the form of the settings; see :class:`SettingsForm`."""
    return SettingsForm()
