"""Quantities: found in a text, written for a reader."""

from helpers.normalise.format import format_interval
from helpers.normalise.grammar import QuantityGrammar

__all__ = ["QuantityGrammar", "format_interval"]
