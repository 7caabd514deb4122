"""Relations as the table shows them: what was compared row by row, what could not be and what nobody said as counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from helpers.model.relation import Relation

COUNTED = {"not_comparable": "cannot be compared", "silent": "make no claim on it"}
NAMED = 5


def summed(relations: Iterable[Relation]) -> list[Relation]:
    """Return every comparison as it is, and one row a topic for what cannot be compared or is silent.

    Returns
    -------
    list of Relation
        In the order given; a count stands where the first of its rows stood and names no source where there are several.
    """
    rows = list(relations)
    groups: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
    for row in rows:
        if row.relation in COUNTED:
            groups[row.topic, row.relation].append(row)
    told: list[Relation] = []
    seen: set[tuple[str, str]] = set()
    for row in rows:
        key = row.topic, row.relation
        if row.relation not in COUNTED:
            told.append(row)
        elif key not in seen:
            seen.add(key)
            told.append(_count(groups[key]))
    return told


def _count(rows: list[Relation]) -> Relation:
    first = rows[0]
    if len(rows) == 1:
        return first
    if first.relation == "silent":
        pages = [row.source_a for row in rows]
        more = f" and {len(pages) - NAMED} more" if len(pages) > NAMED else ""
        reason = f"{len(pages)} pages {COUNTED['silent']}: {', '.join(pages[:NAMED])}{more}."
    else:
        why = Counter(row.reason.rsplit(": ", 1)[-1].rstrip(".") for row in rows)
        ranked = sorted(why.items(), key=lambda one: (-one[1], one[0]))[:NAMED]
        told = "; ".join(f"{count} times {words}" for words, count in ranked)
        reason = f"{len(rows)} pairs of statements {COUNTED['not_comparable']}: {told}."
    return Relation(
        topic=first.topic,
        item="",
        treatment="",
        relation=first.relation,
        strength="",
        scope="between",
        kind="direct",
        source_a="",
        source_b="",
        claim_a="",
        claim_b="",
        severity="low",
        reason=reason,
    )
