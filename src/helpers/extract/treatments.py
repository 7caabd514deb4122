"""Which treatment a statement is about: the sentence says it, else its section, else the page."""

from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.extract.mentions import Mention
from helpers.extract.unit import Unit

TREATMENT, DRUG, ASIDE, COMPANION, BOTH, FIELD = "treatment", "drug_treatment", "aside", "companion", "both", "field"
UNSPECIFIED = "unspecified"
HEADING_WEIGHT = 4
FIELD_WORDS, NAMED, SHARE = 4, 3, 0.02
_COMPANY = 3


def in_field(body: Sequence[Mention], words: int) -> bool:
    """Say whether a page is about the pack's field.

    It names treatments several times, or it names one (or enough different words of the field) among few other words:
    a page of another field may well speak of skin or of surgery once.

    Parameters
    ----------
    body : sequence of Mention
        Everything the page mentions outside website furniture.
    words : int
        How many words the page has.
    """
    treatments = sum(TREATMENT in mention.sense.values for mention in body)
    field = [mention.sense.values[FIELD] for mention in body if FIELD in mention.sense.values]
    dense = treatments + len(field) >= SHARE * words
    return treatments >= NAMED or (dense and (treatments > 0 or len(set(field)) >= FIELD_WORDS))


def treatments_of(body: Iterable[Mention], headings: Iterable[Mention]) -> list[str]:
    """Return the treatments of a page, the one it speaks of most first; a heading counts as several mentions in the text."""
    votes: Counter[str] = Counter()
    for weight, mentions in ((1, body), (HEADING_WEIGHT, headings)):
        for mention in mentions:
            if TREATMENT in mention.sense.values:
                votes[mention.sense.values[TREATMENT]] += weight
    return [treatment for treatment, _ in votes.most_common()]


def asides(unit: Unit, text: str) -> list[tuple[int, int]]:
    """Return the spans in which the sentence speaks of something else for comparison ("unlike surgery, which ...,")."""
    spans: list[tuple[int, int]] = []
    if ASIDE not in unit.keys:
        return spans
    for mention in unit.mentions:
        if ASIDE in mention.sense.values:
            comma = text.find(",", mention.end, unit.end)
            after = comma
            while after != -1 and text[after + 1 : after + 7].lower() in {" which", " that a", " whose"}:
                after = text.find(",", after + 1, unit.end)
            spans.append((mention.start, after if after != -1 else unit.end))
    return spans


def resolve(unit: Unit, anchor: Mention, aside_spans: Sequence[tuple[int, int]], page: Sequence[str]) -> list[str]:
    """Return the treatments a claim is about; none where the words compare with something that has no name here.

    Parameters
    ----------
    unit : Unit
    anchor : Mention
        The word that makes the claim.
    aside_spans : sequence of (int, int)
        The sentence's asides.
    page : sequence of str
        The page's treatments, the main one first.
    """
    if unit.treatment is not None:
        return [unit.treatment]
    named = [(i, mention) for i, mention in enumerate(unit.mentions) if TREATMENT in mention.sense.values]
    aside = next((span for span in aside_spans if span[0] <= anchor.start < span[1]), None)
    if aside is not None:
        return [mention.sense.values[TREATMENT] for _, mention in named if aside[0] <= mention.start < aside[1]][-1:]
    subjects = [
        mention
        for i, mention in named
        if not any(span[0] <= mention.start < span[1] for span in aside_spans)
        and not any(COMPANION in word.sense.values and 0 <= mention.first - word.last <= _COMPANY for word in unit.mentions[:i])
    ]
    before = [mention for mention in subjects if mention.start <= anchor.start]
    if not before and len(page) > 1 and _opens_with_both(unit):
        return list(page[:2])
    above = [mention for group in unit.above for mention in group if TREATMENT in mention.sense.values]
    nearest = before[-1:] or subjects[:1] or above[:1]
    return [nearest[0].sense.values[TREATMENT]] if nearest else list(page[:1]) or [UNSPECIFIED]


def _opens_with_both(unit: Unit) -> bool:
    """Say whether the sentence speaks of the two things that the page compares ("Both tighten the skin")."""
    return BOTH in unit.keys and any(BOTH in word.sense.values and word.first == unit.first_word for word in unit.mentions)
