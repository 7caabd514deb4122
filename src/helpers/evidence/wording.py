"""How strongly a claim is worded beside the best level of evidence that applies to it: the rows of a figure."""

from collections.abc import Iterable

from helpers.model.claim import Claim
from helpers.model.evidence import EvidenceMatch, WordingRow
from helpers.packs.evidence import Register


def wording(claims: Iterable[Claim], matches: Iterable[EvidenceMatch], register: Register) -> list[WordingRow]:
    """Return a row for each claim whose wording has a strength, in the order of ``matches``.

    Parameters
    ----------
    claims, matches
        The claims and what :func:`helpers.evidence.match` said about them.
    register : Register
        Its table ``wording`` says how strong a level is; doubt takes a step off a promise.
    """
    table = register.joining.wording
    by_id = {claim.claim_id: claim for claim in claims}
    rows = []
    for found in matches:
        claim = by_id[found.claim_id]
        strength = table.strength.get(claim.topic, {}).get(claim.level or "")
        if strength is None:
            continue
        if claim.certainty == "hedged":
            strength = max(strength - table.hedged_by, min(strength, 1))
        rows.append(
            WordingRow(
                claim_id=claim.claim_id,
                source_id=claim.source_id,
                topic=claim.topic,
                item=claim.item,
                strength=strength,
                strength_words=table.words[strength],
                best_level=found.best_level,
                verdict=found.verdict,
                references=found.references,
            )
        )
    return rows
