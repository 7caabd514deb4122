"""A page cut by its structure into parts that a model can read at once, each with something of the one before."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from helpers.model.second import Page, Task
from helpers.model.segment import Sentence
from helpers.packs.second import Cut

_BREAK = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]")
_MARK = {"heading": "# ", "question": "? ", "row": "| "}


@dataclass(frozen=True)
class Part:
    """One part of a page.

    Attributes
    ----------
    number : int
        From 1.
    sentences : mapping of int to Sentence
        What is shown, by the number that it is shown with: its place among the page's sentences, from 1.
    lines : tuple of str
        What is shown, a sentence a line.
    """

    source_id: str
    task: Task
    number: int
    sentences: dict[int, Sentence]
    lines: tuple[str, ...]

    @property
    def key(self) -> str:
        """What the part says, as 24 hex digits: the same wherever the page lies and whatever is asked about it."""
        return hashlib.sha256("\n".join((self.task, *self.lines)).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def parts_of(page: Page, task: Task, cut: Cut) -> tuple[Part, ...]:
    """Return the parts of a page: whole blocks, cut before headings where there are any, without website furniture.

    Parameters
    ----------
    page : Page
    task : str
        What is asked about them.
    cut : Cut
        How long they are and how far they overlap.
    """
    text = page.segmented.unbroken(page.text)
    shown = [
        (number, one, f"[{number}] {_MARK.get(one.kind, '')}{_BREAK.sub(' ', text[one.start : one.end])}")
        for number, one in enumerate(page.segmented.sentences, start=1)
        if one.zone == "body"
    ]
    lengths = [len(line) + 1 for _, _, line in shown]
    found = []
    for number, (first, last) in enumerate(_cuts([one for _, one, _ in shown], lengths, cut), start=1):
        inside = shown[first:last]
        above = _above(inside[0][1], shown[:first])
        told = [*above, *inside]
        found.append(
            Part(page.document.source_id, task, number, {n: one for n, one, _ in told}, tuple(line for *_, line in told))
        )
    return tuple(found)


def halves(part: Part) -> tuple[Part, ...]:
    """Return a part as two, for a model whose answer to the whole one was cut off; nothing where it is one sentence."""
    shown = [(number, one, line) for (number, one), line in zip(part.sentences.items(), part.lines, strict=True)]
    if len(shown) < 2:
        return ()
    middle = _better([one for _, one, _ in shown], 0, (len(shown) + 1) // 2)
    first, rest = shown[:middle], shown[middle:]
    above = _above(rest[0][1], first)
    if len(above) < middle:  # else nothing would be left out
        rest = [*above, *rest]
    return tuple(
        replace(part, sentences={number: one for number, one, _ in half}, lines=tuple(line for *_, line in half))
        for half in (first, rest)
    )


def _above(first: Sentence, before: Sequence[tuple[int, Sentence, str]]) -> list[tuple[int, Sentence, str]]:
    """Return the headings that hold for the first sentence of a part and are not in it, the highest first."""
    spans = {(span.start, span.end) for span in first.headings}
    return [one for one in before if (one[1].start, one[1].end) in spans]


def _cuts(sentences: Sequence[Sentence], lengths: Sequence[int], cut: Cut) -> Iterator[tuple[int, int]]:
    """Yield where each part starts and ends, as indices of sentences; each ends behind the one before."""
    start = done = 0
    while done < len(sentences):
        end, size = start, 0
        while end < len(sentences) and (end <= done or size + lengths[end] <= cut.most):
            size += lengths[end]
            end += 1
        done = _better(sentences, max(start, done), end) if end < len(sentences) else end
        yield start, done
        start = _back(sentences, lengths, start, done, cut.overlap)


def _better(sentences: Sequence[Sentence], start: int, end: int) -> int:
    """Return a better place to cut than ``end``: before a heading in the later half, else between blocks."""
    half = start + (end - start) // 2
    heading = next((i for i in range(end, half, -1) if sentences[i].kind == "heading"), None)
    if heading is not None:
        return heading
    return next((i for i in range(end, half, -1) if sentences[i].block != sentences[i - 1].block), end)


def _back(sentences: Sequence[Sentence], lengths: Sequence[int], start: int, end: int, overlap: int) -> int:
    """Return where the next part starts: some sentences before ``end``, unless it begins with a heading."""
    if end == len(sentences) or sentences[end].kind == "heading":
        return end
    size, place = 0, end
    while place - 1 > start and size + lengths[place - 1] <= overlap:
        place -= 1
        size += lengths[place]
    return place
