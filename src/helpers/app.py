"""The publish page as the content team uses it: choose a market, a page and what to do, and read why."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from helpers.desk import Desk, open_desk
from helpers.show.publishing import SIGNS, queue_tables, readiness_table
from helpers.show.view import View

EVERY = "every"
NARROW = {"style": {"description_width": "6em"}}


class PublishApp:
    """How ready each page is and its queue, for a market, a page and an action that are chosen by mouse or key.

    Parameters
    ----------
    view : View
    open_market : callable
        Takes a market's name and gives its desk.
    market : str
        The one to begin with.
    """

    def __init__(self, view: View, open_market: Callable[[str], Desk], *, market: str) -> None:
        self._view = view
        self._open = open_market
        self._desks: dict[str, Desk] = {}
        markets = [(known.title, name) for name, known in self._desk(market).rules.markets.items()]
        pages = [(view.names[source.source_id], source.source_id) for source in view.sources]
        actions = [(words, name) for name, words in SIGNS.items()]
        self.market = widgets.Dropdown(options=markets, value=market, description="Market", **NARROW)
        self.page = widgets.Dropdown(options=[("every page", EVERY), *pages], description="Page", **NARROW)
        self.action = widgets.Dropdown(options=[("every claim", EVERY), *actions], description="What to do", **NARROW)
        self.readiness, self.queue = widgets.HTML(), widgets.HTML()
        for choice in (self.market, self.page, self.action):
            choice.observe(self._show, names="value")
        self._show()
        self._box = widgets.VBox([widgets.HBox([self.market, self.page, self.action]), self.readiness, self.queue])

    def __repr__(self) -> str:
        return "The publish page: run this cell, and choose a market, a page and what to do."

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        return {**self._box._repr_mimebundle_(**options), "text/plain": repr(self)}

    def _desk(self, market: str) -> Desk:
        if market not in self._desks:
            self._desks[market] = self._open(market)
        return self._desks[market]

    def _show(self, _change: object = None) -> None:
        """Fill the two tables with what was chosen."""
        desk, page, action = self._desk(self.market.value), self.page.value, self.action.value
        pages = [one for one in desk.readiness if page in (EVERY, one.source_id)]
        rows = [row for row in desk.queue if page in (EVERY, row.source_id) and action in (EVERY, row.action)]
        self.readiness.value = str(readiness_table(self._view, pages).html(inline=True))
        self.queue.value = str(queue_tables(self._view, rows).html(inline=True))


def publish_app(view: View, pack: str, *, market: str, as_of: str = "", journal: str = "", needed: int = 1) -> PublishApp:
    """Make the publish page of a review; :func:`helpers.desk.open_desk` says what each parameter means."""

    def open_market(name: str) -> Desk:
        return open_desk(view.review, pack, journal=journal, market=name, as_of=as_of, needed=needed)

    return PublishApp(view, open_market, market=market)
