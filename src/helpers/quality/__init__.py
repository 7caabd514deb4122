"""How well the extractor reads: its claims counted against annotated ones."""

from helpers.quality.gold import Gold, read_gold
from helpers.quality.score import Quality, TopicScore, measure

__all__ = ["Gold", "Quality", "TopicScore", "measure", "read_gold"]
