"""From verdicts to a page: what to publish, edit or hold, the approved wordings, and drafts checked against them."""

from helpers.publish.case import Case
from helpers.publish.checked import Context
from helpers.publish.day import day_of
from helpers.publish.drawers import packed, unpacked
from helpers.publish.formats import FORMATS
from helpers.publish.index import Entry, entries, in_memory
from helpers.publish.laws import Laws, market_named
from helpers.publish.library import Library, library
from helpers.publish.lint import check, worst
from helpers.publish.queue import queue
from helpers.publish.readiness import readiness
from helpers.publish.redline import Piece, edited, redline
from helpers.publish.redline_html import redline_html
from helpers.publish.shelf import Shelf

__all__ = [
    "FORMATS",
    "Case",
    "Context",
    "Entry",
    "Laws",
    "Library",
    "Piece",
    "Shelf",
    "check",
    "day_of",
    "edited",
    "entries",
    "in_memory",
    "library",
    "market_named",
    "packed",
    "queue",
    "readiness",
    "redline",
    "redline_html",
    "unpacked",
    "worst",
]
