"""Which claims a rule of the pack speaks of."""

from collections.abc import Iterable

from helpers.model import Claim
from helpers.packs.implied import ClaimPattern
from helpers.packs.phrases import any_of

Neighbours = set[tuple[str, int, str, str | None]]


def neighbours(claims: Iterable[Claim]) -> Neighbours:
    """Return the items named on each topic in each sentence: source, sentence start, topic, item."""
    return {(claim.source_id, claim.sentence_start, claim.topic, claim.item) for claim in claims}


def fits(pattern: ClaimPattern, claim: Claim, beside: Neighbours) -> bool:
    """Say whether a claim is one that the pattern speaks of."""
    bound = claim.high if claim.high is not None else claim.low
    return (
        claim.topic == pattern.topic
        and (not pattern.items or claim.item in pattern.items)
        and claim.item not in pattern.except_items
        and (not pattern.levels or claim.level in pattern.levels)
        and claim.level not in pattern.except_levels
        and (pattern.at_least is None or (bound is not None and bound >= pattern.at_least))
        and pattern.certainty in (None, claim.certainty)
        and (not pattern.words or bool(any_of(pattern.words).search(claim.quote)))
        and not (pattern.except_words and any_of(pattern.except_words).search(claim.quote))
        and (pattern.beside is None or (claim.source_id, claim.sentence_start, claim.topic, pattern.beside) in beside)
    )
