"""Document -> segments: blocks, sentences with their context, furniture and gaps."""

from helpers.segment.segmenter import Segmenter

__all__ = ["Segmenter"]
