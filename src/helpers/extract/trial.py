"""One rule at one anchor, as a trace records it: made only when somebody asks how a text was read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, final

from helpers.extract.conditions import Finder, first_found
from helpers.extract.mentions import Mention
from helpers.extract.unit import Unit
from helpers.packs.rules import Condition, Rule

if TYPE_CHECKING:
    from helpers.extract.rule import Draft


@final
class Trial:
    """What a rule made of an anchor, and why it made nothing.

    Parameters
    ----------
    rule : Rule
    unit : Unit
    index : int
        Of the anchor among the unit's mentions.
    text : str
        The document's text.

    Attributes
    ----------
    why : str
        Why it made no claim.
    notes : list of str
        What it noticed on its way.
    """

    def __init__(self, rule: Rule, unit: Unit, index: int, text: str) -> None:
        self.rule, self.unit, self.index, self._text = rule, unit, index, text
        self.why = ""
        self.notes: list[str] = []

    def quote(self, mention: Mention) -> str:
        """Return the words of a mention."""
        return f"“{self._text[mention.start : mention.end]}”"

    def no(self, why: str) -> "Draft | None":
        """Record why the rule makes no claim; returns what the rule returns then."""
        self.why = why
        return None

    def unmet(self, needs: Sequence[Sequence[Finder]]) -> "Draft | None":
        """Record which of its needs nothing fulfils."""
        for lines, finders in zip(self.rule.needs, needs, strict=True):
            if first_found(finders, self.unit, self.index) is None:
                return self.no(f"needs {' or '.join(map(in_words, lines))}: not there")
        return None

    def barred(self, unless: Sequence[Finder]) -> "Draft | None":
        """Record which of its guards holds, and by which word."""
        for condition, finder in zip(self.rule.unless, unless, strict=True):
            found = first_found([finder], self.unit, self.index)
            if found is not None:
                return self.no(f"unless {in_words(condition)}: {self.quote(found.mention)}")
        return None


def in_words(condition: Condition) -> str:
    """Return a condition as the rule has it: place, classes, words between."""
    ((place, names),) = condition.places
    within = "" if condition.within is None else f" within {condition.within}"
    return f"{place} [{', '.join(names)}]{within}"
