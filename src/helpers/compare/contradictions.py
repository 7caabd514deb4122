"""Claims that stand against each other as findings: one for each rule or subject and pair of sources."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from helpers.compare.drafts import draft_finding, passage_of
from helpers.compare.positions import reading_order
from helpers.compare.rows import Compared, value_in_words
from helpers.model import Claim, Finding
from helpers.model.finding import FindingKind
from helpers.packs.comparisons import ComparisonFile

SHOWN = 5
ADVICE = "Keep what holds and change the other; where both hold, say of each when, where or for whom."
GRAVITY = {"high": 0, "medium": 1, "low": 2}


def contradictions(compared: Iterable[Compared], rules: ComparisonFile) -> Iterator[Finding]:
    """Yield a finding for each conflict, and for each tension that is more than a difference in wording.

    What is of low severity, or on a topic of which the pack says that people need not be told, stays in the relations.

    Rows that say the same about the same two sources (a promise of no recovery against bruises, swelling and redness) are one
    finding, which quotes the gravest and names the others. Where a rule of the pack speaks about two claims, its reason goes
    before that of the scale.
    """
    grave = [
        row
        for row in compared
        if row.relation.severity != "low" and row.relation.relation in {"conflict", "tension"} and _is_told(row, rules)
    ]
    ruled = {_subject(row) for row in grave if row.rule and row.one.topic == row.other.topic}
    groups: defaultdict[tuple[str, ...], list[Compared]] = defaultdict(list)
    for row in grave:
        if row.rule or _subject(row) not in ruled:
            groups[(row.rule, *_parties(row)) if row.rule else _subject(row)].append(row)
    told = [sorted(rows, key=_gravest_first) for rows in groups.values()]
    for against in _together(told, rules.between.together):
        yield _finding(*against)


def _together(told: Iterable[list[Compared]], limit: int) -> Iterator[list[list[Compared]]]:
    """Yield the groups of rows that are one finding: all in which one source stands against more than ``limit`` others."""
    subjects: defaultdict[tuple[str, ...], list[list[Compared]]] = defaultdict(list)
    for rows in told:
        first = rows[0]
        own = first.relation.scope == "internal"
        subject = (first.rule, first.relation.topic, first.relation.item, first.relation.treatment)
        subjects[(*subject, *_parties(first)) if own else subject].append(rows)
    for left in subjects.values():
        while left:
            many = Counter(source for rows in left for source in set(_parties(rows[0])[1:]))
            source, count = min(many.items(), key=lambda pair: (-pair[1], pair[0]))
            mine = [rows for rows in left if source in _parties(rows[0])[1:]] if count > limit else left[:1]
            yield sorted(mine, key=lambda rows: _gravest_first(rows[0]))
            left = [rows for rows in left if rows not in mine]


def _is_told(row: Compared, rules: ComparisonFile) -> bool:
    if row.one.source_id == row.other.source_id and row.one.start < row.other.end and row.other.start < row.one.end:
        return False  # two readings of the same words
    topics = rules.told_within if row.relation.scope == "internal" else rules.told_between
    return bool(row.rule) or topics is None or row.relation.topic in topics


def _subject(row: Compared) -> tuple[str, ...]:
    return row.relation.topic, row.relation.item, *_parties(row)


def _parties(row: Compared) -> tuple[str, ...]:
    return row.relation.treatment, row.relation.source_a, row.relation.source_b


def _gravest_first(row: Compared) -> tuple[object, ...]:
    longest = max(claim.high or claim.low or 0.0 for claim in (row.one, row.other))
    return row.relation.relation, GRAVITY[row.relation.severity], -longest, reading_order(row.one), reading_order(row.other)


def _finding(rows: list[Compared], *more: list[Compared]) -> Finding:
    first = rows[0]
    others = {source for group in more for source in _parties(group[0])[1:]} - set(_parties(first)[1:])
    a, b = _in_order(first)
    return draft_finding(
        kind=_kind(first),
        problem=first.problem if a.source_id == b.source_id else None,
        relation=first.relation.relation,
        rule=first.rule,
        topic=first.relation.topic,
        item=first.relation.item,
        treatment=first.relation.treatment,
        severity=first.relation.severity,
        sources=(a.source_id, b.source_id),
        quoted=(passage_of(a), passage_of(b)),
        claim_ids=[claim.claim_id for row in chain(rows, *more) for claim in _in_order(row)],
        reason=first.relation.reason + _also(rows) + (f" So do {', '.join(sorted(others))}." if others else ""),
        harm=first.harm,
        advice=ADVICE,
    )


def _in_order(row: Compared) -> list[Claim]:
    """Return the two claims in the order of the row's sources."""
    return sorted((row.one, row.other), key=reading_order)


def _kind(row: Compared) -> FindingKind:
    internal = row.relation.scope == "internal"
    if row.one.topic != row.other.topic:
        return "implied_within" if internal else "implied_between"
    return "contradiction" if internal else "conflict"


def _also(rows: list[Compared]) -> str:
    """Name what the other rows say that the first one does not show."""
    shown = {value_in_words(claim) for claim in (rows[0].one, rows[0].other)}
    said = dict.fromkeys(value_in_words(claim) for row in rows for claim in (row.one, row.other))
    others = [value for value in said if value not in shown]
    if not others:
        return ""
    more = f"; and {len(others) - SHOWN} more" if len(others) > SHOWN else ""
    return f" The same goes for: {'; '.join(others[:SHOWN])}{more}."
