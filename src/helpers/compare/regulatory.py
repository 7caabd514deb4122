"""What a page says of an agency, held against what the table of regulatory facts records for that class of product."""

from collections.abc import Iterator

from helpers.compare.drafts import draft_finding, passage_of
from helpers.compare.pages import UNSPECIFIED, Page
from helpers.compare.rows import quoted
from helpers.model import Claim, Finding
from helpers.model.relation import Severity
from helpers.model.words import plain
from helpers.packs.phrases import any_of
from helpers.packs.regulatory import RegulatoryFacts, RegulatoryRow

TOPIC, APPROVED, CLEARED, NOT_APPROVED = "regulatory_status", "approved", "cleared", "not_approved"
DATED = "Such facts are dated: check them against the law of the day"


def wrong_regulatory(page: Page, facts: RegulatoryFacts) -> Iterator[Finding]:
    """Yield a finding for each treatment and agency of which the page says what the table does not record.

    A statement that agrees with a row is never contradicted by another: that some products of a class are not approved does
    not speak against one that is.
    """
    said: dict[tuple[str, str], list[Claim]] = {}
    for claim in page.claims:
        if claim.topic == TOPIC and claim.level in {APPROVED, CLEARED} and claim.item in facts.file.agencies:
            said.setdefault((claim.treatment, claim.item), []).append(claim)
    for (treatment, agency), claims in said.items():
        judged = [(claim, verdict) for claim in claims if (verdict := _against(claim, agency, page, facts))]
        if judged:
            yield _finding(page, treatment, judged, facts)


def _against(claim: Claim, agency: str, page: Page, facts: RegulatoryFacts) -> tuple[Severity, str, list[RegulatoryRow]] | None:
    """Return what speaks against a statement: how grave, why, and the rows; None where a row agrees with it.

    Of a class that the table does not speak of nothing is known.
    """
    treatment = page.treatment if claim.treatment == UNSPECIFIED else claim.treatment
    if page.classes.class_of(treatment) in facts.file.unknown:
        return None
    products = {claim.product} if claim.product else {one.product for one in page.named if one.treatment == treatment}
    rows = facts.about(treatment, products, facts.file.agencies[agency])
    statuses = {row.status for row in rows}
    if claim.level in statuses or (statuses and facts.file.fitting and any_of(facts.file.fitting).search(claim.quote)):
        return None
    for status, severity, why in (
        (CLEARED, "high", "products of this class are cleared or granted; “approved” is said of what was examined further"),
        (NOT_APPROVED, "high", "the table records that it is not approved"),
        (APPROVED, "medium", "products of this class are approved for named uses and not cleared"),
    ):
        if status in statuses:
            return severity, why, [row for row in rows if row.status == status]  # type: ignore[return-value]
    return "medium", "the table knows of no such decision for this class: show which product was examined, and for what", rows


def _finding(
    page: Page, treatment: str, judged: list[tuple[Claim, tuple[Severity, str, list[RegulatoryRow]]]], facts: RegulatoryFacts
) -> Finding:
    claim, (severity, why, rows) = judged[0]
    known = "; ".join(f"{row.product or plain(row.product_class)}: {plain(row.status)} for {row.for_what}" for row in rows[:2])
    return draft_finding(
        kind="wording",
        problem="wrong_regulatory",
        rule="regulatory_facts",
        topic=TOPIC,
        item=claim.item or "",
        treatment=treatment,
        severity=severity,
        sources=(page.source_id, page.source_id if len(judged) > 1 else ""),
        quoted=[passage_of(one) for one, _ in judged],
        claim_ids=[one.claim_id for one, _ in judged],
        reason=f"{page.source_id} says {quoted(claim.quote)}: {why}{f' ({known})' if known else ''}.",
        harm=facts.file.harm,
        advice=f"Name the product and the use that the agency decided on, in its own word, or take the agency out. {DATED}.",
        references=[row.id for row in rows],
    )
