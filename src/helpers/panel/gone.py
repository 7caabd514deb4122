"""Warnings that went with the last change of a page: to be put back, or let go by a reviewer who says why."""

from collections.abc import Callable
from typing import Any, NamedTuple

import ipywidgets as widgets
from markupsafe import escape

from helpers.errors import WorkbookError
from helpers.model.safety import LostWarning
from helpers.review import Journal, let_go
from helpers.show.parts import Bit, Table, cell
from helpers.show.view import View

NONE = "No warning is gone: every page gives what its last version warned of, or nobody decided on an earlier one."
WIDE = {"layout": {"width": "40em"}}


class GoneRow(NamedTuple):
    """What stands on the screen for one warning."""

    box: widgets.VBox
    why: widgets.Text
    button: widgets.Button
    told: widgets.HTML


class GonePanel:
    """A row for each warning that is gone, with a field for the reason and a button that lets it go.

    Parameters
    ----------
    view : View
    journal : Journal
        Where letting go is put on record.
    reviewer : callable
        Gives the name of who decides.
    """

    def __init__(self, view: View, journal: Journal, reviewer: Callable[[], str]) -> None:
        self._journal, self._reviewer, self._pack = journal, reviewer, view.review.pack
        self._count = len(view.review.gone)
        self.rows = [self._row(view, lost) for lost in view.review.gone]
        self._box = widgets.VBox([row.box for row in self.rows])

    def __repr__(self) -> str:
        return f"Warnings that are gone: {self._count}. Run this cell to let one go." if self._count else NONE

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        told = {"text/plain": repr(self)}
        return {**self._box._repr_mimebundle_(**options), **told} if self._count else told

    def _row(self, view: View, lost: LostWarning) -> GoneRow:
        quote = cell(Bit(" ".join(lost.quote.split()), quoted=True), Bit(view.names[lost.source_id], looks=("quiet",)))
        shown = Table("A warning that is gone", ("It said", "What became of it"), [(quote, view.with_names(lost.reason))])
        why = widgets.Text(placeholder="why it need not come back", **WIDE)
        button, told = widgets.Button(description="Let it go"), widgets.HTML()
        box = widgets.VBox([widgets.HTML(str(shown.html(inline=True))), widgets.HBox([why, button]), told])
        row = GoneRow(box, why, button, told)
        button.on_click(lambda _: self._let_go(lost, row))
        return row

    def _let_go(self, lost: LostWarning, row: GoneRow) -> None:
        try:
            event = self._journal.append(let_go(lost, reviewer=self._reviewer(), reason=row.why.value, pack=self._pack))
        except WorkbookError as error:
            row.told.value = escape(str(error))  # a label would set it as a formula
            return
        row.button.disabled = row.why.disabled = True
        row.told.value = f"Let go by {escape(event.decision.reviewer)}. Run the notebook again to see the page without it."


def gone_panel(view: View, journal: Journal, *, reviewer: Callable[[], str]) -> GonePanel:
    """Make the list of warnings that are gone; see :class:`GonePanel`."""
    return GonePanel(view, journal, reviewer)
