"""One statement in two halves: a word for how ("gradually") and a figure for when ("over several months") are one claim."""

from collections.abc import Sequence
from dataclasses import replace

from helpers.extract.mentions import distance
from helpers.extract.rule import Draft
from helpers.extract.unit import Unit


def merged(unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a unit, with each figure and the nearest word on its topic in its clause as one.

    Parameters
    ----------
    unit : Unit
    drafts : sequence of Draft
        What the rules made of the unit.
    """
    made = list(drafts)
    for figure in (one for one in drafts if one.item is None and one.level is None):
        words = [one for one in made if _says_how(one, figure) and _together(unit, one, figure)]
        if words:
            word = min(words, key=lambda one: (distance(one.anchor, figure.anchor), one.anchor.start))
            start, end = min(word.start, figure.start), max(word.end, figure.end)
            joined = replace(word, low=figure.low, high=figure.high, vague=figure.vague, start=start, end=end)
            said_again = [one for one in words if one.level == word.level]
            made = [joined if one is figure else one for one in made if one not in said_again]
    return made


def _says_how(word: Draft, figure: Draft) -> bool:
    """Say whether a draft is a word without a figure, of a rule whose words may go with one."""
    alone = word.level is not None and word.low is None and word.high is None
    return alone and word.rule.topic == figure.rule.topic and word.rule.amount is not None


def _together(unit: Unit, one: Draft, other: Draft) -> bool:
    """Say whether the anchors of two drafts stand in one clause."""
    first, last = sorted((one.anchor.start, other.anchor.start))
    return not any(first < opening <= last for opening in unit.openings)
