"""Warnings that pages owe for what they claim: given, missing, or unknown because a list was lost."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from helpers.compare.drafts import draft_finding, passage_of
from helpers.compare.pages import Page
from helpers.compare.rows import quoted
from helpers.model import Claim, Disclosure, Finding, Gap
from helpers.model.disclosure import State
from helpers.packs.disclosures import OwedDisclosure
from helpers.packs.phrases import any_of


class _Owed(NamedTuple):
    page: Page
    warning: OwedDisclosure
    because: list[Claim]
    state: State


def owed_disclosures(pages: Iterable[Page], warnings: Sequence[OwedDisclosure]) -> list[Disclosure]:
    """Return one record for each page and warning that it owes, by page and in the order of the pack."""
    owed = [
        _Owed(page, warning, because, _state(page, warning))
        for page in pages
        for warning in warnings
        if (because := _because(page, warning))
    ]
    states: defaultdict[str, list[State]] = defaultdict(list)
    for one in owed:
        states[one.warning.id].append(one.state)
    return [_record(one, states[one.warning.id]) for one in owed]


def disclosure_findings(records: Iterable[Disclosure], claims: Iterable[Claim]) -> Iterator[Finding]:
    """Yield a finding for each warning that is missing or unknown."""
    by_id = {claim.claim_id: claim for claim in claims}
    for record in records:
        if record.state != "given":
            because = [by_id[claim_id] for claim_id in record.because]
            yield draft_finding(
                kind="disclosure",
                relation=record.state,
                rule=record.disclosure,
                topic=because[0].topic,
                item=because[0].item or "",
                treatment=record.treatment,
                severity=record.severity,
                sources=(record.source_id, ""),
                quoted=[passage_of(because[0])],
                claim_ids=record.because,
                reason=record.reason,
                harm=record.harm,
                references=record.references,
            )


def _because(page: Page, warning: OwedDisclosure) -> list[Claim]:
    """Return the claims that make the warning owed: the first of each kind, on one treatment; none if it is not."""
    found = [page.matching(pattern) for pattern in warning.when]
    for treatment in dict.fromkeys(claim.treatment for claim in found[0]):
        claims = [next((claim for claim in some if claim.treatment == treatment), None) for some in found]
        if all(claims):
            return [claim for claim in claims if claim]
    return []


def _state(page: Page, warning: OwedDisclosure) -> State:
    words = any_of(warning.given_words) if warning.given_words else None
    if _giving_claim(page, warning) or (words and any(words.search(sentence.quote) for sentence in page.sentences)):
        return "given"
    return "unknown" if _lost_list(page, warning) else "missing"


def _giving_claim(page: Page, warning: OwedDisclosure) -> Claim | None:
    return next((claim for pattern in warning.given_by for claim in page.matching(pattern)), None)


def _lost_list(page: Page, warning: OwedDisclosure) -> Gap | None:
    """Return the gap that may have held the warning."""
    topics = {pattern.topic for pattern in warning.given_by}
    return next((gap for gap in page.gaps if gap.topic in topics), None)


def _record(owed: _Owed, states: Sequence[State]) -> Disclosure:
    page, warning = owed.page, owed.warning
    giving = _giving_claim(page, warning)
    missed_by_all = len(states) > 1 and "given" not in states
    return Disclosure(
        source_id=page.source_id,
        disclosure=warning.id,
        title=warning.title,
        treatment=owed.because[0].treatment,
        state=owed.state,
        because=tuple(claim.claim_id for claim in owed.because),
        given_by=giving.claim_id if giving else "",
        severity=warning.when_all_miss if missed_by_all else warning.severity,
        reason=_reason(owed, len(states) if missed_by_all else 0),
        harm=warning.harm,
        references=warning.references,
    )


def _reason(owed: _Owed, all_of_them: int) -> str:
    page, warning = owed.page, owed.warning
    said = f"{page.source_id} says {quoted(owed.because[0].quote)} and owes the warning “{warning.title}”"
    if owed.state == "given":
        return f"{said}, which it gives."
    gap = _lost_list(page, warning)
    others = f"; none of the {all_of_them} pages that owe it gives it" if all_of_them else ""
    if gap:
        return f"{said}; the list that may hold it was lost ({quoted(gap.quote)}), unsafe to publish{others}: {warning.reason}."
    return f"{said}, and leaves it out{others}: {warning.reason}."
