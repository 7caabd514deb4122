"""Phrases that a pack lists, compiled into one pattern that finds any of them."""

import re
from functools import lru_cache


@lru_cache(maxsize=512)
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for whole phrases in any case; ``*`` at the end takes any ending of the word.

    A space stands for any white space or a hyphen; a phrase that begins with a hyphen is the end of a word ("-free").
    """
    return re.compile("|".join(_one(phrase) for phrase in phrases), re.IGNORECASE)


def _one(phrase: str) -> str:
    words = re.escape(phrase.removesuffix("*")).replace(r"\ ", r"[\s-]+")
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    return f"{before}{words}" + (r"\w*" if phrase.endswith("*") else r"(?!\w)")
