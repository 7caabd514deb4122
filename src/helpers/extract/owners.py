"""Words that say only whose something is ("the downtime *of the peel* is two days")."""

from collections.abc import Iterator, Sequence

from helpers.extract.mentions import Mention
from helpers.extract.names import TREATMENT

ATTRIBUTE = "attribute"
OWNED = frozenset({f"{ATTRIBUTE}.of", TREATMENT})


def owners(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words that are "of" or its like, a treatment's name, and perhaps "sessions" behind it."""
    openers = {mention.first for mention in mentions if mention.sense.values.get(ATTRIBUTE) == "of"}
    nouns = {mention.first for mention in mentions if mention.sense.values.get(ATTRIBUTE) == "noun"}
    for mention in mentions:
        opener = next((mention.first - back for back in (1, 2) if mention.first - back in openers), None)  # "of", "of the"
        if TREATMENT in mention.sense.values and opener is not None:
            yield opener, mention.last + (mention.last in nouns)
