"""What a reviewer puts on record, checked before it reaches the journal."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, replace

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import HARMLESS, MISREAD, VERDICTS, Anchor, Decision, Event, Judged, Ruling, Says
from helpers.model.document import Document
from helpers.model.judgement import Statement, statement_of
from helpers.model.safety import LostWarning
from helpers.model.visible import is_whole, visible
from helpers.review.anchor import anchor
from helpers.review.people import as_written, person, wrong_name


def judged(claim: Claim, document: Document) -> Judged:
    """Return a claim as the reviewer sees it: what it says, where it stands, in which version of its source."""
    return Judged(
        claim_id=claim.claim_id,
        source_id=claim.source_id,
        sha256=document.sha256,
        statement_id=statement_of(claim),
        anchor=anchor(claim, document.text),
        read_by=claim.read_by or "",
    )


def as_read(claim: Claim) -> Says:
    """Return what was read from the words of a claim, and by which rule."""
    return Says(
        claim.topic,
        claim.treatment,
        claim.item,
        claim.level,
        None if claim.low is None else float(claim.low),  # 2 and 2.0 are two lines of a journal
        None if claim.high is None else float(claim.high),
        claim.unit,
        claim.vague,
        claim.rule,
    )


def judged_statement(statement: Statement, documents: Mapping[str, Document]) -> tuple[Judged, ...]:
    """Return all claims that make a statement, over all pages, as the reviewer sees them."""
    return tuple(judged(claim, documents[claim.source_id]) for claim in statement.claims)


def decide(
    claims: Iterable[Judged], ruling: Ruling, *, reviewer: str, exceptions: Collection[str] = (), pack: str = ""
) -> Decision:
    """Rule on one claim, on all claims of one statement, or on several claims of one page; exceptions stay open.

    Parameters
    ----------
    claims : iterable of Judged
        One claim, claims that all make the same statement, or claims of one page that were looked at together.
    exceptions : collection of str
        Ids of claims among them that this ruling leaves out.

    Raises
    ------
    WorkbookError
        No reviewer, no such verdict, no claim left, several statements on several pages, or a date that is none.
    """
    group = tuple(claims)
    unknown = sorted(set(exceptions) - {one.claim_id for one in group})
    if unknown:
        raise WorkbookError(f"the exception {unknown[0]} is none of the claims to decide; name one of them")
    left = tuple(one for one in group if one.claim_id not in exceptions)
    return may_enter(Decision("decide", as_written(reviewer), left, tuple(sorted(set(exceptions))), ruling, pack))


def undo(event: Event, *, reviewer: str, pack: str = "") -> Decision:
    """Take back an event of one's own; the ruling before it, if any, stands again."""
    return may_enter(Decision("undo", as_written(reviewer), pack=pack, refers=(event.hash,)))


def adjudicate(events: Iterable[Event], claims: Iterable[Judged], ruling: Ruling, *, reviewer: str, pack: str = "") -> Decision:
    """Settle a disagreement; the decision names the reviewers' events that it settles."""
    settled = tuple(event.hash for event in events)
    return may_enter(Decision("adjudicate", as_written(reviewer), tuple(claims), ruling=ruling, pack=pack, refers=settled))


def let_go(lost: LostWarning, *, reviewer: str, reason: str, pack: str = "") -> Decision:
    """Put on record that a warning of the last version need not come back.

    Raises
    ------
    WorkbookError
        There is no reason, or no name.
    """
    if not reason.strip():
        raise WorkbookError("why need this warning not come back? give a reason")
    anchor = Anchor(lost.quote, "", "", lost.start, lost.end, lost.start, lost.end, rival=-1)
    gone = Judged(lost.warning_id, lost.source_id, lost.sha256, lost.warning_id, anchor)
    return may_enter(Decision("let_go", as_written(reviewer), (gone,), ruling=Ruling("out_of_scope", reason.strip()), pack=pack))


def missed(claim: Claim, document: Document, *, reviewer: str, pack: str = "") -> Decision:
    """Put on record that words of a page make a claim that no rule has read.

    Parameters
    ----------
    claim : Claim
        What they claim, as a reviewer says.
    """
    found = replace(judged(claim, document), says=as_read(claim))
    return may_enter(Decision("missed", as_written(reviewer), (found,), pack=pack))


def checked(decision: Decision) -> Decision:
    """Return a decision that holds together.

    Raises
    ------
    WorkbookError
        One line that says what to change.
    """
    wrong = wrong_name(decision.reviewer) or _about(decision) or (_ruling(decision.ruling) if decision.ruling else "")
    if wrong:
        raise WorkbookError(wrong)
    return decision


def may_enter(decision: Decision) -> Decision:
    """Return a decision that holds together and that every file can hold.

    Raises
    ------
    WorkbookError
        One line that says what to change.
    """
    half = next((text for text in _texts(asdict(decision)) if not is_whole(text)), None)
    if half is not None:
        raise WorkbookError(f"it holds half a character ({visible(half)[:40]}), which no file can hold; type it again")
    return checked(decision)


def may_refer(decision: Decision, named: list[Event]) -> None:
    """Check what an undo or an adjudication names: one's own event, or two others' verdicts on each claim.

    Parameters
    ----------
    decision : Decision
    named : list of Event
        The events of ``decision.refers``.

    Raises
    ------
    WorkbookError
        One line that says what to change.
    """
    who = person(decision.reviewer)
    if decision.kind == "undo" and person(named[0].decision.reviewer) != who:
        raise WorkbookError(f"only {named[0].decision.reviewer} can undo this; decide anew instead")
    if decision.kind == "adjudicate":
        if who in {person(event.decision.reviewer) for event in named}:
            raise WorkbookError(f"{decision.reviewer} is one of those who disagree; somebody else must settle it")
        for claim in decision.claims:
            verdicts = {person(event.decision.reviewer) for event in named if _ruled_on(event, claim.claim_id)}
            if len(verdicts) < 2:
                wrong = "an adjudication names the verdicts of two reviewers on each claim; one is missing"
                raise WorkbookError(wrong, place=f"claim {claim.claim_id}")


def _texts(record: object) -> Iterator[str]:
    """Give every text in a record."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict | list | tuple):
        for part in record.values() if isinstance(record, dict) else record:
            yield from _texts(part)


def _about(decision: Decision) -> str:
    if decision.kind == "undo":
        if len(decision.refers) != 1 or decision.claims or decision.ruling or decision.exceptions:
            return "an undo names one event and nothing else"
        return ""
    if not decision.claims:
        return "there is no claim left to decide; name at least one that is not an exception"
    if decision.kind == "missed":
        if len(decision.claims) != 1 or decision.claims[0].says is None or decision.ruling or decision.refers:
            return "what was missed is one claim, with what it says and without a verdict"
        return "" if decision.claims[0].says.topic else "what is this claim about? choose a topic"
    if decision.ruling is None:
        return "there is no verdict; choose one"
    if decision.ruling.verdict == MISREAD and not all(claim.says for claim in decision.claims):
        return "what was read wrongly is told with what was read"
    if min(len({one.statement_id for one in decision.claims}), len({one.source_id for one in decision.claims})) > 1:
        return "these claims neither say the same nor stand on one page; decide them apart"
    if len({(one.claim_id, one.sha256) for one in decision.claims}) < len(decision.claims):
        return "a claim is named twice in one decision; name it once"
    if decision.kind == "adjudicate" and len(set(decision.refers)) < 2:
        return "an adjudication settles the verdicts of two reviewers; name an event of each"
    if decision.kind == "decide" and decision.refers:
        return "a decision on a claim names no other event"
    return ""


def _ruling(ruling: Ruling) -> str:
    if ruling.verdict not in VERDICTS:
        return f"{ruling.verdict!r} is no verdict; choose one of {', '.join(VERDICTS)}"
    if ruling.verdict == HARMLESS and not ruling.reason.strip():
        return "why does it do no harm? give a reason"
    if ruling.expires is not None:
        try:
            day = datetime.date.fromisoformat(ruling.expires)
        except ValueError:
            return f"{ruling.expires!r} is no date; write it as YYYY-MM-DD"
        if day.isoformat() != ruling.expires:
            return f"{ruling.expires!r} is not written as YYYY-MM-DD"
    return ""


def _ruled_on(event: Event, claim_id: str) -> bool:
    return event.decision.kind == "decide" and any(claim.claim_id == claim_id for claim in event.decision.claims)
