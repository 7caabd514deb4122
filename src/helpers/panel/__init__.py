"""The review panel: a queue of statements in JupyterLab, a verdict by mouse or key, every step kept in the journal."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from helpers.panel.decisions import Decisions
from helpers.panel.of_review import cards_of_review, review_session, rows_of_review
from helpers.panel.rows import CardRow, Link, Note, Owed, Row, queue_rows
from helpers.panel.session import ReviewSession
from helpers.panel.tables import (
    agreement_table,
    decision_table,
    let_go_table,
    progress_table,
    reading_table,
    reopened_table,
    settling_table,
)

if TYPE_CHECKING:
    from helpers.panel.gone import GonePanel, gone_panel
    from helpers.panel.widget import ReviewPanel, review_panel

__all__ = [
    "CardRow",
    "Decisions",
    "GonePanel",
    "Link",
    "Note",
    "Owed",
    "ReviewPanel",
    "ReviewSession",
    "Row",
    "agreement_table",
    "cards_of_review",
    "decision_table",
    "gone_panel",
    "let_go_table",
    "progress_table",
    "queue_rows",
    "reading_table",
    "reopened_table",
    "review_panel",
    "review_session",
    "rows_of_review",
    "settling_table",
]

_WIDGETS = {"GonePanel": "gone", "gone_panel": "gone", "ReviewPanel": "widget", "review_panel": "widget"}


def __getattr__(name: str) -> Any:
    """Bring the widgets along only where somebody asks for them: the app reviews without a notebook."""
    if name not in _WIDGETS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WIDGETS[name]}"), name)
