"""What a reviewer must know of a claim whose source changed since it was decided: by whom, when, and what changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from helpers.model.changes import changes
from helpers.model.claim import Claim
from helpers.model.decision import Event, Judged
from helpers.model.document import Document
from helpers.model.judgement import Reopened
from helpers.model.strange import revealed
from helpers.model.words import VERDICT_WORDS
from helpers.panel.rows import Lapsed
from helpers.review import Journal, follow, reopened, sentence_of

Lapses = dict[str, list[Lapsed]]


def lapsed(journal: Journal, documents: Mapping[str, Document], claims: Iterable[Claim], *, needed: int = 1) -> Lapses:
    """Say beside each claim which earlier decision no longer holds, and why.

    Parameters
    ----------
    needed : int
        How many reviewers must agree; who decided what is told only where as many had.

    Returns
    -------
    dict of str to list of Lapsed
        By the id of a claim of now: one that stands where the decided words stood; where it is ambiguous which place
        they are, every claim with the same quote. What vanished has no claim to stand beside.
    """
    events = journal.events()
    now = tuple(claims)
    judged = {one for event in events for one in event.decision.claims}
    by_hash = {event.hash: event for event in events}
    by_source: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in now:
        by_source[claim.source_id].append(claim)
    found: defaultdict[str, list[Lapsed]] = defaultdict(list)
    for one in reopened(events, follow(judged, documents, now)):
        decided = [by_hash[name] for name in one.events]
        for claim in by_source[one.source_id]:
            if stands_there(claim, one):
                told = _lapsed(one, decided, _sentence(claim, documents), needed)
                if told not in found[claim.claim_id]:
                    found[claim.claim_id].append(told)
    return dict(found)


def stands_there(claim: Claim, one: Reopened) -> bool:
    """Say whether a claim stands where the words stood that a reopened decision was taken on."""
    if one.followed.start is None or one.followed.end is None:
        return one.followed.found == "ambiguous" and claim.quote == one.quote
    return claim.start < one.followed.end and one.followed.start < claim.end


def _sentence(claim: Claim, documents: Mapping[str, Document]) -> str:
    return " ".join(documents[claim.source_id].text[claim.sentence_start : claim.sentence_end].split())


def _lapsed(one: Reopened, decided: list[Event], now: str, needed: int) -> Lapsed:
    who = "; ".join(_said(event) for event in decided) if len(decided) >= needed else ""
    before = sentence_of(_judged(one, decided).anchor)
    return Lapsed(
        words=f"Decided before{f': {who}' if who else ''}. Since then {one.followed.reason}. Decide it again.",
        changes=[[kind, revealed(words)] for kind, words in changes(before, now)] if before != now else [],
    )


def _judged(one: Reopened, decided: list[Event]) -> Judged:
    return next(claim for event in decided for claim in event.decision.claims if claim.claim_id == one.claim_id)


def _said(event: Event) -> str:
    ruling = event.decision.ruling
    verdict = VERDICT_WORDS[ruling.verdict] if ruling else ""
    return f"{event.decision.reviewer}, {event.time[:10]}: {verdict}"
