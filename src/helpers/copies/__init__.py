"""Which pages and paragraphs say the same, and what differs where they nearly do."""

from helpers.copies.finder import find_copies
from helpers.copies.relations import with_copies

__all__ = ["find_copies", "with_copies"]
