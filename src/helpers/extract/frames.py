"""What a sentence does not say of the treatment: it rejects it, doubts it, weighs it, fears it, or says it on a condition."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.scope import FINITE, JOINT, NEGATOR, PAUSE
from helpers.model import Sentence

Kind = Literal["rejected", "unproven", "condition", "weighed", "worry", "reader", "elsewhere"]
UNSAID: frozenset[Kind] = frozenset({"condition", "weighed", "worry", "reader", "elsewhere"})
REJECTS, SAID, ECHO, UNPROVEN, CONDITION, TURN, THEN = "rejects", "said", "echo", "not_shown", "condition", "turn", "then"
WEIGHED, WORRY, READER, ELSEWHERE = "weighed", "worry", "reader", "elsewhere"
CUES = frozenset({REJECTS, ECHO, UNPROVEN, CONDITION, WEIGHED, WORRY, READER, ELSEWHERE})
_CLOSING, _SUBJECT, _VERB = 2, 2, 2


class Frame(NamedTuple):
    """A stretch [start, end) and how the sentence holds what it says."""

    kind: Kind
    start: int
    end: int


class Stretch(NamedTuple):
    """What frames are looked for in.

    Attributes
    ----------
    mentions : sequence of Mention
    openings : sequence of int
        Where clauses open.
    end : int
    first_word : int
        The number of its first word.
    item : bool
        It is an item of a list.
    """

    mentions: Sequence[Mention]
    openings: Sequence[int]
    end: int
    first_word: int
    item: bool

    def clause_end(self, mention: Mention) -> int:
        """Return where the clause of a mention ends."""
        at = bisect_right(self.openings, mention.start)
        return self.openings[at] if at < len(self.openings) else self.end

    def opens_clause(self, mention: Mention) -> bool:
        """Say whether a mention is among the first words of its clause."""
        at = bisect_right(self.openings, mention.start)
        if not at:
            return mention.first - self.first_word <= _SUBJECT
        first = self.mentions[bisect_left(self.mentions, self.openings[at - 1], key=lambda one: one.start)]
        return mention.first - first.first <= _SUBJECT


def frames_of(stretch: Stretch, keys: frozenset[str], label: Sequence[Mention]) -> tuple[Frame, ...]:
    """Return the frames of a stretch that mentions ``keys``; a label that says "Myth" rejects all of it."""
    if any(one.sense.values.get(REJECTS) == "label" for one in (*label, *stretch.mentions[:1])):
        return (Frame("rejected", stretch.mentions[0].start, stretch.end),) if stretch.mentions else ()
    return () if keys.isdisjoint(CUES) else tuple(_frames(stretch))


def rejects(mentions: Sequence[Mention], span: Sentence) -> bool:
    """Say whether a sentence does nothing but reject the one before ("That is not true.")."""
    cue = next((one for one in mentions if ECHO in one.sense.values), None)
    return cue is not None and cue.start - span.start <= 1 and span.end - cue.end <= _CLOSING


def _frames(stretch: Stretch) -> Iterator[Frame]:
    for number, one in enumerate(stretch.mentions):
        values = one.sense.values
        if CUES.isdisjoint(values):
            continue
        behind = stretch.mentions[number + 1 :]
        turn = next((other.start for other in behind if TURN in other.sense.values), stretch.end)
        if REJECTS in values or ECHO in values:
            yield from _rejected(stretch, number, turn)
        if UNPROVEN in values:
            yield Frame("unproven", one.end, turn)
        if CONDITION in values:
            pause = next((other.start for other in behind if {PAUSE, THEN} & other.sense.values.keys()), stretch.end)
            yield Frame("condition", one.end, min(pause, stretch.clause_end(one)))
        if WEIGHED in values:
            stop = _next_pause(behind, stretch.end) if values[WEIGHED] == "depends" else _next_deed(behind, stretch.end)
            yield Frame("weighed", one.end, min(stretch.clause_end(one), stop))
        if WORRY in values and not any(NEGATOR in other.sense.values for other in stretch.mentions[max(number - 1, 0) : number]):
            yield Frame("worry", one.end, turn)
        if values.get(READER) == "you" and stretch.item and one.first == stretch.first_word:
            yield Frame("reader", one.end, stretch.end)
        if ELSEWHERE in values and stretch.opens_clause(one) and _acts(one, behind):
            yield Frame("elsewhere", one.end, stretch.clause_end(one))


def _next_pause(behind: Sequence[Mention], end: int) -> int:
    return next((other.start for other in behind if PAUSE in other.sense.values), end)


def _next_deed(behind: Sequence[Mention], end: int) -> int:
    """Return where the sentence goes on to what is done: a verb right behind a comma, an "and" or a "then"."""
    steps = (
        one.start for one, after in pairwise(behind) if {PAUSE, JOINT, THEN} & one.sense.values.keys() and _is_deed(one, after)
    )
    return next(steps, end)


def _is_deed(one: Mention, after: Mention) -> bool:
    return after.sense.rules and NEGATOR not in after.sense.values and after.first - one.last <= 0


def _rejected(stretch: Stretch, number: int, turn: int) -> Iterator[Frame]:
    one, before = stretch.mentions[number], stretch.mentions[:number]
    how = one.sense.values.get(REJECTS)
    if how == "ahead":
        yield Frame("rejected", one.start, turn)
    elif how == "behind":
        said = next((other for other in before if SAID in other.sense.values), None)
        if said is not None:
            yield Frame("rejected", said.end, one.start)
    elif before and {TURN, PAUSE} & before[-1].sense.values.keys() and stretch.end - one.end <= _CLOSING:
        yield Frame("rejected", before[0].start, before[-1].start)


def _acts(subject: Mention, behind: Sequence[Mention]) -> bool:
    """Say whether a verb follows a subject at once."""
    near = (other for other in behind if 0 <= other.first - subject.last <= _VERB and PAUSE not in other.sense.values)
    return any(FINITE in other.sense.values or other.sense.rules or NEGATOR in other.sense.values for other in near)
