"""The review panel: a queue of statements in JupyterLab, a verdict by mouse or key, every step kept in the journal."""

from helpers.panel.of_review import review_panel, rows_of_review
from helpers.panel.rows import Link, Note, Row, queue_rows
from helpers.panel.session import ReviewSession
from helpers.panel.widget import ReviewPanel

__all__ = ["Link", "Note", "ReviewPanel", "ReviewSession", "Row", "queue_rows", "review_panel", "rows_of_review"]
