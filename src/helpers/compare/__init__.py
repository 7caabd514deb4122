"""Claims set against each other: where sources agree, conflict, or stay silent."""

from helpers.compare.relations import compare

__all__ = ["compare"]
