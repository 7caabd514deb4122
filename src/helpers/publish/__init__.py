"""From verdicts to a page: what to publish, edit or hold, the approved wordings, and drafts checked against them."""

from helpers.publish.case import Case
from helpers.publish.laws import Laws, market_named
from helpers.publish.library import Library, library
from helpers.publish.queue import queue
from helpers.publish.readiness import readiness

__all__ = ["Case", "Laws", "Library", "library", "market_named", "queue", "readiness"]
