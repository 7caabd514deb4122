"""The library of approved wordings and the list of refused ones, made from what stands in the journal."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from helpers.model.claim import Claim
from helpers.model.decision import HARMLESS, Event, Ruling, Verdict
from helpers.model.judgement import Judgement
from helpers.model.publishing import LibraryRow, Refusal, Use
from helpers.publish.case import Case
from helpers.publish.words import holds, same_words

APPROVED_VERDICTS = ("substantiated",)
NO_PROOF: tuple[Verdict, ...] = ("out_of_scope", HARMLESS)
REFUSED_VERDICTS = ("needs_qualification", "unsubstantiated", "misleading")
AS_IT_STANDS = "as it stands"
WITH_DOUBT = "as it stands, with its doubt"
ONLY_SO = "only in this wording"


class Library(NamedTuple):
    """What may be said, what may not, where what may be said stands, and what needs no proof.

    Attributes
    ----------
    out_of_scope : tuple of str
        Statements that need no proof.
    sentences : tuple of str
        Sentences of the sources of which every claim may stand on this day, and that were refused nowhere; as
        ``helpers.publish.words.same_words`` writes them.
    """

    rows: tuple[LibraryRow, ...]
    refusals: tuple[Refusal, ...]
    uses: tuple[Use, ...]
    out_of_scope: tuple[str, ...]
    sentences: tuple[str, ...]


class _Entry(NamedTuple):
    """A wording, the claims whose decisions approve it, and the decision."""

    statement_id: str
    wording: str
    as_it_stands: bool
    claims: list[Claim]
    judgement: Judgement
    ruling: Ruling


def library(case: Case, events: Iterable[Event]) -> Library:
    """Make the library; nothing in it comes from anywhere but decisions that stand.

    A claim that was found substantiated is approved in the words of its page: the whole sentence where everything that the
    sentence claims was found so, else the quote. A wording that a reviewer suggests is approved as it is written.

    Parameters
    ----------
    events : iterable of Event
        Of the journal.
    """
    dated = {event.hash: event.time[:10] for event in events}
    entries = _entries(case)
    rows = [_row(case, entry, dated) for entry in entries]
    uses = [use for entry, row in zip(entries, rows, strict=True) for use in _uses(case, entry, row)]
    return Library(
        rows=tuple(sorted(rows, key=lambda row: (row.topic, row.item, row.treatment, row.level, row.wording, row.state))),
        refusals=_refusals(case),
        out_of_scope=_out_of_scope(case),
        sentences=_sentences(case),
        uses=tuple(sorted(uses, key=lambda use: (use.source_id, use.start, use.end, use.wording))),
    )


def _entries(case: Case) -> list[_Entry]:
    found: dict[tuple[object, ...], _Entry] = {}
    whole = _wholly_approved(case)
    for claim in case.worded:
        judgement = case.judgement(claim)
        ruling = judgement.ruling
        if ruling is None:
            continue
        statement = case.statements[claim.claim_id]
        wordings = []
        if ruling.verdict in APPROVED_VERDICTS:
            own = case.sentence(claim) if _place(claim) in whole else " ".join(claim.quote.split())
            wordings.append((own, True))
        if ruling.verdict in (*APPROVED_VERDICTS, *REFUSED_VERDICTS) and ruling.wording.strip():
            wordings.append((" ".join(ruling.wording.split()), False))
        for wording, own_words in wordings:
            key = (statement, wording, own_words, judgement.events)
            entry = found.setdefault(key, _Entry(statement, wording, own_words, [], judgement, ruling))
            entry.claims.append(claim)
    return list(found.values())


def _wholly_approved(case: Case) -> set[tuple[str, int, int]]:
    """Return the sentences of which every claim may stand as it is."""
    approved: set[tuple[str, int, int]] = set()
    refused: set[tuple[str, int, int]] = set()
    for claim in case.worded:
        ruling = case.judgement(claim).ruling
        fine = ruling is not None and ruling.verdict in (*APPROVED_VERDICTS, *NO_PROOF)
        (approved if fine else refused).add(_place(claim))
    return approved - refused


def _sentences(case: Case) -> tuple[str, ...]:
    """Return the sentences that may stand wherever they are put; what is past its day, or refused on any page, may not."""
    may, may_not = set(), set()
    whole = _wholly_approved(case)
    for claim in case.worded:
        judgement = case.judgement(claim)
        words = same_words(case.sentence(claim))
        if judgement.ruling is not None and judgement.ruling.verdict in REFUSED_VERDICTS:
            may_not.add(words)
        elif _place(claim) in whole and not case.is_expired(judgement):
            may.add(words)
        elif judgement.ruling is not None:
            may_not.add(words)
    return tuple(sorted(filter(None, may - may_not)))


def _place(claim: Claim) -> tuple[str, int, int]:
    return claim.source_id, claim.sentence_start, claim.sentence_end


def _row(case: Case, entry: _Entry, dated: Mapping[str, str]) -> LibraryRow:
    first, ruling = entry.claims[0], entry.ruling
    return LibraryRow(
        statement_id=entry.statement_id,
        topic=first.topic,
        treatment=first.treatment,
        item=first.item or "",
        level=first.level or "",
        low=first.low,
        high=first.high,
        unit=first.unit or "",
        wording=entry.wording,
        as_it_stands=entry.as_it_stands,
        conditions=_conditions(case, entry),
        references=ruling.references,
        reason=ruling.reason,
        approved_by=entry.judgement.reviewers,
        approved_on=max((dated[name] for name in entry.judgement.events if name in dated), default=""),
        expires=ruling.expires or "",
        state="expired" if case.is_expired(entry.judgement) else "approved",
        claim_ids=tuple(claim.claim_id for claim in entry.claims),
        source_ids=tuple(sorted({claim.source_id for claim in entry.claims})),
    )


def _conditions(case: Case, entry: _Entry) -> str:
    """Return how the words may be used, and what the register asks to keep in mind."""
    if not entry.as_it_stands:
        how = ONLY_SO
    else:
        doubted = all(claim.certainty == "hedged" for claim in entry.claims)
        how = WITH_DOUBT if doubted else AS_IT_STANDS
    caveats = dict.fromkeys(case.matches[one.claim_id].caveats for one in entry.claims if one.claim_id in case.matches)
    laws = dict.fromkeys(case.laws.in_words(ref_id) for claim in entry.claims for ref_id in case.laws_on(claim))
    parts = [how, *filter(None, caveats)]
    return "; ".join([*parts, *(f"check {law} against current law" for law in laws)])


def _uses(case: Case, entry: _Entry, row: LibraryRow) -> Iterable[Use]:
    """Yield every place where the statement stands, and whether it stands in the approved words."""
    for claim in case.by_statement[entry.statement_id]:
        yield Use(
            statement_id=entry.statement_id,
            wording=entry.wording,
            state=row.state,
            source_id=claim.source_id,
            exact=holds(case.sentence(claim), entry.wording),
            start=claim.start,
            end=claim.end,
            quote=claim.quote,
        )


def _refusals(case: Case) -> tuple[Refusal, ...]:
    found = []
    for claim in case.worded:
        judgement = case.judgement(claim)
        ruling = judgement.ruling
        if ruling is not None and ruling.verdict in REFUSED_VERDICTS:
            found.append(
                Refusal(
                    statement_id=case.statements[claim.claim_id],
                    claim_id=claim.claim_id,
                    source_id=claim.source_id,
                    quote=claim.quote,
                    sentence=case.sentence(claim),
                    verdict=ruling.verdict,
                    reason=ruling.reason,
                    wording=" ".join(ruling.wording.split()),
                    refused_by=judgement.reviewers,
                    expired=case.is_expired(judgement),
                )
            )
    return tuple(found)


def _out_of_scope(case: Case) -> tuple[str, ...]:
    """Return the statements that reviewers found to need no proof, or to do no harm, and have not been asked about again."""
    found = set()
    for claim in case.worded:
        judgement = case.judgement(claim)
        if judgement.ruling and judgement.ruling.verdict in NO_PROOF and not case.is_expired(judgement):
            found.add(case.statements[claim.claim_id])
    return tuple(sorted(found))
