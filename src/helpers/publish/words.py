"""Lists and quotes as people read them."""

from collections.abc import Iterator, Sequence

LONGEST = 160
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # letters that nobody sees
OPENING = 6  # words by which a wording is looked up


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def quoted(words: str) -> str:
    """Return words on one line in quotation marks, cut where they are long."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= LONGEST else line[: LONGEST - 2].rstrip() + ' …'}”"


def same_words(text: str) -> str:
    """Return a text as it is compared word for word: one case, letters and figures only, single spaces."""
    return " ".join("".join([letter if letter.isalnum() else " " for letter in text.casefold() if letter not in UNSEEN]).split())


def holds(text: str, words: str) -> bool:
    """Say whether a text holds words, whatever their case, spaces and punctuation."""
    return f" {same_words(words)} " in f" {same_words(text)} "


def opening(wording: str) -> str:
    """Return the first words of a wording, as it is looked up by them."""
    return " ".join(same_words(wording).split()[:OPENING])


class Words:
    """A text that is searched for other words, whatever their case, spaces and punctuation.

    Parameters
    ----------
    text : str
    """

    def __init__(self, text: str) -> None:
        letters, places = [" "], [0]
        for place, letter in enumerate(text):
            for folded in letter.casefold():
                if folded.isalnum():
                    letters.append(folded)
                    places.append(place)
            if not letter.isalnum() and letter not in UNSEEN and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
        self._text = "".join(letters) + " "
        self._places = [*places, len(text)]

    def openings(self) -> dict[str, None]:
        """Return the words of the text by ones, twos and so on, each once: what a wording in it can begin with."""
        every = self._text.split()
        return dict.fromkeys(
            " ".join(every[at : at + length]) for length in range(1, OPENING + 1) for at in range(len(every) - length + 1)
        )

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield where ``words`` stand in the text, as half-open offsets."""
        sought = f" {same_words(words)} "
        at = self._text.find(sought) if sought.strip() else -1
        while at >= 0:
            yield self._places[at + 1], self._places[at + len(sought) - 2] + 1
            at = self._text.find(sought, at + len(sought) - 1)


def writable(text: str) -> str:
    r"""Return a text that HTML and XML can hold: other control characters and lone surrogates are written out (``\x1b``)."""
    return "".join(letter if letter in "\n\t" or not _unwritable(letter) else repr(letter)[1:-1] for letter in text)


def _unwritable(letter: str) -> bool:
    return letter < " " or "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff"
