"""The looks that only pages and figures need, beside those of every relation, severity and verdict."""

from helpers.model.palette import LOOKS, RELATIONS, SEVERITIES, VERDICTS, Look

__all__ = ["LOOKS", "OTHER", "PAGE", "RELATIONS", "SEVERITIES", "STEPS", "TRIAL", "VERDICTS", "Look", "step_fill", "step_sign"]

# What a page says on an ordered scale, from the least to the most: one blue that deepens.
STEPS = ("#f3f8fc", "#d3e6f5", "#a9d0ee", "#7db9e3")
PAGE, OTHER, TRIAL = "#0072b2", "#cc79a7", "#4d4d4d"


def step_fill(place: int, length: int) -> str:
    """Return the fill of the level at ``place`` on a scale of ``length`` levels."""
    return STEPS[round(place * (len(STEPS) - 1) / max(length - 1, 1))]


def step_sign(place: int, length: int) -> str:
    """Return bars that count the level's place on its scale: ``▮▮▯`` is the second of three."""
    return "▮" * (place + 1) + "▯" * (length - place - 1)
