"""Lists and quotes as people read them."""

from collections.abc import Sequence

LONGEST = 160


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def quoted(words: str) -> str:
    """Return words on one line in quotation marks, cut where they are long."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= LONGEST else line[: LONGEST - 2].rstrip() + ' …'}”"


def same_words(text: str) -> str:
    """Return a text as it is compared word for word: one case, letters and figures only, single spaces."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())


def holds(text: str, words: str) -> bool:
    """Say whether a text holds words, whatever their case, spaces and punctuation."""
    return f" {same_words(words)} " in f" {same_words(text)} "
