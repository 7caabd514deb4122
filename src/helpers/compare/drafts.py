"""A finding before its rank is known."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from helpers.model import Claim, Finding, finding_id
from helpers.model.finding import FindingKind
from helpers.model.problem import Problem
from helpers.model.relation import Severity


class Passage(NamedTuple):
    """Words of a source with their place."""

    source_id: str
    start: int
    end: int
    quote: str


def passage_of(claim: Claim) -> Passage:
    """Return the words that make a claim."""
    return Passage(claim.source_id, claim.start, claim.end, claim.quote)


def draft_finding(
    *,
    kind: FindingKind,
    severity: Severity,
    topic: str,
    reason: str,
    harm: str,
    sources: tuple[str, str],
    quoted: Sequence[Passage] = (),
    claim_ids: Iterable[str] = (),
    references: Iterable[str] = (),
    relation: str = "",
    rule: str = "",
    item: str = "",
    treatment: str = "",
    problem: Problem | None = None,
    warning: Iterable[str] = (),
    advice: str = "",
) -> Finding:
    """Return a finding of rank 0; the first two passages are quoted, in the order of the sources."""
    a = quoted[0] if quoted else None
    b = quoted[1] if len(quoted) > 1 else None
    quotes = [passage.quote for passage in quoted[:2]]
    return Finding(
        rank=0,
        finding_id=finding_id(kind, relation, rule, topic, item, treatment, *sources, *quotes),
        severity=severity,
        kind=kind,
        problem=problem,
        warning=tuple(warning),
        relation=relation,
        rule=rule,
        topic=topic,
        item=item,
        treatment=treatment,
        source_a=sources[0],
        source_b=sources[1],
        quote_a=a.quote if a else "",
        start_a=a.start if a else None,
        end_a=a.end if a else None,
        quote_b=b.quote if b else "",
        start_b=b.start if b else None,
        end_b=b.end if b else None,
        places=tuple(f"{start}-{end}" for start, end in sorted({one[1:3] for one in quoted if one.source_id == sources[0]})),
        claim_ids=tuple(dict.fromkeys(claim_ids)),
        reason=reason,
        harm=harm,
        advice=advice,
        references=tuple(sorted(set(references))),
    )
