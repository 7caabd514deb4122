"""How sure it is that two wordings of one statement are the same wording in other words."""

from helpers.publish.words import same_words

STEM = 5  # letters by which two forms of a word are one
PLAIN = (  # words that carry no meaning of their own
    "a an the and or of to in on for with by at as from it its is are was were be been has have had will can may this that "
    "these those you your we our they their after before there no not none zero without"
)
VERY_LIKELY, LIKELY = 0.75, 0.5


def likeness(one: str, other: str) -> float:
    """Return the share of words that the shorter of two wordings has in common with the longer, 0 to 1.

    It is asked only of wordings that are read as the same statement, so what they deny or how strongly they say it is known to be
    the same; words that carry no meaning of their own do not count.
    """
    first, second = _stems(one), _stems(other)
    if not first or not second:
        return float(same_words(one) == same_words(other))
    return len(first & second) / min(len(first), len(second))


def how_sure(share: float) -> str:
    """Return a likeness in words."""
    return "very likely" if share >= VERY_LIKELY else "likely" if share >= LIKELY else "perhaps"


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in same_words(words).split() if f" {word} " not in f" {PLAIN} ")
