"""Where a quote stands: in the sentence that it came with, character for character, or nowhere."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from helpers.model.quantity import Quantity
from helpers.model.second import DroppedFor, Page
from helpers.model.segment import Sentence
from helpers.second.parts import Part

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words and figures of a text in lower case."""
    return _WORD.findall(text.lower())


class Placed(NamedTuple):
    """A quote at its place in the document."""

    sentence: Sentence
    start: int
    end: int


class Refused(Exception):
    """Something that was said and does not hold; ``dropped_for`` says why."""

    def __init__(self, dropped_for: DroppedFor, sentence: Sentence | None = None) -> None:
        super().__init__(dropped_for)
        self.dropped_for: DroppedFor = dropped_for
        self.sentence = sentence


class Places:
    """Finds the quotes of one page.

    Parameters
    ----------
    page : Page
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.segmented.unbroken(page.text)
        self._quantities = sorted(page.quantities, key=lambda one: one.start)
        self._ends = [one.end for one in self._quantities]  # none overlaps another

    def words(self, start: int, end: int) -> str:
        """Return the words of a stretch in lower case, a space between them."""
        return " ".join(words_of(self.text[start:end]))

    def quantities_in(self, placed: Placed) -> list[Quantity]:
        """Return the amounts whose figure stands in a quote: words of theirs that stand before it may be left out."""
        return [one for one in self._ending_in(placed.start, placed.end) if one.start >= placed.sentence.start]

    def times_above(self, sentence: Sentence) -> list[Quantity]:
        """Return the times of the label, the lead-in, the question and the nearest heading that a sentence stands under.

        A count there is none of what stands under it ("5 reasons for a peel").
        """
        above = (sentence.label, sentence.lead_in, sentence.question, *sentence.headings[:1])
        return [
            one for span in above if span is not None for one in self._ending_in(span.start, span.end) if one.start >= span.start
        ]

    def _ending_in(self, start: int, end: int) -> Iterator[Quantity]:
        for place in range(bisect_left(self._ends, start + 1), len(self._ends)):
            if self._ends[place] > end:
                return
            yield self._quantities[place]

    def find(self, part: Part, number: int, quote: str) -> Placed:
        """Return where a quote stands.

        Raises
        ------
        Refused
            It does not stand in that sentence, or more than once.
        """
        sentence = part.sentences.get(number)
        if sentence is None:
            raise Refused("no_sentence")
        if any(one.start < sentence.end and sentence.start < one.end for one in self.page.foreign):
            raise Refused("other_language", sentence)
        if not quote.strip():
            raise Refused("no_quote", sentence)
        starts = [one.start() for one in re.finditer(f"(?={re.escape(quote)})", self.text[sentence.start : sentence.end])]
        if not starts:
            raise Refused("not_in_sentence", sentence)
        own = [one for one in starts if self._whole(sentence.start + one, quote)] if len(starts) > 1 else starts
        if len(own) != 1:
            raise Refused("twice_in_sentence", sentence)
        return Placed(sentence, sentence.start + own[0], sentence.start + own[0] + len(quote))

    def _whole(self, start: int, quote: str) -> bool:
        """Say whether a quote cuts no word where it stands: "acid" does in "acidic"."""
        around = self.text[start - 1 : start] if start else "", self.text[start + len(quote) : start + len(quote) + 1]
        return not (around[0].isalnum() and quote[0].isalnum()) and not (around[1].isalnum() and quote[-1].isalnum())
