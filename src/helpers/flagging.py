"""Trains the flag of a pack on sentences of our own: annotated pages, the rules' examples, and single sentences."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.extract.flag import marks_of
from helpers.load import open_folder
from helpers.model import Document
from helpers.model.review import Reading
from helpers.packs.flag import FlagWeights, read_flag_sentences
from helpers.paths import DATA
from helpers.pipeline import Pipeline
from helpers.quality import Gold, read_gold
from helpers.quality.linear import fit
from helpers.quality.sets import own_sets

SEEN = 2
RIDGE = 2.0
LEAST = 0.02  # a smaller weight goes
SIGN, AT = 0.6, 0.65  # found on annotated pages: at most six flags a page there, and at most one claim of forty lost

Marked = tuple[dict[str, str], bool]


def trained(pipeline: Pipeline, pack: str) -> FlagWeights:
    """Return the flag that our own annotated sentences teach.

    Raises
    ------
    WorkbookError
        Nobody annotated sentences for the pack.
    """
    told = list(_samples(pipeline, pack))
    if not told:
        raise WorkbookError(f"nothing of our own is annotated for the pack {pack!r}; write data/gold/flag_{pack}.yml")
    bias, weights = fit([marks for marks, _ in told], [holds for _, holds in told], seen=SEEN, ridge=RIDGE)
    kept = {mark: round(weight, 2) for mark, weight in weights.items() if abs(weight) >= LEAST}
    return FlagWeights(bias=round(bias, 2), sign=SIGN, at=AT, weights=kept)


def _samples(pipeline: Pipeline, pack: str) -> Iterator[Marked]:
    path = DATA / "gold" / f"flag_{pack}.yml"
    if not path.is_file():
        return
    for one in own_sets(pack):
        if one.pages and one.claims:
            yield from _of_pages(pipeline, one.pages, read_gold(one.claims))
    sentences = read_flag_sentences(path)
    for rule in pipeline.pack.rules:
        for example in rule.examples:
            yield from _of_text(pipeline, sentences.title, example.text, True)
        for text in rule.counterexamples:
            yield from _of_text(pipeline, sentences.title, text, None)
    for block in sentences.blocks:
        for texts, holds in ((block.claims, True), (block.none, False)):
            above = f"{sentences.title}\n\n## {block.under}"
            for text in texts:
                yield from _of_text(pipeline, above, f"- {text}", holds)
                yield from _of_text(pipeline, above, text, holds)


def _of_pages(pipeline: Pipeline, folder: Path, gold: Gold) -> Iterator[Marked]:
    for document in open_folder(folder)[0]:
        if document.source_id in gold.sources:
            own = [claim for claim in gold.claims if claim.source_id == document.source_id]
            yield from _marked(pipeline, pipeline.read(document), 0, [(claim.start, claim.end) for claim in own])


def _of_text(pipeline: Pipeline, above: str, text: str, holds: bool | None) -> Iterator[Marked]:
    """Yield a text's sentences; where it has several, or nobody said, such hold a claim as a rule reads one from."""
    start = len(above) + 2
    reading = pipeline.read(Document("a", f"{above}\n\n{text}\n", "", "a.md"))
    several = sum(sentence.start >= start for sentence in reading.segmented.sentences) > 1
    read = [(claim.start, claim.end) for claim in reading.claims]
    whole = [(start, start + len(text))] if holds else []
    yield from _marked(pipeline, reading, start, read if several or holds is None else whole)


def _marked(pipeline: Pipeline, reading: Reading, start: int, held: Iterable[tuple[int, int]]) -> Iterator[Marked]:
    around, places = pipeline.surroundings(reading), list(held)
    for one in reading.segmented.sentences:
        if one.zone == "body" and one.start >= start:
            yield marks_of(around, one), any(begin < one.end and one.start < end for begin, end in places)
