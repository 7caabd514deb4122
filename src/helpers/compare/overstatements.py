"""Sentences and pages that promise more than they can hold, by the rules of the pack."""

from collections import defaultdict
from collections.abc import Iterator

from helpers.compare.drafts import Passage, draft_finding, passage_of
from helpers.compare.pages import Page
from helpers.compare.patterns import fits
from helpers.compare.rows import quoted
from helpers.model import Claim, Finding
from helpers.packs.overstatements import OverstatedSentence, OverstatementFile, UnlikeThings
from helpers.packs.phrases import any_of


def overstatements(page: Page, rules: OverstatementFile) -> Iterator[Finding]:
    """Yield a finding for each sentence that overstates, and for each treatment that is claimed for unlike things."""
    for sentence, claims in page.sentences_with_claims():
        for rule in rules.sentences:
            claim = _overstated(rule, page, sentence, claims)
            if claim:
                yield _of_sentence(rule, page, sentence, claim)
    for unlike in rules.unlike:
        yield from _of_unlike_things(unlike, page)


def _overstated(rule: OverstatedSentence, page: Page, sentence: Passage, claims: list[Claim]) -> Claim | None:
    """Return the claim that the sentence overstates, if it does."""
    if rule.words and not any_of(rule.words).search(sentence.quote):
        return None
    if rule.unless_words and any_of(rule.unless_words).search(sentence.quote):
        return None
    for claim in claims:
        if rule.topics and claim.topic not in rule.topics:
            continue
        if rule.claim and not fits(rule.claim, claim, page.beside):
            continue
        if (rule.beside and not _beside(rule, page, claim)) or (rule.without and _against(rule, page, claim)):
            continue
        return claim
    return None


def _beside(rule: OverstatedSentence, page: Page, claim: Claim) -> list[Claim]:
    found = page.matching(rule.beside) if rule.beside else []
    return [other for other in found if other.treatment == claim.treatment]


def _against(rule: OverstatedSentence, page: Page, claim: Claim) -> bool:
    found = page.matching(rule.without) if rule.without else []
    return any((other.treatment, other.item) == (claim.treatment, claim.item) for other in found)


def _of_sentence(rule: OverstatedSentence, page: Page, sentence: Passage, claim: Claim) -> Finding:
    beside = _beside(rule, page, claim)[:1]
    also = f" and also {quoted(beside[0].quote)}" if beside else ""
    return draft_finding(
        kind="overstatement",
        rule=rule.id,
        topic=claim.topic,
        item=claim.item or "",
        treatment=claim.treatment,
        severity=rule.severity,
        sources=(page.source_id, page.source_id if beside else ""),
        quoted=[sentence, *(passage_of(other) for other in beside)],
        claim_ids=[claim.claim_id, *(other.claim_id for other in beside)],
        reason=f"{page.source_id} says {quoted(sentence.quote)}{also}: {rule.reason}.",
        harm=rule.harm,
    )


def _of_unlike_things(rule: UnlikeThings, page: Page) -> Iterator[Finding]:
    group_of = {item: group for group, items in rule.groups.items() for item in items}
    treatments: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in page.matching(rule.claim):
        if claim.item in group_of:
            treatments[claim.treatment].setdefault(group_of[claim.item], claim)
    for treatment, groups in treatments.items():
        if len(groups) >= rule.at_least:
            shown = [passage_of(claim) for claim in groups.values()]
            yield draft_finding(
                kind="overstatement",
                rule=rule.id,
                topic=rule.claim.topic,
                treatment=treatment,
                severity=rule.severity,
                sources=(page.source_id, page.source_id),
                quoted=shown[:2],
                claim_ids=[claim.claim_id for claim in groups.values()],
                reason=f"{page.source_id} offers it for {', '.join(groups)} ({'; '.join(quoted(one.quote) for one in shown)}): "
                f"{rule.reason}.",
                harm=rule.harm,
            )
