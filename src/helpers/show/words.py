"""Counts, lists and reasons as people read them, beside the words of claims."""

import re
from collections.abc import Sequence

from helpers.model import Finding
from helpers.model.words import capital, figures_of, plain, said, value_of

__all__ = ["capital", "counted", "figures_of", "listed", "plain", "said", "value_of", "why"]

ENOUGH_TO_FIND = 40  # characters of a quote that tell where it stands in a reason


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> counted(1, "claim"), counted(2, "claim"), counted(0, "passage")
    ('1 claim', '2 claims', 'no passages')
    """
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def one_line(text: str) -> str:
    """Return a text without line breaks, each run of white space a blank."""
    return " ".join(text.split())


def why(finding: Finding) -> str:
    """Return a finding's reason without the quotes that stand beside it anyway."""
    reason = finding.reason
    last = one_line((finding.quote_b if finding.two_sided else "") or finding.quote_a)
    end = reason.find("”", reason.rfind("“" + last[:ENOUGH_TO_FIND]))
    told = re.match(r"”(?: \([^)]*\))?: ", reason[end:]) if last and end >= 0 else None
    return capital(reason[end + told.end() :]) if told else reason
