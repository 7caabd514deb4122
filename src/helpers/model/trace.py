"""How a sentence was read, step by step, for people who look after a pack."""

from dataclasses import dataclass

from helpers.model.claim import Claim


@dataclass(frozen=True, slots=True)
class TracedWord:
    """Words of a sentence that a lexicon knows.

    Attributes
    ----------
    quote : str
    start : int
    means : tuple of str
        Each class, with the value that the words have in it.
    note : str
        What became of them: they rule what follows, or deny nothing here.
    """

    quote: str
    start: int
    means: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class TracedRule:
    """A rule that was tried.

    Attributes
    ----------
    rule : str
        Its id.
    at : str
        The words that could have made the claim: its anchor, or the frame that it looked for.
    start : int
    says : str
        What the rule made of them; empty where it stayed silent.
    why : str
        Why it stayed silent, or why what it made is no claim; empty for one that won.
    notes : tuple of str
        What it noticed on its way: a denial, the word that set the level.
    """

    rule: str
    at: str
    start: int
    says: str = ""
    why: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TracedClaim:
    """A claim, and where its treatment and what narrows it come from.

    Attributes
    ----------
    claim : Claim
    treatment_from : str
    situation : tuple of str
        A line for each part of the situation.
    """

    claim: Claim
    treatment_from: str
    situation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """How one sentence was read.

    Attributes
    ----------
    start, end : int
        Half-open offsets.
    kind : str
        ``sentence``, ``item``, ``heading`` and so on.
    above : tuple of str
        The label, question, lead-in and headings that complete it, the nearest first.
    words : tuple of TracedWord
    scope : tuple of str
        Where its clauses open, and what it does not simply assert.
    tried : tuple of TracedRule
        By the words at which they were tried, then in the pack's order.
    claims : tuple of TracedClaim
    problems : tuple of TracedRule
        The rules about wordings of which words stand here.
    """

    start: int
    end: int
    kind: str
    above: tuple[str, ...]
    words: tuple[TracedWord, ...]
    scope: tuple[str, ...]
    tried: tuple[TracedRule, ...]
    claims: tuple[TracedClaim, ...]
    problems: tuple[TracedRule, ...] = ()
