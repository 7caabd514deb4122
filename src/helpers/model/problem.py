"""The kinds of problems that a reviewer raises about a page (codebook, section 9), and the cards they are decided on."""

from typing import Literal, get_args

Problem = Literal[
    "missing_warning",
    "absolute_safety",
    "wrong_regulatory",
    "guarantee",
    "unsupported_strong",
    "internal_contradiction",
    "prescription_promotion",
    "medicinal_claim",
    "misleading_evidence",
    "comparison",
    "borrowed_authority",
    "who_performs",
    "price_urgency",
    "testimonial",
    "other",
]
PROBLEMS: tuple[Problem, ...] = get_args(Problem)

PROBLEM_WORDS: dict[Problem, str] = {
    "missing_warning": "warnings that are left out",
    "absolute_safety": "safe without qualification",
    "wrong_regulatory": "approval that is not as it is said",
    "guarantee": "a result promised without exception",
    "unsupported_strong": "a strong effect without a source",
    "internal_contradiction": "the page speaks against itself",
    "prescription_promotion": "a prescription medicine offered to the public",
    "medicinal_claim": "a disease that it is not licensed to treat",
    "misleading_evidence": "evidence that does not show it",
    "comparison": "set above others without proof",
    "borrowed_authority": "authority lent to what it does not cover",
    "who_performs": "nobody says who may do it",
    "price_urgency": "price or haste",
    "testimonial": "praise used as evidence",
    "other": "something else that harms",
}

CardKind = Literal["warnings", "wording", "proof", "regulation", "contradictions", "between", "unread", "rest"]

CARD_OF: dict[Problem, CardKind] = {
    "missing_warning": "warnings",
    "absolute_safety": "wording",
    "guarantee": "wording",
    "unsupported_strong": "wording",
    "comparison": "wording",
    "price_urgency": "wording",
    "testimonial": "proof",
    "misleading_evidence": "proof",
    "borrowed_authority": "proof",
    "wrong_regulatory": "regulation",
    "prescription_promotion": "regulation",
    "medicinal_claim": "regulation",
    "who_performs": "regulation",
    "internal_contradiction": "contradictions",
    "other": "contradictions",
}

CARD_WORDS: dict[CardKind, str] = {
    "warnings": "Warnings owed",
    "wording": "Bold wording",
    "proof": "Proof and authority",
    "regulation": "Regulation and prescription",
    "contradictions": "The page against itself",
    "between": "Other pages say otherwise",
    "unread": "Unread, with a harm, drug or agency",
    "rest": "The rest",
}
