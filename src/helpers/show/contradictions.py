"""Which pages stand against which, as a map of counts."""

from collections import Counter
from itertools import combinations

from helpers.show.grid import Square, grid_figure
from helpers.show.parts import Fragment, Picture, Row, Table, note
from helpers.show.view import View
from helpers.show.words import counted

FILLS = ("#ffffff", "#f7d9c4", "#eaa77a", "#d55e00")  # none, few, some, most: deeper means more


def contradiction_picture(view: View) -> Picture | Fragment:
    """Draw how many conflicts each pair of pages has, and each page with itself; one page alone needs no map."""
    counts = conflict_counts(view)
    if len(view.sources) == 1:
        itself = counted(sum(counts.values()), "conflict")
        return note(f"{view.names[view.sources[0].source_id]}: {itself} with itself{view.where_read}.")
    names = [view.names[source.source_id] for source in view.sources]
    ids = [source.source_id for source in view.sources]
    most = max(counts.values(), default=0)
    squares = [[_square(counts[_pair(row, column)], most, own=row == column) for column in ids] for row in ids]
    title = _title(view, counts)
    return Picture(
        title,
        _alt(view, counts),
        grid_figure(title, names, [view.handles[one] for one in ids], squares),
        _table(view, counts),
    )


def conflict_counts(view: View) -> Counter[tuple[str, str]]:
    """Count the findings of conflict by unordered pair of sources; a source and itself are a pair."""
    return Counter(
        _pair(one.source_a, one.source_b)
        for one in view.review.findings
        if one.relation == "conflict" and one.quote_b and one.source_b
    )


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _square(count: int, most: int, *, own: bool) -> Square:
    depth = 0 if not count else 1 + round(2 * (count - 1) / max(most - 1, 1))
    return Square(f"{count} with itself" if own and count else counted(count, "conflict") if count else "–", FILLS[depth])


def _title(view: View, counts: Counter[tuple[str, str]]) -> str:
    if not counts:
        return f"No page contradicts another or itself{view.where_read}"
    names = view.names
    (one, other), most = min(counts.items(), key=lambda found: (-found[1], found[0]))
    pairs = sum(a != b for a, b in counts)
    possible = len(list(combinations(view.sources, 2)))
    worst = f"{names[one]} with itself" if one == other else f"{names[one]} and {names[other]}"
    return f"{pairs} of {counted(possible, 'pair')} of pages conflict; most of all {worst} ({most})"


def _alt(view: View, counts: Counter[tuple[str, str]]) -> str:
    said = [
        f"{view.names[one]} with {'itself' if one == other else view.names[other]}: {number}"
        for (one, other), number in sorted(counts.items())
    ]
    return f"Findings of conflict by pair of pages. {'. '.join(said) or 'None'}."


def _table(view: View, counts: Counter[tuple[str, str]]) -> Table:
    ids = [source.source_id for source in view.sources]
    rows: list[Row] = [(view.names[row], *(counts[_pair(row, column)] for column in ids)) for row in ids]
    return Table("Conflicts by pair of pages", ("Page", *(view.handles[one] for one in ids)), rows)
