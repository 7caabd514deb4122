"""The stretch of text that a rule looks at: a sentence or a table cell, its mentions by clause, and what stands above it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from helpers.extract.mentions import Mention
from helpers.model import Sentence

BOUNDARY = "boundary"
TOPIC = "topic"
PAUSE = "pause"
_LIST_REACH, _PROSE_REACH = 3, 1


@dataclass(frozen=True)
class Unit:
    """A sentence, or a cell of a table row.

    Attributes
    ----------
    sentence : Sentence
    start, end : int
        The stretch that is read: the sentence without its label, or the cell.
    mentions : tuple of Mention
        What it mentions, in order.
    above : tuple of tuple of Mention
        What label, question, lead-in and headings mention, the nearest first.
    labelled : bool
        The first entry of ``above`` is the sentence's own label, or the first cell of its row.
    phrase : bool
        A list item or cell that is no whole sentence; what stands above it completes it.
    first_word : int
        The number of its first word in the document.
    label_only : bool
        Only words of the label make claims, and only of topics on which the rest says nothing (codebook, ruling 5).
    treatment : str or None
        For a cell: the treatment that heads its column.
    """

    sentence: Sentence
    start: int
    end: int
    mentions: tuple[Mention, ...]
    above: tuple[tuple[Mention, ...], ...] = ()
    labelled: bool = False
    phrase: bool = False
    first_word: int = -1
    label_only: bool = False
    treatment: str | None = None

    @cached_property
    def clauses(self) -> list[int]:
        """The number of the clause in which each mention stands."""
        opens = [mention.start for mention in self.mentions if mention.cls == BOUNDARY]
        return [bisect_right(opens, mention.start) for mention in self.mentions]

    @cached_property
    def keys(self) -> frozenset[str]:
        """Classes and ``class.value`` of everything mentioned."""
        return frozenset(mention.cls for mention in self.mentions) | frozenset(mention.key for mention in self.mentions)

    def clause_of(self, index: int) -> range:
        """Return the indices of the mentions in the clause of mention ``index``."""
        number, first, last = self.clauses[index], index, index + 1
        while first and self.clauses[first - 1] == number:
            first -= 1
        while last < len(self.mentions) and self.clauses[last] == number:
            last += 1
        return range(first, last)

    def pauses(self, one: Mention, other: Mention) -> int:
        """Return how many commas stand between two mentions."""
        first, last = min(one.end, other.end), max(one.start, other.start)
        return sum(word.cls == PAUSE and first <= word.start < last for word in self.mentions)

    @cached_property
    def context(self) -> tuple[Mention, ...]:
        """What stands above, the nearest first, down to the first heading or label that names a topic."""
        found: list[Mention] = []
        for group in self.above[: _LIST_REACH if self.listed else _PROSE_REACH]:
            found.extend(group)
            if any(mention.cls == TOPIC for mention in group):
                break
        return tuple(found)

    @property
    def listed(self) -> bool:
        """A list item, a table cell, a labelled row, or a line of its own."""
        return self.labelled or self.sentence.kind in {"item", "row", "fragment"} or self.sentence.lead_in is not None


def distance(one: Mention, other: Mention) -> int:
    """Return how many words stand between two mentions."""
    return max(other.first - one.last, one.first - other.last, 0)


def nearest(anchor: Mention, candidates: Sequence[Mention]) -> Mention | None:
    """Return the candidate fewest words away; the earlier one where two are equally near."""
    return min(candidates, key=lambda mention: (distance(anchor, mention), mention.start), default=None)
