"""The stretch of text that a rule looks at: a sentence or a table cell, its mentions by clause, and what stands above it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from helpers.extract.frames import CUES, Frame, Kind, Stretch, frames_of
from helpers.extract.mentions import Mention, Said, distance, keys_of
from helpers.extract.names import Subject
from helpers.extract.owners import OWNED, owners
from helpers.extract.scope import FINITE, JOINT, PAUSE, openings_of, settled
from helpers.model import Sentence

TOPIC = "topic"
STOP = "boundary.stop"
BACK = "refers_back"
INSIDE, ABOVE, ABOVE_LISTED, ABOVE_FRAGMENT = range(4)
_NOTHING: frozenset[str] = frozenset()
_LIST_REACH, _PROSE_REACH, _TOLD = 3, 1, 3


class Unit:
    """A sentence, or a cell of a table row.

    Parameters
    ----------
    sentence : Sentence
    start, end : int
        The stretch that is read: the sentence without its label, or the cell.
    mentions : Said
        What it mentions, in order.
    above : tuple of Said
        What label, question, lead-in and headings mention, the nearest first.
    labelled : bool
        The first entry of ``above`` is the sentence's own label, or the first cell of its row.
    answer : bool
        It answers a question in few words.
    phrase : bool
        A list item, line or cell that is no whole sentence, or words behind a label; what stands above completes them.
    first_word, last_word : int
        The number of its first word in the document, and of the word behind its last.
    label_only : bool
        Only words of the label make claims, and only of topics on which the rest says nothing (codebook, ruling 5).
    treatment : Subject or None
        For a cell: the treatment that heads its column.
    list_keys : frozenset of str
        Classes and ``class.value`` of everything that the list mentions in which the sentence is an item.
    ruler : Mention or None
        The word of a list's lead-in that rules the item as if it stood before it, where that is no statement of its own.
    of_readers : bool
        It stands in a list in which readers are to see themselves.

    Attributes
    ----------
    keys : frozenset of str
        Classes and ``class.value`` of everything mentioned, and of the word that rules the item.
    listed : bool
        A list item, a table cell, a labelled row, a short answer, or a line of its own.
    label : tuple of Mention
        What the sentence's own label mentions, or the first cell of its row.
    line : bool
        A line of its own that is no sentence and has no label.
    whole : bool
        A sentence that needs nothing above it to be understood: no phrase, no label, no short answer.
    frames : tuple of Frame
        The stretches that it does not simply assert.
    groups : tuple of Said
        The entries of ``above`` that count.
    sights : tuple of frozenset of str
        What a condition can see, by ``INSIDE`` and the others: the classes of its own words, or of what stands above it and
        in its list, where that counts.
    """

    def __init__(
        self,
        sentence: Sentence,
        start: int,
        end: int,
        mentions: Said,
        above: tuple[Said, ...] = (),
        *,
        labelled: bool = False,
        answer: bool = False,
        phrase: bool = False,
        first_word: int = -1,
        last_word: int = -1,
        label_only: bool = False,
        treatment: Subject | None = None,
        list_keys: frozenset[str] = frozenset(),
        ruler: Mention | None = None,
        of_readers: bool = False,
    ) -> None:
        keys = mentions.keys
        self._openings = openings_of(mentions, keys, first_word)
        self.mentions: tuple[Mention, ...] = settled(mentions, keys, self._openings, first_word)
        self.sentence, self.start, self.end, self.above = sentence, start, end, above
        self.phrase, self.label_only, self.treatment = phrase, label_only, treatment
        self.first_word, self.last_word = first_word, last_word
        self.listed = labelled or answer or sentence.kind in {"item", "row", "fragment"} or sentence.lead_in is not None
        self.whole = not (phrase or answer or label_only) and sentence.kind in {"sentence", "item"}
        self.line = phrase and sentence.kind == "fragment" and not labelled and not label_only
        self.keys = keys if self.mentions is mentions else keys_of(self.mentions)
        self.ruler = ruler if phrase and FINITE not in self.keys else None
        self.keys |= self.ruler.sense.keys if self.ruler else frozenset()
        self.list_keys = list_keys
        self._places: dict[str, list[int]] = {}
        self._owners: list[tuple[int, int]] | None = None
        self.label: tuple[Mention, ...] = above[0] if labelled and above else ()
        self.frames: tuple[Frame, ...] = ()
        if self.label or not self.keys.isdisjoint(CUES):
            stretch = Stretch(self.mentions, self._openings, end, first_word, sentence.kind == "item")
            self.frames = frames_of(stretch, self.keys, self.label)
        if of_readers:
            self.frames += (Frame("reader", start, end),)
        self.groups = self._counting()
        outside = self.list_keys.union(*[group.keys for group in self.groups])
        self.sights = (self.keys, outside, outside if self.listed else _NOTHING, _NOTHING if self.whole else outside)
        self._clauses = [bisect_right(self._openings, mention.start) for mention in self.mentions] if self._openings else []

    def _counting(self) -> tuple[Said, ...]:
        """Return the entries of ``above`` that count, down to the first heading or label that names a topic."""
        near = self.above[: _LIST_REACH if self.listed else _PROSE_REACH]
        for number, group in enumerate(near[:-1], start=1):
            if TOPIC in group.keys:
                return near[:number]
        return near

    @cached_property
    def context(self) -> tuple[Mention, ...]:
        """What stands above, the nearest first, down to the first heading or label that names a topic."""
        return tuple(chain.from_iterable(self.groups))

    @property
    def openings(self) -> Sequence[int]:
        """Where its clauses open."""
        return self._openings

    def clause_of(self, index: int) -> tuple[int, int]:
        """Return the half-open range of the mentions in the clause of mention ``index``."""
        if not self._openings:
            return 0, len(self.mentions)
        number = self._clauses[index]
        return bisect_left(self._clauses, number), bisect_right(self._clauses, number)

    def told_of(self, last: int) -> int:
        """Return where a clause ends, with the first words of the next one where they point back ("which is normal")."""
        if last < len(self.mentions):
            turn, words = self.mentions[last], self.mentions[last : last + _TOLD]
            back = next(
                (number for number, word in enumerate(words) if BACK in word.sense.values and word.first <= turn.last), None
            )
            if back is not None:
                link = words[back]
                return last + back + sum(1 for word in self.mentions[last + back :] if word.first - link.last <= _TOLD)
        return last

    def stance(self, mention: Mention) -> Kind | None:
        """Return how the sentence holds what the mention says, or None where it simply says it."""
        for frame in self.frames:
            if frame.start <= mention.start < frame.end:
                return frame.kind
        return None

    def opens(self, mention: Mention) -> bool:
        """Say whether a mention is among the first words of the unit ("In rare cases, ...")."""
        return 0 <= mention.first - self.first_word <= 1

    def pauses(self, one: Mention, other: Mention) -> int:
        """Return how many commas stand between two mentions of the unit."""
        return self._between(PAUSE, one, other)

    def joined(self, one: Mention, other: Mention) -> int:
        """Return how many times "and" stands between two mentions of the unit."""
        return self._between(JOINT, one, other)

    def stops(self, one: Mention, other: Mention) -> bool:
        """Say whether a semicolon parts two entries of a list or a cell: what measures one does not measure the other."""
        return self.phrase and self._between(STOP, one, other) > 0

    def apart(self, one: Mention, other: Mention) -> int:
        """Return how many words stand between two mentions; "of mesotherapy" says only whose it is and does not count."""
        words = distance(one, other)
        if not words or not self.keys >= OWNED:
            return words
        if self._owners is None:
            self._owners = list(owners(self.mentions))
        first, last = min(one.last, other.last), max(one.first, other.first)
        return words - sum(stop - start for start, stop in self._owners if first <= start and stop <= last)

    def _between(self, what: str, one: Mention, other: Mention) -> int:
        if what not in self.keys:
            return 0
        if what not in self._places:
            self._places[what] = [word.start for word in self.mentions if what in word.sense.keys]
        first, last = min(one.end, other.end), max(one.start, other.start)
        return max(bisect_left(self._places[what], last) - bisect_left(self._places[what], first), 0)
