"""From what a model calls a problem to a proposal: its words must be the page's, its kind, warning and treatment the pack's."""

from collections.abc import Iterable, Mapping, Sequence

from helpers.model import finding_id
from helpers.model.problem import PROBLEMS, Problem
from helpers.model.second import Proposal
from helpers.second.answers import SaidProblem
from helpers.second.parts import Part
from helpers.second.places import Places, Refused
from helpers.second.verify import treated_as

_KINDS: Mapping[str, Problem] = {one: one for one in PROBLEMS}
_LONGEST = 400


class ProblemVerifier:
    """Holds proposed problems against the page and the pack."""

    def proposal(
        self, said: SaidProblem, part: Part, places: Places, owed: Mapping[str, Sequence[str]], read_by: str
    ) -> Proposal:
        """Return what is proposed.

        Raises
        ------
        Refused
            Anything of it does not hold.
        """
        placed = places.find(part, said.sentence, said.quote)
        kind = _KINDS.get(said.problem)
        if kind is None:
            raise Refused("problem", placed.sentence)
        treatment = treated_as(said.treatment, places.page, placed.sentence).treatment
        warning = tuple(dict.fromkeys(said.warning)) if kind == "missing_warning" else ()
        known = set(owed.get(treatment, ())) if treatment in owed else {code for codes in owed.values() for code in codes}
        if kind == "missing_warning" and (not warning or not set(warning) <= known):
            raise Refused("warning", placed.sentence)
        quote = places.page.document.text[placed.start : placed.end]
        source_id = places.page.document.source_id
        return Proposal(
            proposal_id=finding_id("proposal", source_id, kind, *warning, treatment, quote, str(placed.sentence.start)),
            source_id=source_id,
            problem=kind,
            warning=warning,
            treatment=treatment,
            start=placed.start,
            end=placed.end,
            quote=quote,
            sentence_start=placed.sentence.start,
            sentence_end=placed.sentence.end,
            reason=" ".join(said.reason.split())[:_LONGEST],
            read_by=read_by,
        )


def proposed_once(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return proposals in their order, each kind once a sentence."""
    once: dict[tuple[object, ...], Proposal] = {}
    for one in proposals:
        once.setdefault((one.problem, one.warning, one.treatment, one.sentence_start), one)
    return tuple(once.values())
