"""The claim tables, a topic at a time."""

from collections import Counter, defaultdict

from helpers.model import Claim
from helpers.show.parts import Album, Bit, Content, Row, Table, cell
from helpers.show.view import View
from helpers.show.words import capital, figures_of, one_line, plain

WHERE = {"chrome": "in website furniture: compared with nothing"}


def claim_counts(view: View) -> Table:
    """Return how many claims each source makes on each topic."""
    counts = Counter((claim.topic, claim.source_id) for claim in view.review.claims)
    ids = [one.source_id for one in view.sources]
    rows: list[Row] = [
        (view.title(topic), *(counts[topic, one] for one in ids), sum(counts[topic, one] for one in ids))
        for topic in _topics(view)
    ]
    return Table(
        "Claims by topic and source",
        ("Topic", *(view.names[one] for one in ids), "All"),
        rows,
        empty=f"No claim was found{view.where_read}.",
    )


def claim_tables(view: View) -> Album:
    """Return a table for each topic on which a source makes a claim, in the pack's order."""
    by_topic: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in view.review.claims:
        by_topic[claim.topic].append(claim)
    return Album(tuple(_table(view, topic, by_topic[topic]) for topic in _topics(view)))


def _topics(view: View) -> list[str]:
    spoken = {claim.topic for claim in view.review.claims}
    return [topic for topic in view.topics if topic in spoken]


def _table(view: View, topic: str, claims: list[Claim]) -> Table:
    about = view.topics[topic]
    shown = {
        "Claim": True,
        "Source": True,
        capital(about.items): bool(about.items),
        "Level": any(claim.level for claim in claims),
        "Figures": any(figures_of(claim) for claim in claims),
        "Treatment": True,
        "Certainty": True,
        "In its words": True,
        "Rule": True,
    }
    rows: list[Row] = [
        [content for content, kept in zip(_row(view, claim), shown.values(), strict=True) if kept] for claim in claims
    ]
    caption = f"{about.title} ({len(claims)})"
    return Table(caption, [name for name, kept in shown.items() if kept], rows, ids=[f"c-{claim.claim_id}" for claim in claims])


def _row(view: View, claim: Claim) -> list[Content]:
    quote = Bit(one_line(claim.quote), quoted=True)
    where = ", ".join(filter(None, (view.place(claim.source_id, claim.start), f"characters {claim.start} to {claim.end}")))
    place = Bit(where, href=view.link(claim.source_id, claim.start), looks=("quiet",))
    note = (WHERE[claim.zone],) if claim.zone in WHERE else ()
    return [
        cell(Bit(view.numbers[claim.claim_id]), Bit(claim.claim_id, looks=("quiet",))),
        view.names[claim.source_id],
        plain(claim.item),
        plain(claim.level),
        figures_of(claim),
        plain(claim.treatment),
        claim.certainty,
        cell(quote, place, *note),
        cell(Bit(claim.rule, looks=("quiet",))),
    ]
