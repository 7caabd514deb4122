"""How ready each source is, at a glance."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import get_args

from helpers.model.disclosure import Disclosure
from helpers.model.gap import Gap
from helpers.model.publishing import Action, QueueRow, Readiness
from helpers.model.review import Review
from helpers.packs.publishing import PageFacts, PageRule
from helpers.publish.words import listed, quoted


def readiness(
    review: Review, queue: Iterable[QueueRow], rules: Sequence[PageRule], *, risk_topics: Collection[str]
) -> tuple[Readiness, ...]:
    """Decide for each source as a whole; the first rule that applies decides.

    Parameters
    ----------
    queue : iterable of QueueRow
        Of all its claims.
    rules : sequence of PageRule
        The last one has no condition.
    risk_topics : collection of str
        The topics whose lists hold risks; where one of them was lost, nobody knows what it said.

    Returns
    -------
    tuple of Readiness
        In the order of the sources.
    """
    rows: defaultdict[str, list[QueueRow]] = defaultdict(list)
    for row in queue:
        rows[row.source_id].append(row)
    gaps: defaultdict[str, list[Gap]] = defaultdict(list)
    for gap in review.gaps:
        gaps[gap.source_id].append(gap)
    owed: defaultdict[str, list[Disclosure]] = defaultdict(list)
    for disclosure in review.disclosures:
        owed[disclosure.source_id].append(disclosure)
    unread = Counter(row.source_id for row in review.ledger if row.status == "unread")
    ids = [source.source_id for source in review.sources]
    return tuple(_page(one, rows[one], gaps[one], owed[one], unread[one], rules, risk_topics) for one in ids)


def _page(
    source_id: str,
    rows: list[QueueRow],
    gaps: list[Gap],
    owed: list[Disclosure],
    unread: int,
    rules: Sequence[PageRule],
    risk_topics: Collection[str],
) -> Readiness:
    risks = [gap for gap in gaps if gap.topic in risk_topics]
    facts = PageFacts(
        claims=bool(rows),
        risk_lost=bool(risks),
        lost=bool(gaps),
        disclosures=tuple(disclosure.state for disclosure in owed),
        actions=tuple(dict.fromkeys(row.action for row in rows)),
    )
    rule = next(rule for rule in rules if rule.applies(facts))
    counts = Counter(row.action for row in rows)
    missing = tuple(disclosure.title for disclosure in owed if disclosure.state != "given")
    return Readiness(
        source_id=source_id,
        action=rule.action,
        rule=rule.id,
        reason=_reason(rule, risks, gaps, missing, counts, unread),
        publish=counts["publish"],
        edit=counts["edit"],
        hold=counts["hold"],
        unreviewed=sum(row.state == "unreviewed" for row in rows),
        warnings_missing=missing,
        lost=tuple(gap.quote for gap in gaps),
        unread=unread,
    )


def _reason(
    rule: PageRule, risks: list[Gap], gaps: list[Gap], missing: Sequence[str], counts: Counter[Action], unread: int
) -> str:
    parts = [f"{rule.reason[:1].upper()}{rule.reason[1:]}"]
    if rule.risk_lost:
        parts.append(listed([quoted(gap.quote) for gap in risks]))
    elif rule.lost:
        parts.append(listed([quoted(gap.quote) for gap in gaps]))
    elif rule.disclosures:
        parts.append(listed([title.rstrip(".") for title in missing]))
    elif rule.actions:
        parts.append(listed([f"{counts[action]} to {action}" for action in get_args(Action) if counts[action]]))
    words = ": ".join(filter(None, parts)) + "."
    return f"{words} Sentences to read by eye, because no rule has read them: {unread}." if unread else words
