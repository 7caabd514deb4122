"""A comparison as a row of the relation table, its reason a sentence that a reviewer can read."""

from typing import NamedTuple

from helpers.compare.pairs import Pair
from helpers.compare.positions import reading_order
from helpers.compare.verdicts import Verdict
from helpers.model import Claim, Relation
from helpers.model.interval import in_words
from helpers.model.problem import Problem
from helpers.model.relation import Severity

LONGEST_QUOTE = 120


class Compared(NamedTuple):
    """Two claims that were set against each other, the row that says so, and what it could lead to.

    Attributes
    ----------
    rule : str
        Id of the rule that joins two topics; empty where the claims are on one subject.
    harm : str
        What could happen to a patient or to the publisher.
    problem : str
        What it is where one page says both.
    """

    relation: Relation
    one: Claim
    other: Claim
    rule: str
    harm: str
    problem: Problem = "internal_contradiction"


def relation_row(
    pair: Pair, verdict: Verdict, *, severity: Severity, kind: str = "direct", subject: Claim | None = None, **shown: str
) -> Relation:
    """Return the row for two positions, the same whichever of them comes first.

    Parameters
    ----------
    subject : Claim, optional
        The claim that gives topic and item where the two differ (the premise of an implied conflict); by default the first.
    shown : str
        ``item`` and ``treatment`` where they are not the subject's.
    """
    (a, many_a), (b, many_b) = sorted(
        ((pair.one.claim, pair.sources[0]), (pair.other.claim, pair.sources[1])), key=lambda side: reading_order(side[0])
    )
    about = subject or a
    return Relation(
        topic=about.topic,
        item=shown.get("item", about.item or ""),
        treatment=shown.get("treatment", about.treatment),
        relation=verdict.relation,
        strength=verdict.strength,
        scope="internal" if a.source_id == b.source_id else "between",
        kind=kind,
        source_a=a.source_id,
        source_b=b.source_id,
        claim_a=a.claim_id,
        claim_b=b.claim_id,
        severity=severity,
        reason=f"{_said(a, b)}: {verdict.rule}{_standing_for(many_a, many_b)}.",
    )


def quoted(text: str) -> str:
    """Return words of a source in quotation marks, on one line, shortened where they are long."""
    words = " ".join(text.split())
    if len(words) > LONGEST_QUOTE:
        words = words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"


def value_in_words(claim: Claim) -> str:
    """Return what a claim says in a few words: item, level and figures."""
    figures = in_words(claim.low, claim.high, claim.unit)
    if figures and claim.vague:
        figures = f"vaguely {figures}"
    parts = [(claim.item or "").replace("_", " "), (claim.level or "").replace("_", " "), figures]
    return ", ".join(part for part in parts if part)


def _said(a: Claim, b: Claim) -> str:
    also = "and also" if a.source_id == b.source_id else f"and {b.source_id} says"
    return f"{a.source_id} says {quoted(a.quote)}{_value(a)} {also} {quoted(b.quote)}{_value(b)}"


def _value(claim: Claim) -> str:
    said = value_in_words(claim)
    return f" ({said})" if said else ""


def _standing_for(many_a: int, many_b: int) -> str:
    if many_a == many_b == 1:
        return ""
    return f" (the first is repeated by {many_a} sources, the second by {many_b}; this row stands for all of them)"
