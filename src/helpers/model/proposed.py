"""Problems that a second reader proposes, as people judge them: one record a proposal, at the words that it quotes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from helpers.model.claim import Claim
from helpers.model.decision import Verdict
from helpers.model.second import Proposal
from helpers.model.unread import sentence_to_judge

PROPOSED = "proposed_problem"  # the topic that they stand under
CONFIRMS: tuple[Verdict, ...] = ("needs_qualification", "unsubstantiated", "misleading")  # the words cannot stand as they are


def proposed_to_judge(proposals: Iterable[Proposal]) -> dict[str, Proposal]:
    """Return proposals by the id of what people decide on; see :func:`claim_of`."""
    return {claim.claim_id: one for one, claim in _claims(proposals)}


def all_proposed(proposals: Iterable[Proposal]) -> tuple[Claim, ...]:
    """Return what people decide on of the problems that are proposed, by source and place."""
    return tuple(sorted((claim for _, claim in _claims(proposals)), key=lambda one: (one.source_id, one.start, one.claim_id)))


def _claims(proposals: Iterable[Proposal]) -> list[tuple[Proposal, Claim]]:
    """Return each proposal as a claim without a value: its kind and its words are the item, so that the same is one statement."""
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for one in proposals:
        item = ": ".join((", ".join((one.problem, *one.warning)), " ".join(one.quote.split())))
        said = (one.source_id, item, one.treatment, one.quote)
        told = sentence_to_judge(
            one.source_id,
            one.start,
            one.end,
            one.quote,
            topic=PROPOSED,
            item=item,
            treatment=one.treatment,
            occurrence=seen[said],
        )
        seen[said] += 1
        found.append((one, replace(told, reader="model", read_by=one.read_by)))
    return found
