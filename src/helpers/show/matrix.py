"""Sources by topics: where a page agrees, differs, stands alone or stays silent."""

from collections.abc import Mapping

from helpers.show.grid import Square, grid_figure
from helpers.show.looks import LOOKS
from helpers.show.parts import Bit, Cell, Fragment, Picture, Table, cell, note
from helpers.show.ranges import trial_words
from helpers.show.standings import Standing, standings
from helpers.show.view import View
from helpers.show.words import counted, listed

NAMED = 3  # other sources named in a cell before they are only counted
WORDED = 8  # sources up to which a figure's squares show words beside the signs


def matrix_picture(view: View) -> Picture | Fragment:
    """Draw the matrix of sources by topics; where there is nothing to set against each other, say so."""
    held = standings(view)
    if not held or len(view.sources) == 1:
        return note(f"{matrix_title(view, held)}.")
    rows = [view.title(topic) for topic in held]
    worded = len(view.sources) <= WORDED
    columns = [(view.names if worded else view.handles)[source.source_id] for source in view.sources]
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
    return Picture(title, _alt(view, held), grid_figure(title, rows, columns, squares), matrix_table(view))


def matrix_title(view: View, held: Mapping[str, Mapping[str, Standing]]) -> str:
    """Say how many of the topics hold a conflict, and on how many somebody is silent."""
    spoken = len(held)
    if not spoken:
        return f"No page makes a claim on any topic{view.where_read}"
    clashing = [topic for topic, by_source in held.items() if any(one.shown == "conflict" for one in by_source.values())]
    quiet = sum(any(one.shown in ("silent", "unknown") for one in by_source.values()) for by_source in held.values())
    pages = counted(len(view.sources), "page")
    if len(view.sources) == 1:
        alone = f"it speaks against itself on {len(clashing)} of them" if clashing else "it speaks against itself on none of them"
        return f"One page, on {counted(spoken, 'topic')}: {alone}; there is no other to set it against"
    clash = (
        f"statements conflict on {len(clashing)} of {counted(spoken, 'topic')}"
        if clashing
        else f"no statements conflict on {counted(spoken, 'topic')}"
    )
    return f"{pages}: {clash}; on {quiet or 'none'} of them at least one page is silent"


def matrix_table(view: View) -> Table:
    """Return the matrix as a table: each cell names the sources it holds with, and trials stand in a column of their own."""
    held = standings(view)
    if len(view.sources) == 1:
        return Table("", (), (), empty=f"{matrix_title(view, held)}.")
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
    return Table(
        "What each page's claims on a topic have to do with the others'",
        columns,
        rows,
        empty=f"No page makes a claim{view.where_read}.",
    )


def legend(view: View) -> Fragment:
    """Return what each sign and colour of the matrix means."""
    all_read = all(view.could_be_read(source.source_id) for source in view.sources)
    looks = {name: look for name, look in LOOKS.items() if name != "not_read" or not all_read}
    return Fragment("legend.html", {"looks": looks}, "\n".join(f"{one.sign} {one.word}: {one.meaning}" for one in looks.values()))


def _signs(standing: Standing, worded: bool) -> str:
    look = LOOKS[standing.shown]
    also = "".join(f"  {LOOKS[relation].sign}" for relation in standing.among if relation != standing.shown)
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
    if not standing.among:
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
