"""From a sentence to the units that rules read: the sentence, what a label names, or the cells of a row."""

from collections.abc import Callable, Iterator

from helpers.extract.mentions import Mention
from helpers.extract.treatments import TREATMENT
from helpers.extract.unit import Unit
from helpers.model import Sentence, Span

Within = Callable[[tuple[int, int]], tuple[Mention, ...]]


def units(sentence: Sentence, within: Within) -> Iterator[Unit]:
    """Yield the stretches of a sentence that are read, each with what stands above it.

    Parameters
    ----------
    sentence : Sentence
    within : callable
        Returns the mentions inside a span.
    """
    above = tuple(within(span) for span in _above(sentence))
    if sentence.kind == "row":
        yield from _cells(sentence, within, above)
    elif sentence.label is not None:
        label = within(sentence.label)
        rest = (sentence.label.end, sentence.end)
        yield Unit(sentence, *rest, within(rest), (label, *above), labelled=True)
        whole = (sentence.start, sentence.end)
        yield Unit(sentence, *whole, within(whole), above, label_only=True)
    else:
        whole = (sentence.start, sentence.end)
        yield Unit(sentence, *whole, within(whole), above)


def _above(sentence: Sentence) -> list[Span]:
    spans = [sentence.lead_in, sentence.question, *sentence.headings]
    return list(dict.fromkeys(span for span in spans if span is not None))


def _cells(sentence: Sentence, within: Within, above: tuple[tuple[Mention, ...], ...]) -> Iterator[Unit]:
    """Yield a unit a cell; the row's first cell is its label, the column's header names the treatment."""
    if not sentence.cells:
        return
    label, *cells = sentence.cells
    for number, cell in enumerate(cells, start=1):
        header = within(sentence.header[number]) if number < len(sentence.header) else ()
        treatment = next((mention.value for mention in header if mention.cls == TREATMENT), None)
        yield Unit(sentence, *cell, within(cell), (within(label), header, *above), labelled=True, treatment=treatment)
