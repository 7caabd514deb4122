"""From a sentence to the units that rules read: the sentence, what a label names, or the cells of a row."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from helpers.extract.frames import READER
from helpers.extract.lists import of_readers
from helpers.extract.mentions import Mention, Mentions, Said
from helpers.extract.names import DRUG, PRODUCT, TREATMENT, Subject, namings
from helpers.extract.scope import NEGATOR
from helpers.extract.short import Full, in_full, names_in_full
from helpers.extract.unit import TOPIC, Unit
from helpers.extract.unnamed import Unnamed
from helpers.model import Sentence, Span

LONGEST = 600
ANSWER = 14
_NEAREST = 2
_LED = 3  # words behind the one that rules a list ("Please avoid the following:")
_MARK = re.compile(r"\s*(?:[^\w\s(]+|\(?\w{1,2}[.):]|answer:)\s+", re.IGNORECASE)


class Reader:
    """Turns sentences into units, given the document's text, words and mentions.

    Parameters
    ----------
    text : str
    words : sequence of int
        Where each word starts.
    mentions : Mentions
        What it mentions.
    unnamed : Unnamed
        Finds what no lexicon lists.
    title : Span or None
        What the page begins with.
    """

    def __init__(self, text: str, words: Sequence[int], mentions: Mentions, unnamed: Unnamed, title: Span | None = None) -> None:
        self._text, self._words, self._unnamed = text, words, unnamed
        self.within = mentions.within
        self._title = title
        self._named: dict[Span, Full] = {}
        self._above: dict[Span, Said] = {}
        self._list: Span | None = None
        self._of_readers: frozenset[Span] = frozenset()
        self._list_keys: frozenset[str] = frozenset()

    def named(self, start: int, end: int) -> frozenset[str]:
        """Return the treatments that are named inside a span."""
        return frozenset(one.subject.name for one in namings(self.within(start, end)))

    def look_at_lists(self, sentences: Sequence[Sentence], spans: Sequence[Span | None]) -> None:
        """Learn in which of the lists readers are to see themselves."""
        self._of_readers = of_readers(sentences, spans, lambda one: self._of_reader(one) == "you")

    def _of_reader(self, sentence: Sentence) -> str | None:
        """Return how the words that open a sentence speak of its reader."""
        opening = self._opening(sentence.start, sentence.end)
        first = next(
            (one for one in self.within(sentence.start, sentence.end) if one.start == opening and READER in one.sense.values),
            None,
        )
        return first.sense.values[READER] if first else None

    def units(self, sentence: Sentence, around: Span | None = None) -> Iterator[Unit]:
        """Yield the stretches of a sentence that are read, each with what stands above it.

        Parameters
        ----------
        sentence : Sentence
        around : Span, optional
            The list in which it is an item.
        """
        if around != self._list:
            self._list, self._list_keys = around, self.within(*around).keys if around else frozenset()
        label = sentence.label
        above = self._above_of(sentence)
        if sentence.kind == "row":
            yield from self._cells(sentence, above)
        elif label is None:
            yield from self._pieces(sentence, sentence.start, sentence.end, above)
        elif label.start < sentence.start:
            yield from self._pieces(sentence, sentence.start, sentence.end, (self.within(*label), *above))
        else:
            yield from self._pieces(sentence, label.end, sentence.end, (self.within(*label), *above), labelled=True)
            yield self._unit(sentence, sentence.start, min(sentence.end, sentence.start + LONGEST), above, label_only=True)

    def _above_of(self, sentence: Sentence) -> tuple[Said, ...]:
        """Return what stands above a sentence, the nearest first."""
        groups = []
        for span in dict.fromkeys((sentence.lead_in, sentence.question, *sentence.headings)):
            if span is not None:
                if span not in self._above:
                    self._above[span] = self.within(*span)
                groups.append(self._above[span])
        return tuple(groups)

    def _ruler(self, sentence: Sentence) -> Mention | None:
        """Return the word of the lead-in that rules the items of its list ("It helps to treat:")."""
        span = sentence.lead_in
        if span is None or sentence.kind != "item":
            return None
        words = self._above[span]
        ruler = next((word for word in reversed(words) if word.sense.rules), None)
        if ruler is None or any(NEGATOR in word.sense.values and word is not ruler for word in words):
            return None
        behind = bisect_left(self._words, span.end) - ruler.last
        return ruler if behind <= (_LED if self._text[span.start : span.end].rstrip().endswith(":") else 0) else None

    def _headings(self, sentence: Sentence) -> Iterator[Full]:
        """Yield what the headings above a sentence name, the nearest first, and at last the page's title."""
        for span in (*sentence.headings, *([self._title] if self._title else [])):
            if span not in self._named:
                self._named[span] = names_in_full(self.within(*span))
            yield self._named[span]

    def _opening(self, start: int, end: int) -> int:
        """Return where the words of a stretch begin, behind a bullet, a number or the mark of an answer."""
        mark = _MARK.match(self._text, start, end)
        return mark.end() if mark else start

    def _pieces(
        self, sentence: Sentence, start: int, end: int, above: tuple[Said, ...], *, labelled: bool = False
    ) -> Iterator[Unit]:
        """Cut what is far longer than a sentence between two words: no scope reaches that far."""
        while end - start > LONGEST:
            word = bisect_left(self._words, start + LONGEST)
            cut = self._words[word - 1] if word and self._words[word - 1] > start else start + LONGEST
            yield self._unit(sentence, start, cut, above, labelled=labelled)
            start = cut
        yield self._unit(sentence, start, end, above, labelled=labelled)

    def _cells(self, sentence: Sentence, above: tuple[Said, ...]) -> Iterator[Unit]:
        """Yield a unit a cell; the row's first cell is its label, the column's header names the treatment."""
        for number, cell in enumerate(sentence.cells[1:], start=1):
            header = self.within(*sentence.header[number]) if number < len(sentence.header) else Said()
            treatment = next((value for mention in header if (value := _named(mention))), None)
            context = (self.within(*sentence.cells[0]), header, *above)
            yield self._unit(sentence, *cell, context, labelled=True, treatment=treatment)

    def _unit(
        self,
        sentence: Sentence,
        start: int,
        end: int,
        above: tuple[Said, ...],
        *,
        labelled: bool = False,
        label_only: bool = False,
        treatment: Subject | None = None,
    ) -> Unit:
        opening = self._opening(start, end)
        announced = (*_announced(above), *(above[0] if labelled and above else ())) if labelled or sentence.kind == "item" else ()
        named = in_full(self.within(start, end), self._headings(sentence))
        mentions = self._unnamed.added(self._text, self._words, (opening, end), named, announced)
        return Unit(
            sentence,
            start,
            end,
            mentions,
            above,
            labelled=labelled,
            label_only=label_only,
            phrase=labelled or label_only or (sentence.kind in {"item", "row", "fragment"} and self._text[end - 1] not in ".!"),
            first_word=bisect_left(self._words, opening),
            last_word=bisect_left(self._words, end),
            answer=sentence.question is not None and bisect_left(self._words, end) - bisect_left(self._words, start) <= ANSWER,
            treatment=treatment,
            list_keys=self._list_keys,
            ruler=self._ruler(sentence),
            of_readers=self._list in self._of_readers and sentence.kind == "item" and self._of_reader(sentence) is None,
        )


def _announced(above: tuple[Said, ...]) -> tuple[Mention, ...]:
    """Return what the nearest words above that name a topic mention."""
    return next((group for group in above[:_NEAREST] if TOPIC in group.keys), ())


def _named(mention: Mention) -> Subject | None:
    name = mention.sense.values.get(TREATMENT) or mention.sense.values.get(DRUG)
    return Subject(name, mention.sense.values.get(PRODUCT)) if name else None
