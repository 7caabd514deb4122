"""The review panel: a queue of statements in JupyterLab, a verdict by mouse or key, every step kept in the journal."""

from helpers.panel.decisions import Decisions
from helpers.panel.gone import GonePanel, gone_panel
from helpers.panel.of_review import cards_of_review, review_panel, rows_of_review
from helpers.panel.rows import CardRow, Link, Note, Owed, Row, queue_rows
from helpers.panel.session import ReviewSession
from helpers.panel.tables import agreement_table, decision_table, let_go_table, progress_table, reopened_table, settling_table
from helpers.panel.widget import ReviewPanel

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
    "reopened_table",
    "review_panel",
    "rows_of_review",
    "settling_table",
]
