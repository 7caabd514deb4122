"""What to publish, what to edit and what to hold: claim by claim, each with its reason."""

from collections.abc import Sequence

from helpers.model.claim import Claim
from helpers.model.publishing import QueueRow
from helpers.model.words import advice_on, problem_words
from helpers.packs.publishing import ClaimRule
from helpers.publish.case import Case
from helpers.publish.laws import CHECK
from helpers.publish.words import listed, quoted


def queue(case: Case, rules: Sequence[ClaimRule]) -> tuple[QueueRow, ...]:
    """Decide for each claim that the sources themselves make; the first rule that applies decides.

    Parameters
    ----------
    case : Case
    rules : sequence of ClaimRule
        The last one has no condition.

    Returns
    -------
    tuple of QueueRow
        Card by card, as reviewers decide them; on each by place.
    """
    claims = case.review.judged
    return tuple(
        _row(case, claims[claim_id], rules, card.card_id)
        for card in case.review.cards
        for claim_id in card.claim_ids
        if not case.is_misread(claim_id)
    )


def _row(case: Case, claim: Claim, rules: Sequence[ClaimRule], card: str) -> QueueRow:
    facts = case.facts(claim)
    rule = next(rule for rule in rules if rule.applies(facts))
    judgement = case.judgement(claim)
    ruling = judgement.ruling
    findings = case.findings.get(claim.claim_id, [])
    return QueueRow(
        source_id=claim.source_id,
        claim_id=claim.claim_id,
        topic=claim.topic,
        item=claim.item or "",
        treatment=claim.treatment,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        action=rule.action,
        rule=rule.id,
        reason=case.names.put_in(_reason(case, claim, rule)),
        wording=ruling.wording.strip() if ruling else "",
        state=judgement.state,
        verdict=ruling.verdict if ruling else "",
        reviewers=judgement.reviewers,
        expires=(ruling.expires or "") if ruling else "",
        evidence=facts.evidence or "",
        references=ruling.references if ruling else (),
        laws=case.laws_on(claim),
        severity=findings[0].severity if findings else "",
        problem=problem_words(findings[0]) if findings else "",
        advice=advice_on(findings[0]) if findings else "",
        card=card,
    )


def _reason(case: Case, claim: Claim, rule: ClaimRule) -> str:
    """Return the rule's reason, then what its conditions met here, then what must be checked whatever was decided."""
    judgement = case.judgement(claim)
    ruling = judgement.ruling
    parts = [f"{rule.reason[:1].upper()}{rule.reason[1:]}."]
    if ruling is not None:
        verdict = ruling.verdict.replace("_", " ")
        because = f": {ruling.reason}" if ruling.reason else ""
        parts.append(f"{listed(judgement.reviewers)} decided: {verdict}{because}".rstrip(".") + ".")
    if rule.expired and ruling is not None:
        parts.append(f"It was good until {ruling.expires}.")
    if rule.against_approved:
        others = (f"{other.source_id} says {quoted(other.quote)}" for other in case.against(claim))
        parts.append(f"Approved as well: {'; '.join(others)}.")
    if rule.evidence and claim.claim_id in case.matches:
        parts.append(case.matches[claim.claim_id].reason)
    parts += [finding.reason for finding in case.grave_findings(claim) if finding.kind in rule.findings]
    laws = case.laws_on(claim) if judgement.ruling is not None else ()
    if laws:
        parts.append(f"{'; '.join(map(case.laws.in_words, laws))}: {CHECK}.")
    return " ".join(parts)
