"""How a document falls into blocks and sentences, and what stands above each of them."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

from helpers.model.gap import Gap
from helpers.model.span import Span

BlockKind = Literal["heading", "paragraph", "item", "row"]
SentenceKind = Literal["sentence", "heading", "question", "item", "row", "fragment"]
SENTENCE_KINDS: tuple[SentenceKind, ...] = get_args(SentenceKind)
Zone = Literal["body", "chrome"]

_BREAK = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item or a table row."""

    kind: BlockKind
    start: int
    end: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class Sentence:
    """The smallest unit a claim is read from, with the words above it that give it context.

    Attributes
    ----------
    kind : str
        ``sentence``; ``heading``; ``question`` (ends in "?", wherever it stands); ``item`` (the first or only sentence
        of a list item, marker included); ``row`` (a whole table row); ``fragment`` (a short line with no verb that
        could be a badge or a heading, such as "Zero downtime." or "30-60 minutes").
    start, end : int
        Half-open offsets into the document, without surrounding white space.
    block : int
        Index of the block that holds it.
    zone : str
        ``body`` or ``chrome``.
    label : Span or None
        The label before a colon that opens the sentence ("Downtime" of "Downtime: 1-2 days"), without the colon.
    headings : tuple of Span
        The headings in force, the nearest first.
    question : Span or None
        The question this answers (a heading or sentence that ends in "?"), if nothing but its answer stands between.
    lead_in : Span or None
        For a list item: the sentence or heading that ends in a colon (or the heading) that opens the list.
    cells : tuple of Span
        For a table row: its cells. Empty otherwise.
    header : tuple of Span
        For a table row: the cells of the table's header row (as many as ``cells`` where known). Empty otherwise.
    """

    kind: SentenceKind
    start: int
    end: int
    block: int
    zone: Zone
    label: Span | None = None
    headings: tuple[Span, ...] = ()
    question: Span | None = None
    lead_in: Span | None = None
    cells: tuple[Span, ...] = ()
    header: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Segmented:
    """Everything the segmenter found in one document, in reading order."""

    source_id: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    gaps: tuple[Gap, ...]

    def unbroken(self, text: str) -> str:
        """Return the document's text with a space for each line break inside a block; every character keeps its place.

        An editor or a mail program wraps lines in the middle of a phrase or a number: to a reader of words they are one.
        """
        pieces: list[str] = []
        done = 0
        for block in self.blocks:
            if _BREAK.search(text, block.start, block.end):
                pieces += text[done : block.start], _BREAK.sub(" ", text[block.start : block.end])
                done = block.end
        return "".join((*pieces, text[done:])) if done else text
