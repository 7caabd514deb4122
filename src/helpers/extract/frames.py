"""The stretches of a sentence that its writer does not assert: rejected, unproven, or said on a condition."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.scope import PAUSE

Kind = Literal["rejected", "unproven", "condition"]
REJECTS, SAID, ECHO, UNPROVEN, CONDITION, TURN = "rejects", "said", "echo", "not_shown", "condition", "turn"
THEN = "then"
_CUES = (REJECTS, ECHO, UNPROVEN, CONDITION)
_CLOSING = 2


class Frame(NamedTuple):
    """A stretch [start, end) and how the sentence holds what it says."""

    kind: Kind
    start: int
    end: int


def frames_of(
    mentions: Sequence[Mention], openings: Sequence[int], keys: frozenset[str], end: int, label: Sequence[Mention]
) -> tuple[Frame, ...]:
    """Return the frames of a unit that ends at ``end``; a label that says "Myth" rejects all of it."""
    if any(one.sense.values.get(REJECTS) == "label" for one in (*label, *mentions[:1])):
        return (Frame("rejected", mentions[0].start, end),) if mentions else ()
    return () if keys.isdisjoint(_CUES) else tuple(_frames(mentions, openings, end))


def _frames(mentions: Sequence[Mention], openings: Sequence[int], end: int) -> Iterator[Frame]:
    start = mentions[0].start
    for number, one in enumerate(mentions):
        values = one.sense.values
        turn = next((other.start for other in mentions[number + 1 :] if TURN in other.sense.values), end)
        if values.get(REJECTS) == "ahead":
            yield Frame("rejected", one.start, turn)
        elif values.get(REJECTS) == "behind":
            said = next((other for other in mentions[:number] if SAID in other.sense.values), None)
            if said is not None:
                yield Frame("rejected", said.end, one.start)
        elif ECHO in values:
            before = mentions[number - 1] if number else None
            if before is not None and {TURN, PAUSE} & before.sense.values.keys() and end - one.end <= _CLOSING:
                yield Frame("rejected", start, before.start)
        if UNPROVEN in values:
            yield Frame("unproven", one.end, turn)
        if CONDITION in values:
            pause = next((other.start for other in mentions[number + 1 :] if {PAUSE, THEN} & other.sense.values.keys()), end)
            at = bisect_right(openings, one.start)
            yield Frame("condition", one.end, min(pause, openings[at] if at < len(openings) else end))
