"""A draft held against the library, the relations and the evidence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from helpers.model.claim import Claim
from helpers.model.draft import Draft
from helpers.model.judgement import statement_of
from helpers.model.publishing import Alarm, Problem
from helpers.model.relation import Relation
from helpers.model.review import Review
from helpers.packs.publishing import Check
from helpers.publish.case import Case
from helpers.publish.laws import CHECK
from helpers.publish.shelf import Held, Known, Shelf
from helpers.publish.words import Words, listed, quoted

REFUSED, UNREVIEWED, EXPIRED, AGAINST_APPROVED, AGAINST_EVIDENCE, WARNING_OWED = "W101", "W102", "W103", "W104", "W105", "W106"
OVERSTATED, CONTRADICTS_ITSELF, LIST_LOST, UNREAD, OTHER_WORDS, LAW = "W107", "W108", "W109", "W110", "W111", "W112"
NOT_READ, NO_TREATMENT = "W113", "W114"
FIRST_LINE = re.compile(r"\S[^\r\n]*")
STANDING = {"contradiction": CONTRADICTS_ITSELF, "implied_within": CONTRADICTS_ITSELF, "wording": OVERSTATED}


class Spot(NamedTuple):
    """Something wrong with the characters [start, end) of a draft."""

    start: int
    end: int
    code: str
    message: str
    wording: str = ""
    milder: bool = False  # a note, whatever the check's severity


@dataclass(frozen=True)
class Checked:
    """A draft and everything it is held against.

    Attributes
    ----------
    draft : Draft
    read : Review
        Of the draft alone.
    relations : tuple of Relation
        Between the draft's claims and approved ones.
    approved : mapping of str to Claim
        The claims of approved statements and wordings, by id, as they stand in the relations.
    case : Case
        Of the sources.
    shelf : Shelf
    """

    draft: Draft
    read: Review
    relations: Sequence[Relation]
    approved: Mapping[str, Claim]
    case: Case
    shelf: Shelf

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the draft; those that look like website furniture are published as well."""
        return self.read.claims

    @cached_property
    def held(self) -> list[Held]:
        """Where the draft uses the library word for word."""
        return self.shelf.held_in(Words(self.draft.document.text))

    @cached_property
    def refused_words(self) -> list[tuple[int, int, str, str]]:
        """Where a refused sentence stands word for word: start, end, why, and the wording suggested instead."""
        found = self.shelf.refused_in(Words(self.draft.document.text))
        return [(start, end, _why(one.refused_by, one.verdict, one.reason), one.wording) for start, end, one in found]

    @cached_property
    def known(self) -> dict[str, Known]:
        """What the reviewers made of each claim's statement, by claim id."""
        return {claim.claim_id: self.shelf.known(claim) for claim in self.read.judged.values()}

    def in_library_words(self, claim: Claim, state: str) -> bool:
        """Say whether a claim stands in words of the library; a page's own words speak only for what they were approved for."""
        own = {row.statement_id for row in self.known[claim.claim_id].approved + self.known[claim.claim_id].expired}
        return any(
            held.row.state == state
            and held.start <= claim.start
            and claim.end <= held.end
            and (not held.row.as_it_stands or held.row.statement_id in own)
            for held in self.held
        )

    def may_stand(self, claim: Claim) -> bool:
        """Say whether the reviewers let a claim stand as it is."""
        known = self.known[claim.claim_id]
        if self.in_library_words(claim, "approved"):
            return True
        return not known.refused and (bool(known.approved) or known.out_of_scope)

    def came_back(self, claim: Claim) -> bool:
        """Say whether a claim is one that the reviewers refused."""
        return bool(self.known[claim.claim_id].refused) and not self.in_library_words(claim, "approved")


def lint(checked: Checked, checks: Mapping[str, Check]) -> tuple[Problem, ...]:
    """Return everything that is wrong with a draft, by place and code.

    Parameters
    ----------
    checks : mapping of str to Check
        The severity of each code; one that the pack leaves out is not reported.
    """
    spots = dict.fromkeys(spot for look in LOOKS for spot in look(checked))
    found = [_problem(checked.draft, spot, checks[spot.code].severity) for spot in spots if spot.code in checks]
    return tuple(sorted(found, key=lambda one: (one.line, one.column, one.code, one.end_line, one.end_column, one.message)))


def _problem(draft: Draft, spot: Spot, severity: Alarm) -> Problem:
    line, column = draft.place(spot.start)
    end_line, end_column = draft.place(max(spot.end - 1, spot.start))
    return Problem(
        path=draft.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column + 1,
        code=spot.code,
        severity="note" if spot.milder else severity,
        message=spot.message,
        wording=spot.wording,
        quote=" ".join(draft.document.text[spot.start : spot.end].split()),
    )


def _statements(checked: Checked) -> Iterator[Spot]:
    """Hold each claim against what the reviewers decided on the statement that it makes."""
    for claim in checked.claims:
        if checked.in_library_words(claim, "approved"):
            continue
        known = checked.known[claim.claim_id]
        if known.refused:
            yield _refused(checked, claim, known)
        elif known.approved:
            if known.only_with_doubt and claim.certainty == "asserted":
                words = f"{quoted(claim.quote)} was approved only with its doubt, and stands here without."
                yield Spot(claim.start, claim.end, OVERSTATED, words, known.approved[0].wording)
        elif known.expired or checked.in_library_words(claim, "expired"):
            rows = known.expired or [held.row for held in checked.held if held.start <= claim.start and claim.end <= held.end]
            yield Spot(claim.start, claim.end, EXPIRED, f"{quoted(claim.quote)} was approved until {rows[0].expires}.")
        elif not known.out_of_scope:
            yield Spot(claim.start, claim.end, UNREVIEWED, f"{quoted(claim.quote)} makes a statement that nobody has reviewed.")


def _refused(checked: Checked, claim: Claim, known: Known) -> Spot:
    """Say which refusal a claim runs against: the one of these very words, else the gravest."""
    order = ("misleading", "unsubstantiated", "needs_qualification")
    refusal = min(known.refused, key=lambda one: (order.index(one.verdict), not one.wording, one.source_id))
    softer = refusal.verdict == "needs_qualification" and bool(refusal.wording) and not refusal.expired
    wordings = [one.wording for one in known.refused if one.wording and not one.expired]
    words = f"{quoted(claim.quote)}: {_why(refusal.refused_by, refusal.verdict, refusal.reason)}"
    return Spot(claim.start, claim.end, OTHER_WORDS if softer else REFUSED, words, wordings[0] if wordings else "")


def _why(reviewers: Sequence[str], verdict: str, reason: str) -> str:
    because = f": {reason.rstrip('.')}" if reason else ""
    return f"{listed(reviewers)} decided: {verdict.replace('_', ' ')}{because}."


def _refused_words(checked: Checked) -> Iterator[Spot]:
    """Find refused sentences of which the draft's reading made no claim that says so already."""
    back = [claim for claim in checked.claims if checked.came_back(claim)]
    for start, end, why, wording in checked.refused_words:
        if not any(start <= claim.start < end for claim in back):
            yield Spot(start, end, REFUSED, f"The same sentence was refused. {why}", wording)


def _relations(checked: Checked) -> Iterator[Spot]:
    """Find claims that conflict with approved ones; one claim of a draft stands in a relation for all that say the same."""
    same: dict[str, list[Claim]] = {}
    for claim in checked.claims:
        same.setdefault(statement_of(claim), []).append(claim)
    own = {claim.claim_id: claim for claim in checked.claims}
    for relation in checked.relations:
        if relation.relation != "conflict":
            continue
        for mine, other in ((relation.claim_a, relation.claim_b), (relation.claim_b, relation.claim_a)):
            if mine not in own or other not in checked.approved:
                continue
            approved = checked.approved[other]
            wording = checked.shelf.wording_for(statement_of(approved)) or approved.quote
            for claim in same[statement_of(own[mine])]:
                if not checked.may_stand(claim) and not checked.came_back(claim):
                    yield Spot(claim.start, claim.end, AGAINST_APPROVED, relation.reason, wording)


def _evidence(checked: Checked) -> Iterator[Spot]:
    own = {claim.claim_id: claim for claim in checked.claims}
    for match in checked.read.matches:
        claim = own[match.claim_id]
        if match.verdict == "contradicts" and not checked.may_stand(claim) and not checked.came_back(claim):
            yield Spot(claim.start, claim.end, AGAINST_EVIDENCE, f"{quoted(claim.quote)}: {match.reason}")


def _warnings(checked: Checked) -> Iterator[Spot]:
    """Ask once a treatment for the warnings that are left out, where the draft says what it does or how it is done."""
    claims = {claim.claim_id: claim for claim in checked.claims}
    said = {one.treatment: claims[one.because[0]] for one in reversed(checked.read.disclosures) if one.because}
    for finding in checked.read.findings:
        if finding.kind == "disclosure" and finding.treatment in said:
            claim = said[finding.treatment]
            yield Spot(claim.start, claim.end, WARNING_OWED, f"{finding.reason} {finding.advice}")


def _findings(checked: Checked) -> Iterator[Spot]:
    """Report what the draft does to itself, unless all of it was approved."""
    own = checked.read.judged
    for finding in checked.read.findings:
        code = STANDING.get(finding.kind)
        if code is None or finding.start_a is None or finding.end_a is None:
            continue
        if not all(checked.may_stand(own[claim_id]) for claim_id in finding.claim_ids):
            yield Spot(finding.start_a, finding.end_a, code, f"{finding.reason} {finding.advice}".strip())


def _lost(checked: Checked) -> Iterator[Spot]:
    for gap in checked.read.gaps:
        lost = f"Not read: {gap.missing}." if gap.missing else f"{quoted(gap.quote)} announces a list that is not there."
        yield Spot(gap.start, gap.end, LIST_LOST, lost)
    for row in checked.read.ledger:
        covered = any(held.start < row.end and row.start < held.end and held.row.state == "approved" for held in checked.held)
        if row.status == "unread" and not covered:
            yield Spot(row.start, row.end, UNREAD, f"No rule has read this sentence: {row.reason}.")


def _laws(checked: Checked) -> Iterator[Spot]:
    """Name each law and code of the market once, at the first claim that it bears on."""
    matches = {match.claim_id: match for match in checked.read.matches}
    touched: dict[str, list[Claim]] = {}
    for claim in checked.claims:
        for ref_id in checked.case.laws.on(claim, matches.get(claim.claim_id)):
            touched.setdefault(ref_id, []).append(claim)
    for ref_id, claims in touched.items():
        others = f" and on {len(claims) - 1} more" if len(claims) > 1 else ""
        law = checked.case.laws.in_words(ref_id)
        yield Spot(claims[0].start, claims[0].end, LAW, f"{law} bears on {quoted(claims[0].quote)}{others}: {CHECK}.")


def _reach(checked: Checked) -> Iterator[Spot]:
    """Say where the draft could not be read: at its first line, and at each passage in another language."""
    [reading] = checked.read.readings
    reach = reading.reach
    first = FIRST_LINE.search(checked.draft.document.text)
    start, end = first.span() if first else (0, 0)
    if not reach.could_be_read:
        words = f"The draft could not be read: {reach.reason}. That nothing else is told says nothing about it."
        yield Spot(start, end, NOT_READ, words, milder=reach.state == "too_little_text")
        return
    if reach.state == "unknown_treatment":
        yield Spot(start, end, NO_TREATMENT, f"The pack knows no treatment that the draft is about: {reach.reason}.")
    for passage in reading.foreign:
        yield Spot(passage.start, passage.end, NOT_READ, f"This passage could not be read: it is in {reach.language}.")


LOOKS = (_reach, _statements, _refused_words, _relations, _evidence, _warnings, _findings, _lost, _laws)


def worst(problems: Iterable[Problem], at_least: Alarm) -> bool:
    """Say whether a problem is as grave as ``at_least``, or graver."""
    order: tuple[Alarm, ...] = ("error", "warning", "note")
    return any(order.index(problem.severity) <= order.index(at_least) for problem in problems)
