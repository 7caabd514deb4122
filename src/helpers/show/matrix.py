"""Sources by topics: where a page agrees, differs, stands alone or stays silent."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpers.model import Claim, Relation
from helpers.show.grid import Square, grid_figure
from helpers.show.looks import LOOKS, RELATIONS
from helpers.show.parts import Bit, Cell, Fragment, Picture, Table, cell
from helpers.show.ranges import trial_words
from helpers.show.view import View
from helpers.show.words import counted, listed

NAMED = 3  # other sources named in a cell before they are only counted
WORDED = 8  # sources up to which a figure's squares show words beside the signs


@dataclass(frozen=True, slots=True)
class Standing:
    """What one source's claims on one topic have to do with the others'.

    Attributes
    ----------
    shown : str
        The gravest that applies, a key of ``LOOKS``.
    others : mapping of str to tuple of str
        Relation -> the sources it holds with, sorted; its own id where it speaks against itself.
    """

    shown: str
    others: Mapping[str, tuple[str, ...]]


def standings(view: View) -> dict[str, dict[str, Standing]]:
    """Return topic -> source -> standing, for every topic on which a source speaks or whose list was lost."""
    others: defaultdict[tuple[str, str], defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    plainly = {}
    for row in view.review.relations:
        if not row.source_b:
            plainly[row.topic, row.source_a] = row.relation
        for topic, source, other in _sides(row, view.claims):
            others[topic, source][row.relation].add(other)
    spoken = {(claim.topic, claim.source_id) for claim in view.told}
    topics = [topic for topic in view.topics if any(key[0] == topic for key in spoken) or "unknown" in _of(plainly, topic)]
    return {
        topic: {one.source_id: _standing((topic, one.source_id), others, spoken, plainly) for one in view.sources}
        for topic in topics
    }


def _of(plainly: Mapping[tuple[str, str], str], topic: str) -> list[str]:
    return [relation for (about, _), relation in plainly.items() if about == topic]


def _sides(row: Relation, claims: Mapping[str, Claim]) -> Iterator[tuple[str, str, str]]:
    """Yield topic, source and other source for each side: a rule may join two topics, and each side has its own."""
    if row.source_b:
        for own, source, other in ((row.claim_a, row.source_a, row.source_b), (row.claim_b, row.source_b, row.source_a)):
            yield (claims[own].topic if own in claims else row.topic), source, other


def _standing(
    key: tuple[str, str],
    others: Mapping[tuple[str, str], Mapping[str, set[str]]],
    spoken: set[tuple[str, str]],
    plainly: Mapping[tuple[str, str], str],
) -> Standing:
    found = {
        relation: tuple(sorted(others[key][relation])) for relation in RELATIONS if key in others and others[key].get(relation)
    }
    if key in spoken:
        return Standing(next(iter(found), "alone"), found)
    return Standing(plainly.get(key, "silent"), {})


def matrix_picture(view: View) -> Picture:
    """Draw the matrix of sources by topics."""
    held = standings(view)
    rows = [view.title(topic) for topic in held]
    columns = [view.names[source.source_id] for source in view.sources]
    worded = len(columns) <= WORDED
    squares = [
        [
            Square(
                _signs(standing, worded),
                LOOKS[standing.shown].fill,
                f"{title}\n{view.names[source]}: {_told(view, source, standing)}",
            )
            for source, standing in by_source.items()
        ]
        for title, by_source in zip(rows, held.values(), strict=True)
    ]
    title = matrix_title(view, held)
    return Picture("matrix", title, _alt(view, held), grid_figure(title, rows, columns, squares), matrix_table(view))


def matrix_title(view: View, held: Mapping[str, Mapping[str, Standing]]) -> str:
    """Say how many of the topics hold a conflict, and on how many somebody is silent."""
    spoken = len(held)
    if not spoken:
        return "No page makes a claim on any topic"
    clashing = [topic for topic, by_source in held.items() if any(one.shown == "conflict" for one in by_source.values())]
    quiet = sum(any(one.shown in ("silent", "unknown") for one in by_source.values()) for by_source in held.values())
    pages = counted(len(view.sources), "page")
    clash = (
        f"statements conflict on {len(clashing)} of {counted(spoken, 'topic')}"
        if clashing
        else f"no statements conflict on {counted(spoken, 'topic')}"
    )
    return f"{pages}: {clash}; on {quiet or 'none'} of them at least one page is silent"


def matrix_table(view: View) -> Table:
    """Return the matrix as a table: each cell names the sources it holds with, and trials stand in a column of their own."""
    held = standings(view)
    trials = {topic: trial_words(view, topic) for topic in held}
    tried = any(trials.values())
    rows = [
        (
            view.title(topic),
            *(_cell(view, source, standing) for source, standing in by_source.items()),
            *((trials[topic] or "–",) if tried else ()),
        )
        for topic, by_source in held.items()
    ]
    columns = ("Topic", *(view.names[source.source_id] for source in view.sources), *(("What trials did",) if tried else ()))
    return Table("What each page's claims on a topic have to do with the others'", columns, rows, empty="No page makes a claim.")


def legend(view: View) -> Fragment:
    """Return what each sign and colour of the matrix means."""
    return Fragment("legend.html", {"looks": LOOKS}, "\n".join(f"{one.sign} {one.word}: {one.meaning}" for one in LOOKS.values()))


def _signs(standing: Standing, worded: bool) -> str:
    look = LOOKS[standing.shown]
    also = "".join(f"  {LOOKS[relation].sign}" for relation in standing.others if relation != standing.shown)
    return f"{look.sign} {look.word}{also}" if worded else look.sign


def _told(view: View, source: str, standing: Standing) -> str:
    parts = [f"{LOOKS[relation].word} {_with(view, relation, source, others)}" for relation, others in standing.others.items()]
    return "; ".join(parts) or LOOKS[standing.shown].word


def _with(view: View, relation: str, source: str, others: tuple[str, ...]) -> str:
    named = [view.handles[other] for other in others if other != source]
    if len(named) > NAMED:
        named = [counted(len(named), "page")]
    return ("by " if relation == "agree" else "with ") + listed([*(("itself",) if source in others else ()), *named])


def _cell(view: View, source: str, standing: Standing) -> Cell:
    look = LOOKS[standing.shown]
    fill = (f"fill-{standing.shown}",)
    if not standing.others:
        return cell(f"{look.sign} {look.word}", looks=fill)
    lines = [
        f"{LOOKS[relation].sign} {LOOKS[relation].word} {_with(view, relation, source, others)}"
        for relation, others in standing.others.items()
    ]
    return cell(Bit(lines[0], looks=("title",)), *lines[1:], looks=fill)


def _alt(view: View, held: Mapping[str, Mapping[str, Standing]]) -> str:
    """Say what stands out in each source's column."""
    said = []
    for source in view.sources:
        shown = [by_source[source.source_id].shown for by_source in held.values()]
        counts = [f"{shown.count(name)} {look.word}" for name, look in LOOKS.items() if name in shown]
        said.append(f"{view.names[source.source_id]}: {listed(counts)}")
    return "Topics by page, by the gravest relation that a page's claims on a topic have. " + ". ".join(said) + "."
