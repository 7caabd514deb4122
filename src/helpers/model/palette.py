"""How each relation looks, everywhere: a colour, a sign and a word, so that no one of them has to be seen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """One way to stand out.

    Attributes
    ----------
    sign, word : str
        What a cell shows.
    fill : str
        Its background; black text on it has a contrast of at least 5 to 1. From the palette of Okabe and Ito (2008), which
        people with any kind of colour vision can tell apart.
    meaning : str
        For the legend.
    """

    sign: str
    word: str
    fill: str
    meaning: str


# The gravest first: where several apply, the first one is shown.
LOOKS = {
    "conflict": Look("×", "conflict", "#d55e00", "the two cannot both stand"),
    "tension": Look(
        "~", "tension", "#e69f00", "they differ by a step or in how firmly they say it, or may be about different things"
    ),
    "agree": Look("=", "repeated", "#56b4e9", "another page says the same: repeated, which is no evidence"),
    "not_comparable": Look("||", "not comparable", "#bbbbbb", "about different treatments, or without a common scale"),
    "alone": Look("•", "only here", "#f0e442", "no other page says anything that it could be set against"),
    "unknown": Look("?", "unknown", "#cc79a7", "a list on it was lost on the way here: it may or may not say it"),
    "not_read": Look("/", "not read", "#eeeeee", "the page could not be read: nobody knows what it says on it"),
    "silent": Look("–", "silent", "#ffffff", "the page makes no claim on it; silence is never agreement"),
}
RELATIONS = ("conflict", "tension", "agree", "not_comparable")

SEVERITIES = {
    "high": Look("▲▲▲", "high", "#d55e00", ""),
    "medium": Look("▲▲", "medium", "#e69f00", ""),
    "low": Look("▲", "low", "#eeeeee", ""),
}

VERDICTS = {
    "contradicts": Look("✕", "contradicted", "#d55e00", "entries that apply speak against it"),
    "mixed": Look("±", "mixed", "#e69f00", "entries that apply disagree"),
    "supports": Look("+", "supported", "#56b4e9", "entries that apply speak for it"),
    "no evidence found": Look("0", "no evidence found", "#ffffff", "no entry answers it"),
    "not in the register's scope": Look("–", "not in the register's scope", "#eeeeee", "the register holds nothing on the topic"),
}
