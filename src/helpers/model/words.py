"""What a claim says, in words that every table, page and file shares."""

from helpers.model.claim import Claim
from helpers.model.decision import Verdict
from helpers.model.finding import Finding, FindingKind
from helpers.model.interval import in_words
from helpers.model.problem import PROBLEM_WORDS

VERDICT_WORDS: dict[Verdict, str] = {
    "substantiated": "Substantiated",
    "needs_qualification": "Needs qualification",
    "unsubstantiated": "Unsubstantiated",
    "misleading": "Misleading",
    "out_of_scope": "Out of scope",
    "misread": "Misread",
    "harmless": "True and harmless",
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
    "proposed": "a problem that a model proposed and a reviewer confirmed",
}


ADVICE: dict[FindingKind, str] = {
    "contradiction": "Say one thing: change one of the two statements.",
    "implied_within": "Change one of the two statements, or say when each of them holds.",
    "conflict": "Find out which page is right, and change the other.",
    "implied_between": "Find out which page is right, and change the other.",
    "wording": "Reword it, or take it out.",
    "disclosure": "Insert the warnings that are left out.",
    "evidence": "Name the source that shows it, or take it out.",
    "lost": "Restore the list from the publisher's page, or take the lead-in out.",
    "warning_gone": "Put the warning back, or let it go and say why.",
    "proposed": "Reword it, or take it out.",
}
ANY, STATED = "any", "stated"


def advice_on(finding: Finding) -> str:
    """Return what to do about a finding: its own advice, else what its kind asks for."""
    return finding.advice or ADVICE[finding.kind]


def problem_words(finding: Finding) -> str:
    """Return what a finding is to a reviewer."""
    return PROBLEM_WORDS[finding.problem] if finding.problem else FINDING_WORDS[finding.kind]


def capital(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def plain(name: str | None) -> str:
    """Return a name of the pack as words: ``no_benefit`` is "no benefit"."""
    return (name or "").replace("_", " ")


def figures_of(claim: Claim) -> str:
    """Return a claim's bounds in words, and "vague" where they come from words such as "several"."""
    figures = in_words(claim.low, claim.high, claim.unit)
    return f"{figures} (vague)" if figures and claim.vague else figures


def value_of(claim: Claim) -> str:
    """Return what a claim says without its item: level and figures; ``""`` where naming the item is all it says.

    That something is stated goes without saying where its figures are.
    """
    figures = figures_of(claim)
    level = "" if figures and claim.level == STATED else plain(claim.level)
    return ", ".join(filter(None, (level, figures)))


def said(claim: Claim) -> str:
    """Return what a claim says in a few words, such as "redness: common, 2 hours to 1 day"."""
    item = "in general" if claim.item == ANY else plain(claim.item)
    return ": ".join(filter(None, (item, value_of(claim))))
