"""Every sentence of a source accounted for: furniture, lost list, claims, unread, or no claim and why."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from helpers.compare.rows import quoted
from helpers.model import Claim, Sentence
from helpers.model.ledger import LedgerRow, Sign, Status
from helpers.model.review import Reading
from helpers.packs.ledger import LedgerWords
from helpers.packs.phrases import any_of

KINDS = {"heading": "a heading", "question": "a question", "fragment": "a fragment"}


def ledger_of(reading: Reading, signs: Iterable[Sign], words: LedgerWords) -> list[LedgerRow]:
    """Account for every sentence of one document.

    Parameters
    ----------
    reading : Reading
    signs : iterable of Sign
        What in the document a claim could rest on.
    words : LedgerWords
        The pack's.

    Returns
    -------
    list of LedgerRow
        One for each sentence, in reading order.
    """
    source, text = reading.document.source_id, reading.document.text
    claims = sorted(reading.claims, key=lambda claim: (claim.start, claim.end))
    seen = sorted(signs, key=lambda sign: (sign.start, sign.end))
    claim_starts, sign_starts = [claim.start for claim in claims], [sign.start for sign in seen]
    rows = []
    for sentence in reading.segmented.sentences:
        made = claims[_within(claim_starts, sentence)]
        unread = seen[_within(sign_starts, sentence)]
        status, reason = _status(reading, sentence, made, unread, text, words)
        ids = tuple(claim.claim_id for claim in made) if status == "claims" else ()
        grave = status == "unread" and any(sign.grave for sign in unread)
        rows.append(LedgerRow(source, sentence.start, sentence.end, status, reason, ids, grave))
    return rows


def _within(starts: list[int], sentence: Sentence) -> slice:
    return slice(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))


def _status(
    reading: Reading, sentence: Sentence, made: Sequence[Claim], signs: Sequence[Sign], text: str, words: LedgerWords
) -> tuple[Status, str]:
    if sentence.zone == "chrome":
        return "chrome", "website furniture"
    gap = next((gap for gap in reading.gaps if gap.start < sentence.end and sentence.start < gap.end), None)
    if gap:
        return "gap", f"announces a list{f' ({gap.topic})' if gap.topic else ''} that was lost"
    if made:
        return "claims", ", ".join(dict.fromkeys(claim.topic for claim in made))
    if any(span.start <= sentence.start < span.end for span in reading.foreign):
        return "unreached", f"in another language ({reading.reach.language})"
    kind = KINDS.get(sentence.kind, "")
    if signs:
        named = "; ".join(dict.fromkeys(f"{sign.what} {quoted(text[sign.start : sign.end])}" for sign in signs))
        return "unread", f"{kind + ' with ' if kind else ''}{named}"
    if not reading.reach.could_be_read:
        return "unreached", reading.reach.reason
    return "no claim", kind or _why(text[sentence.start : sentence.end], words)


def _why(sentence: str, words: LedgerWords) -> str:
    return next(
        (cue.reason for cue in words.no_claim if any_of(cue.words).search(sentence)), "nothing that a claim could rest on"
    )
