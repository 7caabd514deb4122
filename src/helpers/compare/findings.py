"""All findings, the gravest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from helpers.compare.comparable import comparable
from helpers.compare.contradictions import GRAVITY, contradictions
from helpers.compare.drafts import Passage, draft_finding, passage_of
from helpers.compare.pages import Page
from helpers.compare.regulatory import wrong_regulatory
from helpers.compare.relations import set_against, told_claims
from helpers.compare.rows import quoted, value_in_words
from helpers.compare.warnings import reporting, warning_findings
from helpers.compare.wording import wordings
from helpers.model import Claim, Disclosure, Finding, Gap
from helpers.model.evidence import EvidenceMatch
from helpers.model.safety import LostWarning
from helpers.packs.tables import ComparisonTables

UNGRADED = 9


def all_findings(
    claims: Iterable[Claim],
    *,
    tables: ComparisonTables,
    pages: Sequence[Page] = (),
    disclosures: Iterable[Disclosure] = (),
    matches: Iterable[EvidenceMatch] = (),
    gone: Iterable[LostWarning] = (),
) -> list[Finding]:
    """Collect everything that cannot be published as it stands.

    Parameters
    ----------
    claims : iterable of Claim
        In any order; those in a ``chrome`` zone take no part.
    tables : ComparisonTables
    pages : sequence of Page, optional
        What was read of each source; without it there are no wordings, no warnings and no lost lists.
    disclosures : iterable of Disclosure, optional
        What ``owed_warnings`` returned for the same pages.
    matches : iterable of EvidenceMatch, optional
        What the register says about the claims; references against a claim go with every finding that rests on it.
    gone : iterable of LostWarning, optional
        The warnings that the sources gave in their last versions and no longer give.

    Returns
    -------
    list of Finding
        Ranked from 1: by severity, own before shared, by kind, by the gravest warning left out, by how good the evidence
        against it is, by topic (kinds, warnings and topics in the pack's order), then by source and place.
    """
    told = told_claims(claims, tables)
    against = {match.claim_id: match for match in matches if match.verdict == "contradicts"}
    studies = reporting(pages, tables.warnings)
    rows = comparable(set_against(told, tables), pages, tables.comparisons, studies)
    found = [_between(finding, against) for finding in contradictions(rows, tables.comparisons)]
    for page in pages:
        found += wordings(page, tables.problems, reports=page.source_id in studies)
        found += wrong_regulatory(page, tables.regulatory)
        found += _lost(page.gaps, tables)
    found += warning_findings(disclosures, pages)
    found += map(_warning_gone, gone)
    found += _contradicted(told, against, tables)
    found = [_with_references(finding, against) for finding in found if finding.severity != "low"]
    ordered = _once(sorted(found, key=lambda finding: _gravest_first(finding, against, tables)))
    return [replace(finding, rank=rank) for rank, finding in enumerate(ordered, start=1)]


def _between(finding: Finding, against: Mapping[str, EvidenceMatch]) -> Finding:
    """Lower what stands between two sources to medium unless the register contradicts one: nobody knows which is wrong."""
    own = finding.source_b in ("", finding.source_a)
    if own or finding.severity != "high" or any(claim_id in against for claim_id in finding.claim_ids):
        return finding
    return replace(finding, severity="medium")


def _once(ordered: Iterable[Finding]) -> list[Finding]:
    """Leave out what a finding before it says already: the same kind of problem in the same words of a page."""
    told: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    kept: list[Finding] = []
    for finding in ordered:
        places = [(int(start), int(end)) for start, _, end in (place.partition("-") for place in finding.places)]
        key = finding.source_a, finding.problem or ""
        own = finding.source_b in ("", finding.source_a)
        if finding.problem and finding.problem != "missing_warning" and places and own:
            if all(any(start < b and a < end for a, b in told[key]) for start, end in places):
                continue
            told[key] += places
        kept.append(finding)
    return kept


def _lost(gaps: Iterable[Gap], tables: ComparisonTables) -> Iterator[Finding]:
    for gap in gaps:
        harm = tables.harm(gap.topic)
        title = f"a list on “{tables.topics[gap.topic].title}”" if gap.topic in tables.topics else "a list"
        yield draft_finding(
            kind="lost",
            problem="other",
            relation="unknown",
            topic=gap.topic,
            severity=harm.unknown,
            sources=(gap.source_id, ""),
            quoted=[Passage(gap.source_id, gap.start, gap.end, gap.quote)],
            reason=f"{gap.source_id} announces {quoted(gap.quote)} and nothing follows: {title}, lost on the way here.",
            harm=harm.harm,
        )


def _warning_gone(lost: LostWarning) -> Finding:
    found = draft_finding(
        kind="warning_gone",
        problem="missing_warning",
        relation="missing",
        topic=lost.topic,
        severity=lost.severity,
        sources=(lost.source_id, ""),
        quoted=[Passage(lost.source_id, lost.start, lost.end, lost.quote)],
        reason=lost.reason,
        harm=lost.harm,
    )
    return replace(found, start_a=None, end_a=None)  # its place is in the last version


def _contradicted(told: Iterable[Claim], against: Mapping[str, EvidenceMatch], tables: ComparisonTables) -> Iterator[Finding]:
    """Yield a finding for each statement of a source that the register contradicts, however often it repeats it."""
    statements: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in told:
        if claim.claim_id in against and claim.certainty == "asserted" and _is_weighed(claim.topic, tables):
            statements[claim.source_id, claim.topic, claim.item or "", claim.treatment].append(claim)
    for same in statements.values():
        claim = same[0]
        harm = tables.harm(claim.topic)
        value = value_in_words(claim)
        yield draft_finding(
            kind="evidence",
            problem="unsupported_strong",
            relation="conflict",
            topic=claim.topic,
            item=claim.item or "",
            treatment=claim.treatment,
            severity=harm.conflict,
            sources=(claim.source_id, ""),
            quoted=[passage_of(claim)],
            claim_ids=[one.claim_id for one in same],
            reason=f"{claim.source_id} says {quoted(claim.quote)} ({value}): {against[claim.claim_id].reason}",
            harm=harm.harm,
        )


def _is_weighed(topic: str, tables: ComparisonTables) -> bool:
    weighed = tables.comparisons.weighed
    return weighed is None or topic in weighed


def _with_references(finding: Finding, against: Mapping[str, EvidenceMatch]) -> Finding:
    """Add the references that contradict the claims it rests on."""
    added = {reference for claim_id in finding.claim_ids if claim_id in against for reference in against[claim_id].references}
    return replace(finding, references=tuple(sorted({*finding.references, *added}))) if added else finding


def _gravest_first(finding: Finding, against: Mapping[str, EvidenceMatch], tables: ComparisonTables) -> tuple[object, ...]:
    levels = [against[claim_id].best_level or UNGRADED for claim_id in finding.claim_ids if claim_id in against]
    topics, codes = list(tables.severities.topics), list(tables.warnings.file.codes)
    return (
        GRAVITY[finding.severity],
        finding.source_b not in ("", finding.source_a),
        tables.severities.kinds.index(finding.kind),
        min((codes.index(code) for code in finding.warning if code in codes), default=0),
        min(levels, default=UNGRADED),
        topics.index(finding.topic) if finding.topic in topics else len(topics),
        finding.source_a,
        finding.source_b,
        finding.start_a or 0,
        finding.start_b or 0,
        finding.finding_id,
    )
