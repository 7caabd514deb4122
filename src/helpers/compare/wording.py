"""Wordings that cannot be published as they stand, by the rules of the pack: one finding for each rule and page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from helpers.compare.drafts import Passage, draft_finding
from helpers.compare.pages import Page
from helpers.compare.patterns import fits
from helpers.compare.rows import quoted
from helpers.model import Claim, Finding
from helpers.packs.implied import ClaimPattern
from helpers.packs.problems import CompiledWording, ProblemFile, WordingRule

_ADDRESS = re.compile(r"^/\w|\w-\w+-\w+|\w/\w+/\w|://")
_OPENING, _CLOSING = 40, 6  # characters in which an answer assents
LEAD = 40  # characters shown before the words that a rule rests on


class Hit(NamedTuple):
    """A sentence that a rule takes, the claims it makes, and its words around what the rule rests on."""

    passage: Passage
    claims: tuple[Claim, ...]
    words: str


class Heard(NamedTuple):
    """What a sentence says, its question's words included where it assents, and which frames of which rules it can hold."""

    passage: Passage
    claims: tuple[Claim, ...]
    said: str
    rules: dict[int, set[int]]


def wordings(page: Page, problems: ProblemFile, *, reports: bool = False) -> Iterator[Finding]:
    """Yield a finding for each rule that takes sentences of the page; a sentence is one kind of problem once.

    A page that ``reports`` studies is the source of what it says they found.
    """
    taken: set[tuple[int, str]] = set()
    heard = list(heard_in(page, problems))
    market = market_of(heard, problems)
    for number, rule in enumerate(problems.compiled):
        if market in rule.rule.not_in or (reports and not rule.rule.in_reports) or cleared(rule, page):
            continue
        hits = [
            hit
            for one in heard
            if (one.passage.start, rule.rule.problem) not in taken
            and (hit := _taken(rule, page, one, one.rules.get(number, set())))
        ]
        if hits:
            taken.update((hit.passage.start, rule.rule.problem) for hit in hits)
            yield _finding(rule.rule, page, hits)


def market_of(heard: Sequence[Heard], problems: ProblemFile) -> str:
    """Return the market that most sentences of the page tell; ``""`` where none does."""
    told = Counter(market for market, words in problems.market_index.items() for one in heard if words.search(one.said))
    return told.most_common(1)[0][0] if told else ""


def cleared(rule: CompiledWording, page: Page) -> bool:
    """Say whether the page holds what clears the rule."""
    return any(page.matching(pattern) for pattern in rule.rule.page_lacks)


def heard_in(page: Page, problems: ProblemFile) -> Iterator[Heard]:
    """Yield what the page says sentence by sentence; a heading that makes no claim says nothing of its own."""
    for sentence, claims in page.with_claims():
        if (claims or sentence.start not in page.headings) and not is_addresses(page.words(sentence)):
            said = _said(page, sentence, problems)
            if said:
                yield Heard(sentence, claims, said, problems.index.of(said))


def is_addresses(words: str) -> bool:
    """Say whether a passage lists addresses of pages and says nothing.

    Examples
    --------
    >>> is_addresses("/services/peel, what-a-peel-does; peel-after-thirty"), is_addresses("A state-of-the-art peel.")
    (True, False)
    """
    parts = words.split()
    return 3 * sum(bool(_ADDRESS.search(part)) for part in parts) > len(parts)


def _said(page: Page, sentence: Passage, problems: ProblemFile) -> str:
    """Return the words that a sentence says, its question's too where it assents; nothing where it only reports or rejects."""
    words = page.words(sentence)
    if problems.rejecting and problems.rejecting.search(words):
        return ""
    question = page.questions.get(sentence.start, "")
    assents = (
        question
        and problems.assenting
        and (problems.assenting.search(words[:_OPENING]) or problems.assenting.search(words[-_CLOSING:]))
    )
    return f"{question.rstrip('? ')} – {words}" if assents else words


def _taken(rule: CompiledWording, page: Page, heard: Heard, among: set[int]) -> Hit | None:
    """Return what a rule takes of a sentence, if it does."""
    given, said = rule.rule, heard.said
    place = rule.says.search(said, among) if among and rule.says else None
    if place is None and not makes(given.claims, page, heard.claims):
        return None
    if rule.with_says and not rule.with_says.search(said):
        return None
    if given.with_claims and not makes(given.with_claims, page, heard.claims):
        return None
    if rule.unless_says and rule.unless_says.search(said):
        return None
    if given.about and page.classes_of(heard.passage, heard.claims).isdisjoint(given.about):
        return None
    return Hit(heard.passage, heard.claims, _around(said, place.start()) if place else said)


def _around(said: str, place: int) -> str:
    """Return the words of a long sentence from shortly before a place on."""
    begin = said.rfind(" ", 0, max(0, place - LEAD)) + 1
    return said if begin == 0 else f"… {said[begin:]}"


def makes(patterns: Sequence[ClaimPattern], page: Page, claims: Sequence[Claim]) -> bool:
    """Say whether one of the claims is what one of the patterns speaks of."""
    return any(fits(pattern, claim, page.beside) for pattern in patterns for claim in claims)


def _finding(rule: WordingRule, page: Page, hits: Sequence[Hit]) -> Finding:
    claims = [claim for hit in hits for claim in hit.claims]
    ours = [claim for claim in claims if any(fits(pattern, claim, page.beside) for pattern in rule.claims)] or claims
    about = {name for hit in hits for name in page.classes_of(hit.passage, hit.claims)}
    more = f" (and in {len(hits) - 1} more {'places' if len(hits) > 2 else 'place'})" if len(hits) > 1 else ""
    return draft_finding(
        kind="wording",
        problem=rule.problem,
        rule=rule.id,
        topic=ours[0].topic if ours else "",
        item=(ours[0].item or "") if ours else "",
        treatment=about.pop() if len(about) == 1 else "",
        severity=rule.severity,
        sources=(page.source_id, page.source_id if len(hits) > 1 else ""),
        quoted=[hit.passage for hit in hits],
        claim_ids=[claim.claim_id for claim in ours],
        reason=f"{page.source_id} says {quoted(hits[0].words)}{more}: {rule.reason}.",
        harm=rule.harm,
        advice=rule.advice,
        references=rule.references,
    )
