"""Where a quote stands: in the sentence that it came with, character for character, or nowhere."""

from typing import NamedTuple

from helpers.model.second import DroppedFor, Page
from helpers.model.segment import Sentence
from helpers.second.parts import Part


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
        first = self.text.find(quote, sentence.start, sentence.end)
        if first < 0:
            raise Refused("not_in_sentence", sentence)
        if self.text.find(quote, first + 1, sentence.end) >= 0:
            raise Refused("twice_in_sentence", sentence)
        return Placed(sentence, first, first + len(quote))
