"""Problems that a second reader proposed and a person confirmed, among the findings: never above a grave one of a rule."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from helpers.compare.drafts import Passage, draft_finding
from helpers.compare.rows import quoted
from helpers.model import Finding
from helpers.model.second import Proposal

RULE = "second_reader"
HARM = "readers are told what a reviewer found cannot stand as it is"


def with_confirmed(findings: Iterable[Finding], confirmed: Mapping[str, Proposal]) -> list[Finding]:
    """Return findings, ranked anew, with those that a model proposed behind every grave one.

    Parameters
    ----------
    findings : iterable of Finding
        The gravest first.
    confirmed : mapping of str to Proposal
        By the id of what was decided on.
    """
    ranked = list(findings)
    behind = sum(one.severity == "high" for one in ranked)
    made = [_finding(claim_id, one) for claim_id, one in confirmed.items()]
    ranked[behind:behind] = sorted(made, key=lambda one: (one.source_a, one.start_a or 0, one.finding_id))
    return [replace(one, rank=rank) for rank, one in enumerate(ranked, start=1)]


def _finding(claim_id: str, one: Proposal) -> Finding:
    return draft_finding(
        kind="proposed",
        severity="medium",
        problem=one.problem,
        warning=one.warning,
        topic="",
        rule=RULE,
        item=one.problem,
        treatment=one.treatment,
        sources=(one.source_id, ""),
        quoted=[Passage(one.source_id, one.start, one.end, one.quote)],
        claim_ids=[claim_id],
        reason=f"{one.source_id} says {quoted(one.quote)}: a model proposed it as a problem, and a reviewer confirmed it.",
        harm=HARM,
    )
