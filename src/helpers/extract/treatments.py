"""Which treatment a statement is about: the sentence says it, else its section, else the page."""

from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.extract.mentions import Mention
from helpers.extract.unit import Unit

TREATMENT, DRUG, ASIDE, COMPANION, FIELD = "treatment", "drug_treatment", "aside", "companion", "field"
UNSPECIFIED = "unspecified"
HEADING_WEIGHT = 4
FIELD_WORDS = 3


def in_field(body: Iterable[Mention]) -> bool:
    """Say whether a page is about the pack's field: it names a treatment, or several different words of the field."""
    named = {mention.key for mention in body if mention.cls in {TREATMENT, FIELD}}
    return any(key.startswith(TREATMENT) for key in named) or len(named) >= FIELD_WORDS


def main_treatment(body: Iterable[Mention], headings: Iterable[Mention]) -> str:
    """Return the treatment the page speaks of most; a heading counts as several mentions in the text."""
    votes: Counter[str] = Counter()
    for mention in body:
        votes[mention.value] += mention.cls == TREATMENT
    for mention in headings:
        votes[mention.value] += HEADING_WEIGHT * (mention.cls == TREATMENT)
    best = max(votes.items(), key=lambda vote: vote[1], default=(UNSPECIFIED, 0))
    return best[0] if best[1] else UNSPECIFIED


def asides(unit: Unit, text: str) -> list[tuple[int, int]]:
    """Return the spans in which the sentence speaks of something else for comparison ("unlike surgery, which ...,")."""
    spans = []
    for mention in unit.mentions:
        if mention.cls == ASIDE:
            comma = text.find(",", mention.end, unit.end)
            after = comma
            while after != -1 and text[after + 1 : after + 7].lower() in {" which", " that a", " whose"}:
                after = text.find(",", after + 1, unit.end)
            spans.append((mention.start, after if after != -1 else unit.end))
    return spans


def resolve(unit: Unit, anchor: Mention, aside_spans: Sequence[tuple[int, int]], main: str) -> str | None:
    """Return the treatment a claim is about, or None where the words compare with something that has no name here.

    Parameters
    ----------
    unit : Unit
    anchor : Mention
        The word that makes the claim.
    aside_spans : sequence of (int, int)
        The sentence's asides.
    main : str
        The page's main treatment.
    """
    aside = next((span for span in aside_spans if span[0] <= anchor.start < span[1]), None)
    if unit.treatment is not None:
        return unit.treatment
    named = [mention for mention in unit.mentions if mention.cls == TREATMENT]
    if aside is not None:
        inside = [mention for mention in named if aside[0] <= mention.start < aside[1]]
        return inside[-1].value if inside else None
    named = [
        mention
        for i, mention in enumerate(unit.mentions)
        if mention.cls == TREATMENT
        and not any(span[0] <= mention.start < span[1] for span in aside_spans)
        and not any(word.cls == COMPANION and 0 <= mention.first - word.last <= 3 for word in unit.mentions[:i])
    ]
    before = [mention for mention in named if mention.start <= anchor.start]
    if before:
        return before[-1].value
    if named:
        return named[0].value
    above = next((mention for group in unit.above for mention in group if mention.cls == TREATMENT), None)
    return above.value if above is not None else main
