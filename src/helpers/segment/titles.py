"""How a heading's words look: Title Case, with the small words left in lower case."""

import re

_LETTER = re.compile(r"[^\W\d_]")


def is_title(words: list[str], small: frozenset[str]) -> bool:
    """Say whether words are written as a title: the first, and each one that is not small, opens with a capital or a figure."""
    capitals = 0
    for index, word in enumerate(words):
        letter = _LETTER.search(word)
        if letter is None:
            continue
        if letter[0].isupper() or word[0].isdecimal():
            capitals += 1
        elif index == 0 or word.casefold().strip("(),:") not in small:
            return False
    return capitals > 0
