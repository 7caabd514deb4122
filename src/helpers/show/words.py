"""Counts, values and reasons as people read them."""

import re
from collections.abc import Sequence

from helpers.model import Claim, Finding
from helpers.model.interval import in_words

LONGEST_TITLE = 34
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


def plain(name: str | None) -> str:
    """Return a name of the pack as words: ``no_benefit`` is "no benefit"."""
    return (name or "").replace("_", " ")


def capital(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def figures_of(claim: Claim) -> str:
    """Return a claim's bounds in words, and "vague" where they come from words such as "several"."""
    figures = in_words(claim.low, claim.high, claim.unit)
    return f"{figures} (vague)" if figures and claim.vague else figures


def value_of(claim: Claim) -> str:
    """Return what a claim says without its item: level and figures; ``""`` where naming the item is all it says."""
    return ", ".join(filter(None, (plain(claim.level), figures_of(claim))))


def said(claim: Claim) -> str:
    """Return what a claim says in a few words, such as "redness: common, 2 hours to 1 day"."""
    return ": ".join(filter(None, (plain(claim.item), value_of(claim))))


def short_title(title: str) -> str:
    """Return a title short enough for an axis: up to its colon, without brackets, cut between words."""
    words = title.strip("[]").split(":")[0].strip()
    if len(words) <= LONGEST_TITLE:
        return words
    return words[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,") + " …"


def why(finding: Finding) -> str:
    """Return a finding's reason without the quotes that stand beside it anyway."""
    reason = finding.reason
    last = " ".join((finding.quote_b or finding.quote_a).split())
    end = reason.find("”", reason.rfind("“" + last[:ENOUGH_TO_FIND]))
    told = re.match(r"”(?: \([^)]*\))?: ", reason[end:]) if last and end >= 0 else None
    return capital(reason[end + told.end() :]) if told else reason
