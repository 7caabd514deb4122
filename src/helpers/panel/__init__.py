"""The review panel: a queue of statements in JupyterLab, a verdict by mouse or key, every step kept in the journal."""

from helpers.panel.rows import Note, Row, queue_rows
from helpers.panel.session import ReviewSession
from helpers.panel.widget import ReviewPanel

__all__ = ["Note", "ReviewPanel", "ReviewSession", "Row", "queue_rows"]
