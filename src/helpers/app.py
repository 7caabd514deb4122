"""The publish page as the content team uses it: choose a market, a page and what to do, and read why."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import ipywidgets as widgets

from helpers.desk import Desk, open_desk
from helpers.model.publishing import QueueRow, Readiness
from helpers.model.words import ACTION_WORDS
from helpers.show.parts import Album
from helpers.show.publishing import queue_tables, readiness_table
from helpers.show.texts import source_text
from helpers.show.view import View

EVERY = "every"
PART = 50  # claims that are drawn at a time
NARROW = {"style": {"description_width": "6em"}}


class PublishApp:
    """How ready each page is and its queue, for a market, a page and an action that are chosen by mouse or key.

    Only a part of the queue is drawn at a time, and below it the texts of the pages that it is about, where its quotes lead.

    Parameters
    ----------
    view : View
    open_market : callable
        Takes a market's name and gives its desk.
    market : str
        The one to begin with.
    """

    def __init__(self, view: View, open_market: Callable[[str], Desk], *, market: str) -> None:
        self._view = replace(view, texts="")
        self._open = open_market
        self._desks: dict[str, Desk] = {}
        self._pages: list[Readiness] = []
        self._rows: list[QueueRow] = []
        markets = [(known.title, name) for name, known in self._desk(market).rules.markets.items()]
        pages = [(view.names[source.source_id], source.source_id) for source in view.sources]
        actions = [(words, name) for name, words in ACTION_WORDS.items()]
        self.market = widgets.Dropdown(options=markets, value=market, description="Market", **NARROW)
        self.page = widgets.Dropdown(options=[("every page", EVERY), *pages], description="Page", **NARROW)
        self.action = widgets.Dropdown(options=[("every claim", EVERY), *actions], description="What to do", **NARROW)
        self.part = widgets.Dropdown(options=[("", 0)], description="Claims", **NARROW)
        self.readiness, self.queue, self.texts = widgets.HTML(), widgets.HTML(), widgets.HTML()
        for choice in (self.market, self.page, self.action):
            choice.observe(self._choose, names="value")
        self.part.observe(self._show_part, names="value")
        self._choose()
        choices = widgets.HBox([self.market, self.page, self.action, self.part], layout={"flex_flow": "row wrap"})
        self._box = widgets.VBox([choices, self.readiness, self.queue, self.texts])

    def __repr__(self) -> str:
        return "The publish page: run this cell, and choose a market, a page and what to do."

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        return {**self._box._repr_mimebundle_(**options), "text/plain": repr(self)}

    def _desk(self, market: str) -> Desk:
        if market not in self._desks:
            self._desks[market] = self._open(market)
        return self._desks[market]

    def _choose(self, _change: object = None) -> None:
        """Find what was chosen, and show the first part of it."""
        desk, page, action = self._desk(self.market.value), self.page.value, self.action.value
        self._pages = [one for one in desk.readiness if page in (EVERY, one.source_id)]
        self._rows = [row for row in desk.queue if page in (EVERY, row.source_id) and action in (EVERY, row.action)]
        count = len(self._rows)
        starts = range(0, max(count, 1), PART)
        self.part.options = [(f"{min(start + 1, count)} to {min(start + PART, count)} of {count}", start) for start in starts]
        self._show_part()

    def _show_part(self, _change: object = None) -> None:
        """Draw one part of the queue, the texts of its pages, and how ready the chosen pages are."""
        rows = self._rows[self.part.value : self.part.value + PART]
        shown = dict.fromkeys(row.source_id for row in rows)
        self.readiness.value = str(readiness_table(self._view, self._pages, texts_of=shown).html(inline=True))
        self.queue.value = str(queue_tables(self._view, rows).html(inline=True))
        texts = Album(tuple(source_text(self._view, self._view.readings[source_id], tables=False) for source_id in shown))
        self.texts.value = str(texts.html(inline=True))


def publish_app(view: View, pack: str, *, market: str, as_of: str = "", journal: str = "", needed: int = 1) -> PublishApp:
    """Make the publish page of a review; :func:`helpers.desk.open_desk` says what each parameter means."""

    def open_market(name: str) -> Desk:
        return open_desk(view.review, pack, journal=journal, market=name, as_of=as_of, needed=needed)

    return PublishApp(view, open_market, market=market)
