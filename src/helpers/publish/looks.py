"""What is wrong with a draft: each look asks one thing of it."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from helpers.model.claim import Claim
from helpers.model.finding import Finding
from helpers.model.judgement import statement_of
from helpers.model.problem import PROBLEM_WORDS
from helpers.model.publishing import Alarm, LibraryRow, Refusal
from helpers.model.span import Span
from helpers.model.words import VERDICT_WORDS, capital, plain
from helpers.publish.checked import Checked
from helpers.publish.likeness import LIKELY, how_sure, likeness
from helpers.publish.shelf import Known
from helpers.publish.words import listed, quoted

REFUSED, UNREVIEWED, EXPIRED, AGAINST_APPROVED, AGAINST_EVIDENCE, WARNING_OWED = "W101", "W102", "W103", "W104", "W105", "W106"
OVERSTATED, CONTRADICTS_ITSELF, LIST_LOST, UNREAD, OTHER_WORDS, LAW = "W107", "W108", "W109", "W110", "W111", "W112"
NOT_READ, NO_TREATMENT, SAID_ELSEWHERE, NO_REASON = "W113", "W114", "W115", "W116"
FIRST_LINE = re.compile(r"\S[^\r\n]*")
SAYS = re.compile(r"^the draft says “.*?”(?: \([^()]*\))?(?: and also “.*?”(?: \([^()]*\))?)?: ", re.DOTALL)
ONLY_OTHERWISE = "let stand only in another wording"
ALSO = " The same goes for: "
BY_SEVERITY: dict[str, Alarm] = {"high": "error", "medium": "warning", "low": "note"}


class Remark(NamedTuple):
    """Something wrong with the characters [start, end) of a draft.

    Attributes
    ----------
    severity : str or None
        Where it is not the check's.
    about : str
        What of the draft as a whole it is about, such as a treatment; empty where it is about its own sentence.
    details : tuple of str
        What belongs below the message, a line each.
    title : str
        What is wrong, where it is told more exactly than by the check's title.
    """

    start: int
    end: int
    code: str
    message: str
    advice: str = ""
    wording: str = ""
    severity: Alarm | None = None
    about: str = ""
    details: tuple[str, ...] = ()
    title: str = ""


def reach(checked: Checked) -> Iterator[Remark]:
    """Say where the draft could not be read: at its first line, and at each passage in another language."""
    [reading] = checked.read.readings
    found = reading.reach
    first = FIRST_LINE.search(checked.text)
    start, end = first.span() if first else (0, 0)
    if not found.could_be_read:
        words = f"The draft could not be read: {found.reason}. That nothing else is told says nothing about it."
        mild: Alarm | None = "note" if found.state == "too_little_text" else None
        yield Remark(start, end, NOT_READ, words, severity=mild, about="draft")
        return
    if found.state == "unknown_treatment":
        words = f"No treatment is known here that the draft is about: {found.reason}."
        yield Remark(start, end, NO_TREATMENT, words, about="draft")
    for passage in reading.foreign:
        yield Remark(passage.start, passage.end, NOT_READ, f"This passage could not be read: it is in {found.language}.")


def statements(checked: Checked) -> Iterator[Remark]:
    """Hold each claim against what the reviewers decided on the statement that it makes."""
    for claim in checked.claims:
        if checked.was_approved(claim):
            continue
        known = checked.known[claim.claim_id]
        if known.refused:
            yield _refused(checked, claim, known)
        elif known.approved:
            if known.only_with_doubt and claim.certainty == "asserted":
                words = f"{quoted(claim.quote)} was approved only with its doubt, and stands here without."
                yield Remark(claim.start, claim.end, OVERSTATED, words, "", known.approved[0].wording, "warning")
        elif known.expired or checked.in_library_words(claim, "expired"):
            held = [one.row for one in checked.word_for_word.held if one.start <= claim.start and claim.end <= one.end]
            day = (known.expired or held)[0].expires
            yield Remark(claim.start, claim.end, EXPIRED, f"{quoted(claim.quote)} was approved until {day}.")
        elif not known.out_of_scope:
            yield Remark(claim.start, claim.end, UNREVIEWED, "")


def _refused(checked: Checked, claim: Claim, known: Known) -> Remark:
    """Say which refusal a claim comes back from: that of the likest words. One of other words only is no refusal of these."""
    sentence = checked.sentence_at(claim.start)
    around = sentence.of(checked.text) if sentence else claim.quote
    order = ("misleading", "unsubstantiated", "needs_qualification")

    def alike(one: Refusal) -> float:
        return max(likeness(claim.quote, one.quote), likeness(around, one.sentence))

    refusal = max(known.refused, key=lambda one: (alike(one), -order.index(one.verdict), bool(one.wording)))
    share = alike(refusal)
    wording = _instead(known.refused, known.approved)
    if share < LIKELY:
        words = f"{quoted(refusal.quote)} was refused. Nobody has decided on the words here."
        return Remark(claim.start, claim.end, SAID_ELSEWHERE, words, "", wording)
    softer = refusal.verdict == "needs_qualification" and bool(refusal.wording) and not refusal.expired
    same = " ".join(claim.quote.casefold().split()) == " ".join(refusal.quote.casefold().split())
    like = "The same words were" if same else f"In other words ({how_sure(share)}), this was"
    what = ONLY_OTHERWISE if softer else "refused"
    words = f"{like} {what}{'' if same else f': {quoted(refusal.quote)}'}. {_why(refusal)}"
    return Remark(claim.start, claim.end, OTHER_WORDS if softer else REFUSED, words, "", wording)


def _instead(refused: Sequence[Refusal], approved: Sequence[LibraryRow]) -> str:
    """Return a wording that may be said instead: what the reviewers suggest, else what they approved."""
    suggested = (one.wording for one in refused if one.wording and not one.expired)
    return next(suggested, next((row.wording for row in approved), ""))


def _why(refusal: Refusal) -> str:
    because = f": {refusal.reason.rstrip('.')}" if refusal.reason else ""
    return f"{listed(refusal.refused_by)} decided: {VERDICT_WORDS[refusal.verdict].lower()}{because}."  # type: ignore[index]


def refused_words(checked: Checked) -> Iterator[Remark]:
    """Find refused sentences that stand in the draft word for word."""
    for start, end, refusal in checked.word_for_word.refused:
        if not checked.passes(start, end):
            wording = refusal.wording if not refusal.expired else ""
            softer = refusal.verdict == "needs_qualification" and bool(wording)
            words = f"The same sentence was {ONLY_OTHERWISE if softer else 'refused'}. {_why(refusal)}"
            yield Remark(start, end, OTHER_WORDS if softer else REFUSED, words, "", wording)


def relations(checked: Checked) -> Iterator[Remark]:
    """Find claims that conflict with approved ones; one claim of a draft stands in a relation for all that say the same."""
    body = [claim for claim in checked.claims if claim.zone == "body"]
    approved = {claim.claim_id: claim for claim in checked.context.shelf.approved_on({claim.treatment for claim in body})}
    if not approved:
        return
    same: dict[str, list[Claim]] = {}
    for claim in body:
        same.setdefault(statement_of(claim), []).append(claim)
    own = {claim.claim_id: claim for claim in body}
    for relation in checked.context.relate([*approved.values(), *body]):
        if relation.relation != "conflict":
            continue
        for mine, other in ((relation.claim_a, relation.claim_b), (relation.claim_b, relation.claim_a)):
            if mine in own and other in approved:
                wording = checked.context.shelf.wording_for(approved[other])
                for claim in same[statement_of(own[mine])]:
                    if not checked.may_stand(claim) and not checked.came_back(claim):
                        words = f"It speaks against an approved wording: {quoted(approved[other].quote)}."
                        yield Remark(claim.start, claim.end, AGAINST_APPROVED, words, "", wording)


def findings(checked: Checked) -> Iterator[Remark]:
    """Report what the draft promises, what speaks against it and where it speaks against itself, unless it was approved."""
    bold = [one for finding in checked.read.findings for one in (*_wording(checked, finding), *_evidence(checked, finding))]
    yield from bold
    told = {checked.sentence_at(one.start) for one in bold}
    for finding in checked.read.findings:
        if finding.kind in ("contradiction", "implied_within"):
            yield from _contradiction(checked, finding, told)


def _wording(checked: Checked, finding: Finding) -> Iterator[Remark]:
    if finding.kind == "wording":
        words = capital(_why_of(finding))
        for start, end in finding.spans:
            if not _stands(checked, finding, start, end):
                title = PROBLEM_WORDS[finding.problem] if finding.problem else ""
                yield Remark(start, end, OVERSTATED, words, finding.advice, "", BY_SEVERITY[finding.severity], title=title)


def _why_of(finding: Finding) -> str:
    """Return a finding's reason without the words of the draft, which are shown, and without what else it goes for."""
    return SAYS.sub("", finding.reason).partition(ALSO)[0]


def _stands(checked: Checked, finding: Finding, start: int, end: int) -> bool:
    """Say whether the reviewers let the words stand on which a finding rests."""
    sentence = checked.sentence_at(start)
    if sentence and checked.is_approved(sentence):
        return True
    own = checked.read.judged
    there = [own[one] for one in finding.claim_ids if one in own and start <= own[one].start < end]
    return bool(there) and all(checked.may_stand(claim) for claim in there)


def _contradiction(checked: Checked, finding: Finding, told: Container[Span | None]) -> Iterator[Remark]:
    """Tell it at one of the two statements: at what nobody approved, and where something is told already."""
    if finding.start_a is None or finding.end_a is None or finding.start_b is None or finding.end_b is None:
        return
    sides = [
        (finding.start_a, finding.end_a, finding.quote_b, finding.start_b),
        (finding.start_b, finding.end_b, finding.quote_a, finding.start_a),
    ]
    for start, end, other, place in sorted(sides, key=lambda side: checked.sentence_at(side[0]) not in told):
        if not _stands(checked, finding, start, end):
            line, _ = checked.draft.place(place)
            words = f"It does not go with {quoted(other)} (line {line}): {_why_of(finding)}"
            yield Remark(start, end, CONTRADICTS_ITSELF, words, finding.advice, "", BY_SEVERITY[finding.severity])
            return


def _evidence(checked: Checked, finding: Finding) -> Iterator[Remark]:
    """Name two of the sources that speak against it, and how many more there are."""
    if finding.kind != "evidence" or finding.start_a is None or finding.end_a is None:
        return
    if _stands(checked, finding, finding.start_a, finding.end_a):
        return
    entries = checked.context.register.entries if checked.context.register else {}
    named = list(dict.fromkeys(entries[one].row.short_citation for one in finding.references if one in entries))
    more = f" and {len(named) - 2} more" if len(named) > 2 else ""
    words = f"What is known speaks against it{': ' if named else ''}{'; '.join(named[:2])}{more}."
    yield Remark(finding.start_a, finding.end_a, AGAINST_EVIDENCE, words, "", "", BY_SEVERITY[finding.severity])


def warnings(checked: Checked) -> Iterator[Remark]:
    """Ask once a treatment for the warnings that are left out, where the draft says what it does or how it is done."""
    left_out = [one for one in checked.read.disclosures if one.state != "given"]
    said = {one.treatment for one in left_out if one.because}
    for finding in checked.read.findings:
        if (
            finding.kind == "disclosure"
            and finding.treatment in said
            and finding.start_a is not None
            and finding.end_a is not None
        ):
            own = [one for one in left_out if one.treatment == finding.treatment]
            unknown = " The list that may hold them was lost." if any(one.state == "unknown" for one in own) else ""
            words = f"{capital(plain(finding.treatment))} is offered here, and this is not said of it:{unknown}"
            details = [f"{one.insert} ({one.source})" for one in own]
            advice = "Insert it; what stands in square brackets is for you to say."
            place = finding.start_a, finding.end_a
            yield Remark(*place, WARNING_OWED, words, advice, about=finding.treatment, details=tuple(details))


def lost(checked: Checked) -> Iterator[Remark]:
    """Report lists that are announced and not there, and parts of the file that could not be read."""
    for gap in checked.read.gaps:
        words = f"Not read: {gap.missing}." if gap.missing else f"{quoted(gap.quote)} announces a list that is not there."
        yield Remark(gap.start, gap.end, LIST_LOST, words)


def unread(checked: Checked) -> Iterator[Remark]:
    """Report the sentences that no rule has read and nobody has decided on, unless nothing of the draft could be read."""
    if not checked.read.readings[0].reach.could_be_read:
        return
    held = [one for one in checked.word_for_word.held if one.row.state == "approved"]
    for row in checked.read.ledger:
        approved = checked.is_approved(Span(row.start, row.end)) or any(
            one.start < row.end and row.start < one.end for one in held
        )
        if row.status == "unread" and not approved:
            yield Remark(row.start, row.end, UNREAD, "")


def laws(checked: Checked) -> Iterator[Remark]:
    """Name the laws and codes of the market that bear on the draft, all of them at the first claim that one bears on."""
    matches = {match.claim_id: match for match in checked.read.matches}
    touched: dict[str, Claim] = {}
    for claim in checked.claims:
        for ref_id in checked.context.laws.on(claim, matches.get(claim.claim_id)):
            touched.setdefault(ref_id, claim)
    if touched:
        first = min(touched.values(), key=lambda claim: claim.start)
        named = "; ".join(checked.context.laws.named(ref_id) for ref_id in sorted(touched))
        yield Remark(first.start, first.end, LAW, f"{named}.", about="draft")


LOOKS = (reach, statements, refused_words, relations, findings, warnings, lost, unread, laws)
