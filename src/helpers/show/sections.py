"""The report's sections, in the order in which a reviewer asks."""

from dataclasses import dataclass

from helpers.model.publishing import Publishing
from helpers.show import (
    cards,
    claims,
    contradictions,
    differences,
    evidence,
    findings,
    levels,
    matrix,
    pages,
    range_figures,
    sources,
    start,
    texts,
)
from helpers.show import publishing as publish
from helpers.show.parts import Part, Picture
from helpers.show.view import View


@dataclass(frozen=True)
class Section:
    """A part of the report with a heading of its own.

    Attributes
    ----------
    name : str
        Its id, for links.
    title, about : str
        Its heading, and the question that it answers.
    parts : tuple of Part
    """

    name: str
    title: str
    about: str
    parts: tuple[Part, ...]


def sections(view: View, publishing: Publishing) -> list[Section]:
    """Return everything that the notebooks show, once."""
    made = [
        Section(
            "start",
            "Start here",
            "Can these pages be published as they stand?",
            (start.source_proposals(view, publishing.readiness), findings.gravest(view)),
        ),
        Section("cards", "What to decide", "What must be decided on each page, the grave first?", (cards.page_cards(view),)),
        _publish(view, publishing),
        Section(
            "matrix",
            "The cross-check",
            "Where do the pages say the same, where do they conflict, and where is one silent?",
            _cross_check(view),
        ),
        Section("ranges", "Times and counts", "What does each page state in figures?", (range_figures.range_pictures(view),)),
        Section("levels", "Promises", "How strongly does each page promise what?", (levels.level_pictures(view),)),
        *([_evidence(view)] if view.review.matches else []),
        Section(
            "pages",
            "What each page says",
            "What does each page say, where alone, and what does it leave out?",
            (pages.source_pages(view),),
        ),
        Section(
            "sources",
            "The sources",
            "What was loaded, and what became of every sentence?",
            (
                sources.source_table(view),
                sources.not_read(view),
                sources.copied(view),
                sources.accounting_picture(view),
                sources.lost_lists(view),
                sources.unread_sentences(view),
            ),
        ),
        Section(
            "claims",
            "Claims by topic",
            "What does each page claim, in which words?",
            (claims.claim_counts(view), claims.claim_tables(view)),
        ),
        Section("texts", "The texts", "Where does each claim stand?", (texts.marked_texts(view),)),
    ]
    return made


def _cross_check(view: View) -> tuple[Part, ...]:
    drawn = matrix.matrix_picture(view)
    legend = (matrix.legend(view),) if isinstance(drawn, Picture) else ()
    return (drawn, *legend, differences.difference_table(view), contradictions.contradiction_picture(view))


def _publish(view: View, work: Publishing) -> Section:
    parts = (
        publish.publishing_headline(work.readiness),
        publish.readiness_table(view, work.readiness),
        publish.queue_tables(view, work.queue, rest_folded=True),
        publish.library_table(view, work.library),
        publish.refused_table(view, work.refusals),
        publish.uses_table(view, work.uses),
    )
    rule = "one reviewer decides" if work.needed == 1 else f"{work.needed} reviewers must agree"
    about = f"What can go out, what needs other words, what waits for whom? For {work.market}, on {work.as_of}; {rule}."
    return Section("publish", "What to publish", about, parts)


def _evidence(view: View) -> Section:
    parts = (
        evidence.wording_picture(view),
        evidence.verdict_counts(view),
        evidence.contradicted(view),
        evidence.mixed(view),
        evidence.supported(view),
        evidence.closest(view),
        evidence.notices(view),
    )
    return Section("evidence", "The evidence", "What is known beside what is claimed?", parts)
