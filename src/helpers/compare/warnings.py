"""Warnings that a page owes for the treatments it offers: given, missing, or unknown because a list was lost."""

from collections.abc import Iterable, Iterator, Sequence

from helpers.compare.drafts import Passage, draft_finding
from helpers.compare.pages import Page
from helpers.compare.rows import quoted
from helpers.model import Claim, Disclosure, Finding, Gap
from helpers.model.disclosure import State
from helpers.model.words import plain
from helpers.packs.warnings import Owed, Warnings

RISKS, AFTERCARE = "side_effect", "aftercare"


def owed_warnings(pages: Iterable[Page], warnings: Warnings) -> list[Disclosure]:
    """Return one record for each page, treatment that it offers and warning that this owes, the grave warnings first."""
    found: list[Disclosure] = []
    for page in pages:
        if not reports_studies(page, warnings):
            told = _told(page, warnings)
            sheet = _is_aftercare(page, warnings)
            found += [
                _record(page, treatment, owed, told.get(owed.code, []), warnings)
                for treatment in page.offers
                for owed in warnings.of(treatment)
                if not (sheet and _was_decided(owed, treatment, warnings))
                and not _is_elsewhere(page, treatment, warnings.file.not_on.get(owed.code, ()))
            ]
    return found


def warning_findings(records: Iterable[Disclosure], pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield a finding for each page and treatment that leaves warnings out: all of them together."""
    by_page = {page.source_id: page for page in pages}
    missing: dict[tuple[str, str], list[Disclosure]] = {}
    for record in records:
        if record.state != "given":
            missing.setdefault((record.source_id, record.treatment), []).append(record)
    for (source_id, treatment), left_out in missing.items():
        yield _finding(by_page[source_id], treatment, left_out)


def reports_studies(page: Page, warnings: Warnings) -> bool:
    """Say whether a page reports studies and offers nothing."""
    words = warnings.file.reporting
    if words is None:
        return False
    told = sum(bool(words.search(page.words(sentence))) for sentence in page.sentences)
    return told >= min(warnings.file.reports.at_least, len(page.sentences) / 2)


def _is_aftercare(page: Page, warnings: Warnings) -> bool:
    """Say whether most of a page is advice to people who were treated already."""
    advice = sum(claim.topic == AFTERCARE for claim in page.claims)
    sheets = warnings.file.sheets
    return advice >= sheets.at_least and advice > sheets.share * len(page.claims)


def reporting(pages: Iterable[Page], warnings: Warnings) -> set[str]:
    """Return the sources whose pages report studies."""
    return {page.source_id for page in pages if reports_studies(page, warnings)}


def _was_decided(owed: Owed, treatment: str, warnings: Warnings) -> bool:
    sheets = warnings.file.sheets
    return owed.code in sheets.not_owed and treatment not in sheets.used_at_home


def _record(page: Page, treatment: str, owed: Owed, told: Sequence[Passage], warnings: Warnings) -> Disclosure:
    code = warnings.file.codes[owed.code]
    claim = _giving_claim(page, treatment, owed.code, warnings)
    place = None if claim else next((one for one in told if _is_about(page, one, treatment)), None)
    state: State = "given" if claim or place else "unknown" if _lost_list(page) else "missing"
    return Disclosure(
        source_id=page.source_id,
        disclosure=owed.code,
        title=code.title,
        treatment=treatment,
        state=state,
        because=tuple(one.claim_id for one in page.claims_on(treatment) if one.topic in warnings.file.offered_by)[:1],
        given_by=claim.claim_id if claim else "",
        given_at=(claim.start if claim else place.start if place else None),
        severity=owed.severity,
        reason=_reason(page, treatment, owed, state, claim.quote if claim else place.quote if place else ""),
        harm=code.harm,
        insert=code.insert,
        source=_source(owed),
        references=tuple(row.id for row in owed.grounds),
    )


def _is_elsewhere(page: Page, treatment: str, parts: Sequence[str]) -> bool:
    """Say whether all that the page says of a treatment is about parts of the body that the code does not concern."""
    areas = {area for claim in page.claims_on(treatment) if claim.area for area in claim.area.split("/")}
    return bool(parts and areas) and areas.issubset(parts)


def _giving_claim(page: Page, treatment: str, code: str, warnings: Warnings) -> Claim | None:
    unless = warnings.file.giving[code][1]
    found = (claim for pattern in warnings.file.codes[code].given_by for claim in page.matching(pattern))
    for claim in found:
        sentence = page.shown[claim.sentence_start : claim.sentence_end]
        if page.concerns(claim.treatment, treatment) and not (unless and unless.search(sentence)):
            return claim
    return None


def _told(page: Page, warnings: Warnings) -> dict[str, list[Passage]]:
    """Return for each code the sentences whose words give it, whatever they are about."""
    told: dict[str, list[Passage]] = {}
    giving = list(warnings.file.giving.items())
    for sentence in page.sentences:
        words = page.words(sentence)
        for number, among in sorted(warnings.file.index.of(words).items()):
            code, (says, unless) = giving[number]
            if says and says.search(words, among) and not (unless and unless.search(words)):
                told.setdefault(code, []).append(sentence)
    return told


def _is_about(page: Page, sentence: Passage, treatment: str) -> bool:
    names = page.named_in(sentence)
    return not names or any(page.concerns(name, treatment) for name in names)


def _lost_list(page: Page) -> Gap | None:
    """Return the gap that may have held the warnings."""
    return next((gap for gap in page.gaps if gap.topic == RISKS), None)


def _source(owed: Owed) -> str:
    """Return who says that the warning is owed; of a group of classes, why it is."""
    row = next((row for row in owed.rows if row.first_hand), owed.rows[0] if owed.rows else None)
    return row.said_by if row else owed.because


def _reason(page: Page, treatment: str, owed: Owed, state: State, given: str) -> str:
    row = owed.rows[0] if owed.rows else None
    ground = f"{row.statement} ({_source(owed)})" if row else f"{owed.because[:1].upper()}{owed.because[1:]}."
    if state == "given":
        return f"{page.source_id} gives it: {quoted(given)}. {ground}"
    if state == "unknown":
        gap = _lost_list(page)
        lost = f"; the list that may hold it was lost ({quoted(gap.quote)}), unsafe to publish" if gap else ""
        return f"{page.source_id} offers {plain(treatment)}{lost}. {ground}"
    return f"{page.source_id} offers {plain(treatment)} and leaves it out. {ground}"


def _finding(page: Page, treatment: str, left_out: Sequence[Disclosure]) -> Finding:
    grave = [one for one in left_out if one.severity == "high"]
    unknown = all(one.state == "unknown" for one in left_out)
    named = "; ".join(f"{one.title.rstrip('.')} ({one.source})" for one in left_out)
    gap = _lost_list(page)
    lost = f" The list that may hold them was lost ({quoted(gap.quote)}): unsafe to publish." if gap else ""
    place = page.first_named(treatment)
    first = left_out[0]
    return draft_finding(
        kind="disclosure",
        problem="missing_warning",
        warning=[one.disclosure for one in left_out],
        relation="unknown" if unknown else "missing",
        rule="warnings_owed",
        topic=RISKS,
        treatment=treatment,
        severity="high" if grave else "medium",
        sources=(page.source_id, ""),
        quoted=[place] if place else [],
        claim_ids=[claim_id for one in left_out for claim_id in one.because],
        reason=f"{page.source_id} offers {plain(treatment)} and leaves out: {named}.{lost}",
        harm=first.harm,
        advice=" ".join(["Insert:", *(one.insert for one in left_out)]),
        references=[reference for one in left_out for reference in one.references],
    )
