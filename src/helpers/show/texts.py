"""A source's text as it was loaded, its claims marked where they stand and named beside them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from helpers.model import Claim
from helpers.model.review import Reading
from helpers.show.parts import Album, Fragment
from helpers.show.view import View
from helpers.show.words import counted, said

HEDGED = " (hedged)"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of the text that look alike.

    Attributes
    ----------
    anchor : str
        Id of the place that begins here; empty where nothing links to it.
    covering : tuple of Claim
        The claims whose quotes hold the run.
    ending : tuple of Claim
        Those whose quotes end with it.
    lost : bool
        Whether it announces a list that was lost.
    """

    text: str
    anchor: str
    covering: tuple[Claim, ...]
    ending: tuple[Claim, ...]
    lost: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph, a list item or a row of a table, with the claims that it makes.

    Attributes
    ----------
    place : str
        Where it stands in the file; empty where the text is the file's own, or where it stands where the one before does.
    """

    kind: str
    zone: str
    runs: tuple[Run, ...]
    claims: tuple[Claim, ...]
    place: str


def marked_texts(view: View) -> Album:
    """Return every source's text with its claims marked."""
    return Album(tuple(source_text(view, reading) for reading in view.review.readings))


def source_text(view: View, reading: Reading, *, tables: bool = True) -> Fragment:
    """Return one source's text: each passage with the claims it makes beside it.

    Parameters
    ----------
    tables : bool
        Whether the claim tables that its small numbers lead to stand on the same page.
    """
    source_id = reading.document.source_id
    words = f"{view.names[source_id]}: {counted(len(reading.claims), 'claim')} marked in the text"
    values = {
        "name": view.names[source_id],
        "source_id": source_id,
        "place": view.anchor(source_id),
        "words": words,
        "passages": passages(view, reading),
        "numbers": view.numbers,
        "tables": tables,
        "beside": _beside(view),
    }
    return Fragment("text.html", values, words)


def _beside(view: View) -> dict[str, str]:
    """Return what stands beside the text for each claim: topic, value, doubt."""
    return {
        claim.claim_id: ": ".join(filter(None, (view.title(claim.topic), said(claim))))
        + (HEDGED if claim.certainty == "hedged" else "")
        for claim in view.review.claims
    }


def passages(view: View, reading: Reading) -> list[Passage]:
    """Cut a text into its passages; together they hold every character of it but white space between them."""
    text, blocks = reading.document.text, reading.segmented.blocks
    starts = [0, *(block.end for block in blocks[:-1])]  # what stands before a block, such as a bullet, belongs to it
    source_id = reading.document.source_id
    anchors = {start: view.anchor(source_id, start) for start in view.linked[source_id]}
    runs = list(_runs(text, reading, anchors, starts))
    run_starts = [start for start, _ in runs]
    claim_starts = [claim.start for claim in reading.claims]
    made: list[Passage] = []
    above = ""
    for place, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        own = runs[bisect_left(run_starts, start) : bisect_left(run_starts, end)]
        claims = reading.claims[bisect_left(claim_starts, start) : bisect_left(claim_starts, end)]
        kind, zone = (blocks[place].kind, blocks[place].zone) if blocks else ("paragraph", "body")
        here = view.place(source_id, blocks[place].start) if blocks else ""
        made.append(Passage(kind, zone, _trimmed([run for _, run in own]), claims, here if here != above else ""))
        above = here
    return made


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Leave out the white space around a passage, so that the next one follows without a hole."""
    while runs and not runs[0].text.strip() and not runs[0].anchor:
        runs = runs[1:]
    while runs and not runs[-1].text.strip() and not runs[-1].anchor:
        runs = runs[:-1]
    if runs:
        runs = [replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]]
        runs = [*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())]
    return tuple(runs)


def _runs(text: str, reading: Reading, anchors: Mapping[int, str], starts: Iterable[int]) -> Iterator[tuple[int, Run]]:
    """Yield the runs of a text with their starts, in one pass over everything that begins or ends in it."""
    opening: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        opening[claim.start].append(claim)
    edges = {edge for claim in reading.claims for edge in (claim.start, claim.end)}
    edges |= {edge for gap in reading.gaps for edge in (gap.start, gap.end)}
    ordered = sorted({0, len(text), *edges, *anchors, *starts})
    gap_starts = [gap.start for gap in reading.gaps]
    covering: list[Claim] = []
    for start, end in pairwise(ordered):
        covering = [claim for claim in covering if claim.end > start] + opening[start]
        ending = tuple(claim for claim in covering if claim.end == end)
        before = bisect_right(gap_starts, start) - 1
        lost = before >= 0 and start < reading.gaps[before].end
        yield start, Run(text[start:end], anchors.get(start, ""), tuple(covering), ending, lost)
