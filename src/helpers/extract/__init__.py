"""Reads claims from a segmented document by the rules of a pack."""

from helpers.extract.extractor import Extractor

__all__ = ["Extractor"]
