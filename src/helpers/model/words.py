"""What a claim says, in words that every table, page and file shares."""

from helpers.model.claim import Claim
from helpers.model.decision import Verdict
from helpers.model.finding import FindingKind
from helpers.model.interval import in_words

VERDICT_WORDS: dict[Verdict, str] = {
    "substantiated": "Substantiated",
    "needs_qualification": "Needs qualification",
    "unsubstantiated": "Unsubstantiated",
    "misleading": "Misleading",
    "out_of_scope": "Out of scope",
}
ACTION_WORDS: dict[str, str] = {"hold": "■\u00a0hold", "edit": "◧\u00a0edit", "publish": "□\u00a0publish"}
FINDING_WORDS: dict[FindingKind, str] = {
    "contradiction": "the page speaks against itself",
    "conflict": "two pages speak against each other",
    "implied_within": "two statements of the page cannot both stand",
    "implied_between": "statements of two pages cannot both stand",
    "wording": "it claims more than it can show",
    "disclosure": "warnings that are owed",
    "evidence": "what is known speaks against it",
    "lost": "a list was lost on the way here",
    "warning_gone": "a warning of the last version is gone",
}


def plain(name: str | None) -> str:
    """Return a name of the pack as words: ``no_benefit`` is "no benefit"."""
    return (name or "").replace("_", " ")


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
