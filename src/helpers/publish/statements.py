"""What a claim says, as the journal knows it."""

from helpers.model.claim import Claim
from helpers.model.judgement import statement_id


def statement_of(claim: Claim) -> str:
    """Return the id of the statement that a claim makes: topic, item, value and treatment."""
    return statement_id(
        topic=claim.topic,
        treatment=claim.treatment,
        item=claim.item,
        level=claim.level,
        low=claim.low,
        high=claim.high,
        vague=claim.vague,
    )
