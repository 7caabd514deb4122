"""All relations among claims."""

from collections.abc import Iterable, Mapping, Sequence

from helpers.compare.comparable import softened
from helpers.compare.direct import direct_relations
from helpers.compare.implied import implied_relations
from helpers.compare.pages import Page
from helpers.compare.positions import reading_order
from helpers.compare.rows import Compared
from helpers.compare.sets import set_relations
from helpers.compare.silence import silence_relations
from helpers.compare.treatments import treatment_relations
from helpers.compare.warnings import reporting
from helpers.errors import WorkbookError
from helpers.model import Claim, Gap, Relation
from helpers.packs.tables import ComparisonTables


def compare(
    claims: Iterable[Claim],
    *,
    sources: Iterable[str] | None = None,
    gaps: Iterable[Gap] | None = None,
    losses: Mapping[str, str] | None = None,
    pages: Sequence[Page] = (),
    tables: ComparisonTables,
) -> list[Relation]:
    """Set claims against each other, as section 5 of the codebook says.

    Parameters
    ----------
    claims : iterable of Claim
        In any order. Those in a ``chrome`` zone take no part.
    sources : iterable of str, optional
        Every source that was read. Without it there are no ``silent`` and ``unknown`` rows: a claim table does not say
        which sources were read and found silent.
    gaps : iterable of Gap, optional
        Lists that were lost; silence on their topic is ``unknown``.
    losses : mapping of str to str, optional
        Why something of a source's file could not be read, by source id; its silence is ``unknown`` on every topic.
    pages : sequence of Page, optional
        What was read of each source. With it, what two sources say against each other and is not shown to be about the same
        thing is a tension of low severity.
    tables : ComparisonTables
        The pack's tables.

    Returns
    -------
    list of Relation
        Sorted; the same for the same claims in whatever order, in time and rows that grow with the claims.

    Raises
    ------
    WorkbookError
        A claim's topic is not one of the pack's.
    """
    told = told_claims(claims, tables)
    against: Iterable[Compared] = set_against(told, tables)
    if pages:
        against = softened(against, pages, tables.comparisons, reporting(pages, tables.warnings))
    rows = [
        *(row.relation for row in against),
        *set_relations(told, tables),
        *treatment_relations(told, tables),
    ]
    if sources is not None:
        rows += silence_relations(told, sources, gaps or (), losses or {}, tables)
    order = {topic: place for place, topic in enumerate(tables.topics)}
    return sorted(rows, key=lambda row: (order[row.topic], _sort_key(row)))


def told_claims(claims: Iterable[Claim], tables: ComparisonTables) -> list[Claim]:
    """Return what the documents themselves say, in reading order: website furniture takes no part.

    Raises
    ------
    WorkbookError
        A claim's topic is not one of the pack's.
    """
    told = sorted((claim for claim in claims if claim.zone == "body"), key=reading_order)
    _check_topics(told, tables)
    return [claim for claim in told if tables.topics[claim.topic].comparison != "none"]


def set_against(told: Sequence[Claim], tables: ComparisonTables) -> list[Compared]:
    """Set claims in reading order against each other, on one subject and by the rules that join two topics."""
    return [*direct_relations(told, tables), *implied_relations(told, tables)]


def _check_topics(claims: Iterable[Claim], tables: ComparisonTables) -> None:
    unknown = sorted({claim.topic for claim in claims} - tables.topics.keys())
    if unknown:
        raise WorkbookError(f"the pack has no topic {unknown[0]!r}, but the claims do; choose the pack that they were made with")


def _sort_key(row: Relation) -> tuple[str, ...]:
    return (
        row.item,
        row.treatment,
        row.kind,
        row.scope,
        row.source_a,
        row.source_b,
        row.relation,
        row.claim_a,
        row.claim_b,
        row.reason,
    )
