"""Relations among copies: what one voice says twice is no repetition."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from helpers.model import Claim, Relation
from helpers.model.copies import Voices
from helpers.model.relation import COPY


def with_copies(relations: Iterable[Relation], claims: Mapping[str, Claim], voices: Voices) -> list[Relation]:
    """Return the relations, each agreement of copies marked as one.

    Parameters
    ----------
    claims : mapping of str to Claim
        By id.
    """
    return [_marked(row) if _is_of_copies(row, claims, voices) else row for row in relations]


def _is_of_copies(row: Relation, claims: Mapping[str, Claim], voices: Voices) -> bool:
    if row.relation != "agree" or row.scope != "between" or not row.claim_a or not row.claim_b:
        return False
    one, other = claims[row.claim_a], claims[row.claim_b]
    return voices.of_page(row.source_a) == voices.of_page(row.source_b) or voices.of(one) == voices.of(other)


def _marked(row: Relation) -> Relation:
    reason = f"{row.reason.rstrip('.')}; both places are copies of one text, which is one voice."
    return replace(row, strength=COPY, reason=reason)
