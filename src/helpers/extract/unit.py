"""The stretch of text that a rule looks at: a sentence or a table cell, its mentions by clause, and what stands above it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

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
    def keys(self) -> frozenset[str]:
        """Classes and ``class.value`` of everything mentioned."""
        return frozenset(chain.from_iterable(mention.sense.keys for mention in self.mentions))

    @cached_property
    def _openings(self) -> list[int]:
        """Where a new clause opens."""
        return [mention.start for mention in self.mentions if BOUNDARY in mention.sense.values]

    @cached_property
    def _clauses(self) -> list[int]:
        """The number of the clause of each mention."""
        return [bisect_right(self._openings, mention.start) for mention in self.mentions]

    def clause_of(self, index: int) -> tuple[int, int]:
        """Return the half-open range of the mentions in the clause of mention ``index``."""
        if not self._openings:
            return 0, len(self.mentions)
        number = self._clauses[index]
        return bisect_left(self._clauses, number), bisect_right(self._clauses, number)

    @cached_property
    def _pauses(self) -> list[int]:
        """How many commas stand before each mention."""
        return [0, *accumulate(PAUSE in mention.sense.values for mention in self.mentions)]

    def pauses(self, one: Mention, other: Mention) -> int:
        """Return how many commas stand between two mentions of the unit."""
        first, last = sorted((self._index_of(one), self._index_of(other)))
        return self._pauses[last] - self._pauses[first]

    def _index_of(self, mention: Mention) -> int:
        return bisect_left(self.mentions, mention.start, key=lambda other: other.start)

    @cached_property
    def context(self) -> tuple[Mention, ...]:
        """What stands above, the nearest first, down to the first heading or label that names a topic."""
        found: list[Mention] = []
        for group in self.above[: _LIST_REACH if self.listed else _PROSE_REACH]:
            found.extend(group)
            if any(TOPIC in mention.sense.values for mention in group):
                break
        return tuple(found)

    @cached_property
    def context_keys(self) -> frozenset[str]:
        """Classes and ``class.value`` of what stands above."""
        return frozenset(chain.from_iterable(mention.sense.keys for mention in self.context))

    @property
    def listed(self) -> bool:
        """A list item, a table cell, a labelled row, or a line of its own."""
        return self.labelled or self.sentence.kind in {"item", "row", "fragment"} or self.sentence.lead_in is not None


def distance(one: Mention, other: Mention) -> int:
    """Return how many words stand between two mentions."""
    if one.last <= other.first:
        return other.first - one.last
    return max(one.first - other.last, 0)
