"""Claims on two topics that cannot both stand, by the rules of the pack."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from helpers.compare.pairs import Pair, pairs_across, pairs_together
from helpers.compare.patterns import Neighbours, fits, neighbours
from helpers.compare.positions import Positions, positions
from helpers.compare.rows import Compared, relation_row
from helpers.compare.verdicts import SOFTENED, Verdict
from helpers.model import Claim
from helpers.model.situation import can_meet
from helpers.packs.implied import ClaimPattern, ImpliedRule
from helpers.packs.tables import ComparisonTables


def implied_relations(claims: Sequence[Claim], tables: ComparisonTables) -> Iterator[Compared]:
    """Yield the rows of every rule that fires, within one source and between two, for one treatment at a time."""
    patterns = [pattern for rule in tables.implied for pattern in (rule.premise, rule.consequence)]
    side_by_side = {pattern.topic for pattern in patterns if pattern.beside}
    beside = neighbours(claim for claim in claims if claim.topic in side_by_side)
    by_topic: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_topic[claim.topic].append(claim)
    for rule in tables.implied:
        premises = _by_treatment(rule.premise, by_topic, beside)
        consequences = _by_treatment(rule.consequence, by_topic, beside)
        for treatment in sorted(premises.keys() & consequences.keys()):
            yield from _fired(rule, premises[treatment], consequences[treatment], tables)


def stands_against(rule: ImpliedRule, premise: Claim, consequence: Claim, tables: ComparisonTables) -> bool:
    """Say whether two claims that fit the rule's patterns also fulfil what it asks of the two together."""
    if premise.treatment != consequence.treatment or premise.claim_id == consequence.claim_id:
        return False
    if not can_meet(premise, consequence):
        return False
    if rule.within_source_only and premise.source_id != consequence.source_id:
        return False
    if not rule.outlasts:
        return True
    if premise.high is None:
        return False
    lasts = consequence.high if consequence.high is not None else consequence.low
    return lasts is not None and lasts > premise.high * (1 + tables.comparisons.tolerance)


def _by_treatment(pattern: ClaimPattern, by_topic: dict[str, list[Claim]], beside: Neighbours) -> dict[str, Positions]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in by_topic.get(pattern.topic, []):
        if fits(pattern, claim, beside):
            found[claim.treatment].append(claim)
    return {treatment: positions(claims) for treatment, claims in found.items()}


def _fired(rule: ImpliedRule, premises: Positions, consequences: Positions, tables: ComparisonTables) -> Iterator[Compared]:
    limits = tables.comparisons.limits
    yield from _rows(rule, pairs_together(premises, consequences, limits), tables)
    if not rule.within_source_only:
        yield from _rows(rule, pairs_across(premises, consequences, limits), tables)


def _rows(rule: ImpliedRule, pairs: Iterable[Pair], tables: ComparisonTables) -> Iterator[Compared]:
    for pair in pairs:
        if stands_against(rule, pair.one.claim, pair.other.claim, tables):
            verdict = _with_doubt(rule, (pair.one.claim, pair.other.claim), tables)
            row = relation_row(pair, verdict, severity=rule.severity, kind="implied", subject=pair.one.claim)
            yield Compared(row, pair.one.claim, pair.other.claim, rule.id, rule.harm, rule.problem)


def _with_doubt(rule: ImpliedRule, claims: tuple[Claim, Claim], tables: ComparisonTables) -> Verdict:
    """Return the rule's verdict, softened where one of the claims promises something and doubts it."""
    doubted = any(claim.certainty == "hedged" and claim.topic in tables.comparisons.doubt_softens for claim in claims)
    if rule.relation == "conflict" and doubted:
        return Verdict("tension", "", f"{rule.reason}{SOFTENED}", gravity="conflict")
    return Verdict(rule.relation, "", rule.reason)
