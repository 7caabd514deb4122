"""What reviewers are told of a second reader: where the two differ, what only one of them read, what a model proposes."""

from helpers.model import Claim
from helpers.model.problem import PROBLEM_WORDS
from helpers.model.proposed import PROPOSED
from helpers.model.second import model_of
from helpers.show.view import View
from helpers.show.words import capital, plain, said

WHO = {"rules": "The rules read", "model": "The model reads"}


def second_notes(view: View) -> dict[str, str]:
    """Return by claim id what must be known first of who read it; nothing where the rules read alone."""
    if not view.review.seconds:
        return {}
    notes = {claim.claim_id: note for claim in view.review.claims if (note := _note(view, claim))}
    return notes | {claim_id: _proposal(view, claim_id) for claim_id in view.review.proposals}


def statement_of_proposal(view: View, claim: Claim) -> str:
    """Return what a model proposes to be a problem, in a reviewer's words."""
    one = view.review.proposals[claim.claim_id]
    left_out = f": {', '.join(map(plain, one.warning))}" if one.warning else ""
    return f"{capital(PROBLEM_WORDS[one.problem])}{left_out}"


def _note(view: View, claim: Claim) -> str:
    if claim.differs_from is not None:
        other = view.claims[claim.differs_from]
        told = {one.reader: f"{WHO[one.reader]} “{_value(view, one)}”" for one in (claim, other)}
        return f"Readers differ. {told['rules']}; {told['model'].lower()}. Mark the reading that is wrong as misread."
    if claim.reader == "model":
        return f"Only the model reads this here ({model_of(claim.read_by or '')}); no rule does."
    return "Only the rules read this here; the model does not." if _was_asked(view, claim) else ""


def _was_asked(view: View, claim: Claim) -> bool:
    second = view.readings[claim.source_id].second
    return claim.reader == "rules" and claim.topic != PROPOSED and second is not None and second.answered > 0


def _value(view: View, claim: Claim) -> str:
    about = f" ({plain(claim.treatment)})" if claim.treatment else ""
    return f"{said(claim) or view.title(claim.topic)}{about}"


def _proposal(view: View, claim_id: str) -> str:
    one = view.review.proposals[claim_id]
    state = "A reviewer confirmed it" if claim_id in view.review.confirmed else "It counts nowhere until a reviewer confirms it"
    confirm = "Needs qualification, unsubstantiated and misleading confirm it; out of scope rejects it"
    return f"A model proposes this ({model_of(one.read_by)}) and says: “{one.reason}” {state}. {confirm}."
