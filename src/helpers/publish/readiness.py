"""How ready each source is, at a glance."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import get_args

from helpers.model.disclosure import Disclosure
from helpers.model.gap import Gap
from helpers.model.owed import OWED
from helpers.model.publishing import Action, QueueRow, Readiness
from helpers.model.reach import Reach
from helpers.model.review import Review
from helpers.model.safety import LostWarning
from helpers.model.unread import UNREAD
from helpers.packs.publishing import PageFacts, PageRule
from helpers.publish.words import quoted


def readiness(
    review: Review,
    queue: Iterable[QueueRow],
    rules: Sequence[PageRule],
    *,
    risk_topics: Collection[str],
    not_owed: Collection[tuple[str, str]] = (),
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
    not_owed : collection of (str, str), optional
        Sources and treatments whose missing warnings a reviewer let go.

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
        if (disclosure.source_id, disclosure.treatment) not in not_owed:
            owed[disclosure.source_id].append(disclosure)
    gone: defaultdict[str, list[LostWarning]] = defaultdict(list)
    for lost in review.gone:
        if not lost.still_said:
            gone[lost.source_id].append(lost)
    ids = [source.source_id for source in review.sources]
    return tuple(_page(one, review.reaches[one], rows[one], gaps[one], owed[one], gone[one], rules, risk_topics) for one in ids)


def _page(
    source_id: str,
    reach: Reach,
    rows: list[QueueRow],
    gaps: list[Gap],
    owed: list[Disclosure],
    gone: list[LostWarning],
    rules: Sequence[PageRule],
    risk_topics: Collection[str],
) -> Readiness:
    risks = [gap for gap in gaps if gap.topic in risk_topics]
    claims = [row for row in rows if row.topic not in (UNREAD, OWED)]
    inserts = [row for row in rows if row.topic == OWED and row.action == "edit"]
    owed = [one for one in owed if one.treatment not in {row.treatment for row in inserts}]
    sentences = [row for row in rows if row.topic == UNREAD]
    held = [row for row in sentences if row.action == "hold"]
    facts = PageFacts(
        could_be_read=reach.could_be_read,
        claims=bool(claims),
        risk_lost=bool(risks),
        lost=bool(gaps),
        warning_gone=bool(gone),
        unread=bool(held),
        inserts=bool(inserts),
        disclosures=tuple(disclosure.state for disclosure in owed),
        actions=tuple(dict.fromkeys(row.action for row in rows if row not in held and row.topic != OWED)),
    )
    rule = next(rule for rule in rules if rule.applies(facts))
    counts = Counter(row.action for row in claims)
    missing = tuple(dict.fromkeys(disclosure.title for disclosure in owed if disclosure.state != "given"))
    return Readiness(
        source_id=source_id,
        action=rule.action,
        rule=rule.id,
        reason=_reason(rule, reach, risks, gaps, gone, missing, counts, held, inserts),
        publish=counts["publish"],
        edit=counts["edit"],
        hold=counts["hold"],
        unreviewed=sum(row.state == "unreviewed" for row in claims),
        warnings_missing=missing,
        lost=tuple(gap.quote for gap in gaps),
        warnings_gone=tuple(lost.quote for lost in gone),
        unread=sum(row.state == "unreviewed" for row in sentences),
    )


def _reason(
    rule: PageRule,
    reach: Reach,
    risks: list[Gap],
    gaps: list[Gap],
    gone: list[LostWarning],
    missing: Sequence[str],
    counts: Counter[Action],
    held: list[QueueRow],
    inserts: list[QueueRow],
) -> str:
    """Return the rule's reason and what its condition met on this page."""
    met: list[str] = []
    if not reach.could_be_read:
        met = [reach.reason]
    elif rule.risk_lost:
        met = [quoted(gap.quote) for gap in risks]
    elif rule.lost:
        met = [gap.missing or quoted(gap.quote) for gap in gaps]
    elif rule.warning_gone:
        met = [quoted(lost.quote) for lost in gone]
    elif rule.disclosures:
        met = [title.rstrip(".") for title in missing]
    elif rule.inserts:
        met = [f"behind {quoted(row.quote)}" for row in inserts]
    elif rule.unread:
        met = [quoted(row.quote) for row in held]
    elif rule.actions:
        met = [f"{counts[action]} to {action}" for action in get_args(Action) if counts[action]]
    reason = f"{rule.reason[:1].upper()}{rule.reason[1:]}"
    return ": ".join(filter(None, (reason, "; ".join(met)))) + "."
