"""Treatments by topics: what differs between the pages that speak of one treatment, and where."""

from collections import defaultdict
from collections.abc import Iterable

from helpers.model import Claim, Relation
from helpers.model.relation import COPY
from helpers.show.looks import LOOKS, RELATIONS
from helpers.show.parts import Bit, Cell, Table, cell
from helpers.show.view import View
from helpers.show.words import counted, plain, said

SHOWN = 8  # treatments
COMPARED = tuple(relation for relation in RELATIONS if relation != "not_comparable")


def difference_table(view: View) -> Table:
    """Return a row a topic and a column a treatment that several pages speak of, the one that most pages speak of first.

    A cell says how many of its pages stand against each other and shows one pair of values, each a link to its quote; where the
    pages say the same it says so, and it is empty where fewer than two speak.
    """
    pages = _pages(view.told)
    shared = sorted((name for name, sources in pages.items() if len(sources) > 1), key=lambda name: (-len(pages[name]), name))
    shown = shared[:SHOWN]
    rows: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in view.review.relations:
        told = relation.relation in COMPARED and relation.strength != COPY
        if told and relation.scope == "between" and relation.treatment in shown:
            rows[relation.topic, relation.treatment].append(relation)
    topics = [topic for topic in view.topics if any((topic, name) in rows for name in shown)]
    more = f" ({len(shared) - SHOWN} more treatments are on several pages)" if len(shared) > SHOWN else ""
    return Table(
        f"What differs between pages, by treatment{more}",
        ("Topic", *(f"{plain(name)} ({counted(len(pages[name]), 'page')})" for name in shown)),
        [(view.title(topic), *(_cell(view, rows[topic, name]) for name in shown)) for topic in topics],
        empty=f"No treatment is spoken of on two pages{view.where_read}.",
    )


def _pages(claims: Iterable[Claim]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.treatment and claim.treatment != "unspecified":
            found[claim.treatment].add(claim.source_id)
    return found


def _cell(view: View, relations: list[Relation]) -> Cell:
    if not relations:
        return cell("")
    gravest = min((row.relation for row in relations), key=COMPARED.index)
    rows = [row for row in relations if row.relation == gravest]
    look, sources = LOOKS[gravest], {source for row in rows for source in (row.source_a, row.source_b)}
    first = Bit(f"{look.sign} {look.word}: {counted(len(sources), 'page')}", looks=("title",))
    if gravest == "agree":
        return cell(first, looks=(f"fill-{gravest}",))
    lines = [
        Bit(
            f"{view.handles[claim.source_id]}: {said(claim) or 'stated'}", href=view.link(claim.source_id, claim.start, claim.end)
        )
        for claim_id in (rows[0].claim_a, rows[0].claim_b)
        if (claim := view.claims.get(claim_id))
    ]
    return cell(first, *lines, looks=(f"fill-{gravest}",))
