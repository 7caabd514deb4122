"""Each claim beside the evidence register: a verdict, its references, and what comes close without applying."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from helpers.evidence.applies import Near, Shelf
from helpers.evidence.asked import Asked, Pages
from helpers.evidence.notices import Notices
from helpers.evidence.reason import asked_for, reason
from helpers.evidence.schedules import beside, schedules
from helpers.evidence.statements import statements
from helpers.evidence.verdict import judge
from helpers.model.claim import Claim
from helpers.model.evidence import Applicability, EvidenceMatch, Verdict
from helpers.packs.evidence import Register


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the register says to a question, whichever claim asks it."""

    verdict: Verdict
    reason: str
    references: tuple[str, ...] = ()
    closest: tuple[str, ...] = ()
    best_level: int | None = None
    schedule: str = ""
    caveats: str = ""
    notices: str = ""


def match(claims: Iterable[Claim], register: Register) -> list[EvidenceMatch]:
    """Put every claim outside ``chrome`` beside the register.

    A match needs the same treatment, product class, route and indication; what differs in one of them is only closest. Time is
    linear in the claims: equal questions are answered once.

    Parameters
    ----------
    claims : iterable of Claim
        All claims of the sources: what a sentence says its mixture holds is read from its composition claims.
    register : Register
        As :func:`helpers.packs.evidence.read_evidence` gives it.

    Returns
    -------
    list of EvidenceMatch
        One a claim, by source, place in the document and claim id.
    """
    body = sorted(
        (claim for claim in claims if claim.zone != "chrome"),
        key=lambda claim: (claim.source_id, claim.start, claim.end, claim.claim_id),
    )
    pages, answer = Pages(body, register.joining), cache(_Answers(register).to)
    return [_match(claim, asked, answer(asked)) for claim in body for asked in (pages.asks(claim),)]


class _Answers:
    """The register, ready to be asked."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._shelf = Shelf(statements(register), register.joining)
        self._schedules = schedules(register)
        self._notices = Notices(register)

    def to(self, asked: Asked) -> _Answer:
        """Return the answer to one question, with the register's caveats, and the laws and codes that bear on it."""
        found = self._found(asked)
        caveats = ((ref_id, self._register.entries[ref_id].row.quality_caveats) for ref_id in found.references)
        return replace(
            found,
            caveats=" | ".join(f"{ref_id}: {words}" for ref_id, words in caveats if words),
            notices=self._notices.on(asked, (*found.references, *found.closest)),
        )

    def _found(self, asked: Asked) -> _Answer:
        joining = self._register.joining
        if asked.topic in joining.schedules:
            return self._scheduled(asked)
        if asked.topic not in joining.topics:
            return _Answer("not in the register's scope", reason=f"The register holds no entry on {joining.title(asked.topic)}.")
        applying, near = self._shelf.sort(asked)
        judged = judge(asked, applying, joining)
        near = [*(Near(statement, ("question",)) for statement in judged.aside), *near]
        heard = judged.weighed or judged.heard
        references = {statement.ref_id for statement in (*judged.weighed, *judged.heard)}
        return _Answer(
            verdict=judged.verdict,
            references=tuple(sorted(references)),
            closest=tuple(sorted({one.statement.ref_id for one in near} - references)),
            best_level=min((one.level for one in heard if one.level is not None), default=None),
            reason=reason(asked, judged, near, self._register),
            schedule=self._lasting(asked),
        )

    def _scheduled(self, asked: Asked) -> _Answer:
        rows = [row for row in self._schedules if row.topic == asked.topic]
        used, words = beside(asked, rows, self._register.joining)
        found = "what trials did stands beside it" if used else f"no trial schedule of {asked_for(asked, self._register)}"
        return _Answer(
            verdict="no evidence found",
            closest=tuple(sorted({row.ref_id for row in used})),
            reason=f"No entry tests this: {found}.",
            schedule=words,
        )

    def _lasting(self, asked: Asked) -> str:
        joining = self._register.joining
        if asked.topic not in joining.durations.topics:
            return ""
        named = asked.topic == joining.durations.topics[0]
        rows = [row for row in self._schedules if row.topic == joining.durations.topics[0]]
        return beside(asked, [row for row in rows if not named or row.item == asked.item], joining)[1]


def _match(claim: Claim, asked: Asked, answer: _Answer) -> EvidenceMatch:
    applicability: Applicability = "closest, not applicable" if answer.closest else ""
    if answer.references:
        applicability = "applies"
    return EvidenceMatch(
        claim_id=claim.claim_id,
        source_id=claim.source_id,
        topic=claim.topic,
        item=claim.item,
        treatment=claim.treatment,
        product=" + ".join(asked.products),
        route=asked.route,
        verdict=answer.verdict,
        applicability=applicability,
        references=answer.references,
        closest=answer.closest,
        best_level=answer.best_level,
        caveats=answer.caveats,
        reason=answer.reason,
        schedule=answer.schedule,
        notices=answer.notices,
    )
